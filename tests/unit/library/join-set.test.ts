/** All datasets that are on, joined into one set. */
import { describe, expect, test } from 'vitest';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { loadDataset, loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset } from '../../../src/dataset/authoring.ts';
import { createQuickLook, packEntities, readScanning } from '../../../src/detect/index.ts';
import { alikeOf, identitiesOf, type Identity } from '../../../src/library/alike.ts';
import { compileAdded } from '../../../src/library/compile.ts';
import type { ReaderSet } from '../../../src/library/index.ts';
import { joinSet } from '../../../src/library/join-set.ts';
import { inventDataset } from '../../made-up/strangers.ts';

const linguistics = loadLinguistics();
const bundled = {
  triggers: packEntities(bundledDetection().entities).triggers,
  identities: identitiesOf(compileDataset(loadDataset(), linguistics).knowledge),
};
const kordan = compileAdded(inventDataset({ id: 'one', surnames: ['Kordan'] }), linguistics);
const minnagh = compileAdded(inventDataset({ id: 'two', surnames: ['Minnagh'] }), linguistics);

test.each(['Kordan', 'Minnagh', 'Blinken'])('the joined gate stops at %s', async (name) => {
  const { quickLook, gate } = await joinSet(bundled, [kordan, minnagh]);
  const text = `Then ${name} spoke.`;
  expect(createQuickLook(quickLook)(text)).toBe(true);
  expect(readScanning(gate).scanners().start(1).feed(text)).toBe(true);
});

test('the joined gate passes over everything else', async () => {
  const { quickLook, gate } = await joinSet(bundled, [kordan]);
  expect(createQuickLook(quickLook)('Then Minnagh spoke.')).toBe(false);
  expect(readScanning(gate).scanners().start(7).feed('Then Minnagh spoke.')).toBe(false);
});

test('the reader gets the datasets in the order of the reader', async () => {
  const { reader } = await joinSet(bundled, [minnagh, kordan]);
  const { datasets } = JSON.parse(reader) as ReaderSet;
  expect(datasets.map(({ dataset }) => dataset)).toEqual(['two', 'one']);
});

test('the name of the set changes with what is in it, and with its order', async () => {
  const sets = await Promise.all(
    [[kordan], [minnagh], [kordan, minnagh], [minnagh, kordan], [kordan]].map((added) =>
      joinSet(bundled, added),
    ),
  );
  const hashes = sets.map(({ hash }) => hash);
  expect(new Set(hashes).size).toBe(4);
  expect(hashes[4]).toBe(hashes[0]);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});

const person = (key: string, name: string, sameAs?: string): Identity => ({
  ...{ key, name, type: 'person' },
  ...(sameAs === undefined ? {} : { sameAs }),
});

describe('entities of different datasets', () => {
  test('are the same if their ids in Wikidata are, and the first one stands for them', () => {
    const alike = alikeOf([
      person('ada', 'Ada Quill', 'Q7'),
      person('one/a', 'A. Quill', 'Q7'),
      person('two/b', 'Ada Quill', 'Q7'),
    ]);
    expect(alike).toEqual({
      ada: { same: ['one/a', 'two/b'] },
      'one/a': { first: 'ada', same: ['ada', 'two/b'] },
      'two/b': { first: 'ada', same: ['ada', 'one/a'] },
    });
  });

  test('may be the same if name and type agree and no id speaks against it', () => {
    const alike = alikeOf([
      person('ada', 'Ada Quill', 'Q7'),
      person('one/a', 'ADA QUÍLL'),
      person('two/b', 'Ada Quill', 'Q8'),
      { key: 'three/c', name: 'Ada Quill', type: 'place' },
    ]);
    expect(alike).toEqual({
      ada: { maybe: ['one/a'] },
      'one/a': { maybe: ['ada', 'two/b'] },
      'two/b': { maybe: ['one/a'] },
    });
  });

  test('of one dataset are never alike', () => {
    expect(
      alikeOf([person('one/a', 'Ada Quill', 'Q7'), person('one/b', 'Ada Quill', 'Q7')]),
    ).toEqual({});
  });

  test('with the same name in every dataset are told apart in linear work', () => {
    const many = Array.from({ length: 4000 }, (_, at) =>
      person(`set-${Math.floor(at / 8)}/p-${at % 8}`, 'Ada Quill'),
    );
    const notes = Object.values(alikeOf(many));
    expect(Math.max(...notes.map(({ maybe = [] }) => maybe.length))).toBeLessThan(10);
  });
});
