/** What a page is judged with: the bundled dataset alone or together with added ones, and what happens if those cannot be read. */
import { describe, expect, test } from 'vitest';
import { readerKey, type Switchable } from '../../../src/library/index.ts';
import type { CompiledSet } from '../../../src/library/compiled-set.ts';
import type { Detection } from '../../../src/reader/detection.ts';
import { createDetections } from '../../../src/reader/detections.ts';
import {
  DEFAULT_SETTINGS,
  isEntityOn,
  switchEntity,
  type Settings,
} from '../../../src/settings/index.ts';
import { BUNDLED, compileSet, gateOf } from './made-up-set.ts';

const TEXT = 'Secretary of State Antony Blinken met Minister Anna Kordan in Kyiv.';
const CLAIMS = { id: 'claims', surnames: ['Kordan', 'Blinken'] };

/** Detections over a storage that has the set, as long as `holds` says so. */
function openDetections(set: CompiledSet, holds: () => boolean = () => true) {
  const reads: string[] = [];
  const detections = createDetections({
    data: BUNDLED,
    read(key) {
      reads.push(key);
      if (!holds()) return Promise.reject(new Error('The storage is closed.'));
      return Promise.resolve(key === readerKey(set.hash) ? set.reader : undefined);
    },
  });
  return { detections, reads };
}

const having = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });
/** What is found: surface forms with their entities. */
const foundBy = (detection: Detection | undefined, settings = DEFAULT_SETTINGS) =>
  detection
    ?.createDetector((entity: Switchable) => isEntityOn(settings, entity))
    .detect(TEXT)
    .map(({ entity, surface, also }) => [surface, entity, ...(also ?? [])]);

async function loaded(set: CompiledSet): Promise<Detection | undefined> {
  const gate = gateOf(set);
  const { detections } = openDetections(set);
  await detections.load(gate);
  return detections.of(gate);
}

describe('a gate without added datasets', () => {
  test('has its detection at once, and nothing is read', async () => {
    const { detections, reads } = openDetections(await compileSet(CLAIMS));
    const gate = gateOf();
    expect(foundBy(detections.of(gate))).toEqual([['Antony Blinken', 'antony-blinken']]);
    await detections.load(gate);
    expect(detections.of(gate)).toBe(detections.of(gate));
    expect(reads).toEqual([]);
  });
});

describe('a gate with added datasets', () => {
  test('has its detection when they are read, once', async () => {
    const set = await compileSet(CLAIMS);
    const { detections, reads } = openDetections(set);
    const gate = gateOf(set);
    expect(detections.of(gate)).toBeUndefined();
    await Promise.all([detections.load(gate), detections.load(gate)]);
    expect(foundBy(detections.of(gate))).toEqual([
      ['Antony Blinken', 'antony-blinken', 'claims/person-1'],
      ['Anna Kordan', 'claims/person-0'],
    ]);
    expect(reads).toEqual([readerKey(set.hash)]);
  });

  test('gets another one with another set', async () => {
    const [old, set] = await Promise.all([
      compileSet({ id: 'old', surnames: ['Minnagh'] }),
      compileSet(CLAIMS),
    ]);
    const { detections } = openDetections(set);
    await detections.load(gateOf(old));
    const gate = gateOf(set);
    expect(detections.of(gate)).toBeUndefined();
    await detections.load(gate);
    expect(foundBy(detections.of(gate))).toHaveLength(2);
  });

  test.each<[what: string, broken: (set: CompiledSet) => CompiledSet]>([
    ['gone', (set) => ({ ...set, hash: 'other' })],
    ['no JSON', (set) => ({ ...set, reader: set.reader.slice(0, -9) })],
    ['of another form', (set) => ({ ...set, reader: '{"datasets":[{}],"alike":{}}' })],
  ])('goes on with the bundled one if they are %s', async (_, broken) => {
    const set = await compileSet(CLAIMS);
    const gate = gateOf(set);
    const { detections } = openDetections(broken(set));
    await detections.load(gate);
    expect(foundBy(detections.of(gate))).toEqual([['Antony Blinken', 'antony-blinken']]);
  });

  test('reads them again when the gate comes again, and keeps what it has until they are there', async () => {
    const set = await compileSet(CLAIMS);
    const gate = gateOf(set);
    let isOpen = false;
    const { detections, reads } = openDetections(set, () => isOpen);
    await detections.load(gate);
    const alone = detections.of(gate);
    detections.retry();
    expect(detections.of(gate)).toBeUndefined();
    await detections.load(gate);
    // The same: a page session goes on with it.
    expect(detections.of(gate)).toBe(alone);
    isOpen = true;
    detections.retry();
    await detections.load(gate);
    expect(foundBy(detections.of(gate))).toHaveLength(2);
    detections.retry();
    expect(detections.of(gate)).toBeDefined();
    expect(reads).toHaveLength(3);
  });
});

describe('entities that are the same', () => {
  const SAME = { sameAs: { Kordan: 'Q7' } };
  const both = (tiers: ('main' | 'cast')[]) =>
    compileSet(
      ...tiers.map((tier, at) => ({ ...SAME, id: `set-${at}`, surnames: ['Kordan'], tier })),
    );

  test('count once, under the first of them', async () => {
    const detection = await loaded(await both(['main', 'main']));
    expect(foundBy(detection)).toContainEqual(['Anna Kordan', 'set-0/person-0', 'set-1/person-0']);
    const keys = detection?.entities.map(({ id }) => id) ?? [];
    expect(keys.filter((key) => key.includes('/'))).toEqual(['set-0/person-0']);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(['set-0/person-0', 'set-1/person-0'])(
    'are switched off together by %s',
    async (key) => {
      const detection = await loaded(await both(['main', 'main']));
      const off = having({ entitiesOff: [key] });
      expect(foundBy(detection, off)).toEqual([['Antony Blinken', 'antony-blinken']]);
    },
  );

  test.each<[string, ('main' | 'cast')[]]>([
    ['main', ['main', 'main']],
    ['of the cast', ['cast', 'cast']],
  ])('that are %s keep a choice when their first goes', async (_what, tiers) => {
    const kordan = (await loaded(await both(tiers)))?.entities.find(
      ({ id }) => id === 'set-0/person-0',
    );
    if (!kordan) throw new Error('There is no Kordan.');
    const isCast = kordan.tier === 'cast';
    const chosen = switchEntity(DEFAULT_SETTINGS, kordan, isCast);
    const left = await loaded(
      await compileSet({ ...SAME, id: 'set-1', surnames: ['Kordan'], tier: kordan.tier }),
    );
    expect(foundBy(left, chosen)).toHaveLength(isCast ? 2 : 1);
    expect(switchEntity(chosen, kordan, !isCast)).toEqual(DEFAULT_SETTINGS);
  });

  test('are main if one of them is: no dataset silences another', async () => {
    const detection = await loaded(await both(['cast', 'main']));
    expect(foundBy(detection)).toContainEqual(['Anna Kordan', 'set-0/person-0', 'set-1/person-0']);
    expect(detection?.entities).toContainEqual({
      ...{ id: 'set-0/person-0', tier: 'main' },
      members: ['set-0/person-0', 'set-1/person-0'],
    });
  });

  test('wait for the reader if all are of the cast', async () => {
    const detection = await loaded(await both(['cast', 'cast']));
    expect(foundBy(detection)).toHaveLength(1);
    expect(foundBy(detection, having({ castOn: ['set-0/person-0'] }))).toHaveLength(2);
  });
});
