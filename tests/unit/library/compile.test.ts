/** One added dataset: compiled by itself, under keys, in linear work. */
import { describe, expect, test } from 'vitest';
import { loadDataset, loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset } from '../../../src/dataset/authoring.ts';
import { contextOf } from '../../../src/dataset/index.ts';

import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import {
  addedParts,
  createDetector,
  packDetector,
  type Catalogued,
  type JudgedEntity,
} from '../../../src/detect/index.ts';
import { compileAdded, TooMuchError } from '../../../src/library/compile.ts';
import { packContext, readContext } from '../../../src/library/packed-context.ts';
import { contextWithout, knowledgeWithout } from '../../../src/library/wrong-facts.ts';
import { madeUpNames } from '../../bench/names.ts';
import { inventDataset } from '../../made-up/strangers.ts';

const linguistics = loadLinguistics();
const strangers = compileAdded(inventDataset({ surnames: ['Kordan', 'Veranski'] }), linguistics);

function thrownBy(task: () => unknown): unknown {
  try {
    task();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('an added dataset', () => {
  test('has keys for all entities and facts, and no bare id', () => {
    const { knowledge, searchTerms, judged } = strangers;
    const ids = [
      ...knowledge.entities.map(({ id }) => id),
      ...knowledge.facts.flatMap(({ id, about, attribution }) => [
        id,
        ...Object.values(about).flat(),
        ...(attribution.speakers ?? []),
      ]),
      ...searchTerms.entities.map(({ id }) => id),
      ...(JSON.parse(judged.catalogue) as Catalogued[]).map(({ id }) => id),
      ...(JSON.parse(judged.entities) as JudgedEntity[]).map(({ id }) => id),
      ...strangers.contexts.map(([key]) => key),
    ];
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !id.startsWith('strangers/'))).toEqual([]);
    expect(knowledge.facts[0]?.attribution.speaker).toBe('Anna Kordan');
  });

  test('keeps every reference of a dataset with all parts', () => {
    const bundled = loadDataset();
    const { knowledge } = compileAdded({ ...bundled, id: 'other' }, linguistics);
    const bare = JSON.parse(JSON.stringify(knowledge).replaceAll('"other/', '"')) as unknown;
    const expected = compileDataset(bundled, linguistics).knowledge;
    expect(bare).toEqual({ ...expected, dataset: { ...expected.dataset, id: 'other' } });
  });

  test('is found by its own tables with the languages of the program', () => {
    const { judged } = strangers;
    const { rules } = packDetector(bundledDetection());
    const detector = createDetector(addedParts(judged, rules));
    const found = detector.detect('Minister Kordan met Boris Veranski. Blinken was not there.');
    expect(found.map(({ entity }) => entity)).toEqual(['strangers/person-0', 'strangers/person-1']);
  });

  test('has a context for each entity, which is what a card would look up', () => {
    expect(strangers.contexts).toHaveLength(2);
    for (const [key, packed] of strangers.contexts) {
      expect(readContext(packed)).toEqual(contextOf(strangers.knowledge, key));
    }
  });

  test('tells how far it is, twice for each entity', () => {
    const seen: string[] = [];
    compileAdded(inventDataset({ people: 3 }), linguistics, (done, total) => {
      seen.push(`${done} of ${total}`);
    });
    expect(seen).toEqual(['0 of 6', '1 of 6', '2 of 6', '3 of 6', '4 of 6', '5 of 6']);
  });

  test('is refused by the place of the entity if its cards would be without measure', () => {
    const dataset = inventDataset({ people: 100, factsEach: 20 });
    const everybody = dataset.entities.map(({ id }) => ({ entity: id, part: 'topic' as const }));
    const facts = dataset.facts.map((fact) => ({ ...fact, about: everybody }));
    const error = thrownBy(() => compileAdded({ ...dataset, facts }, linguistics));
    expect(error).toBeInstanceOf(TooMuchError);
    expect(String(error)).toMatch(/entities\[\d+\]/);
  });
});

test('a dataset with more names than pages can scan is refused', () => {
  const words = madeUpNames(6000);
  const dataset = inventDataset({ people: 450 });
  const entities = dataset.entities.map((entity, at) => ({
    ...entity,
    detection: {
      ...entity.detection,
      names: Array.from({ length: 32 }, (_, n) => ({
        text: `${words[(at * 37 + n * 11) % 6000]} ${words[(at + n) % 6000]}`,
        ...{ kind: 'surname' as const, wordIn: [], lang: 'en', script: 'Latn' },
      })),
    },
  }));
  const error = thrownBy(() => compileAdded({ ...dataset, entities }, linguistics));
  expect(error).toMatchObject({ what: 'names', path: 'entities' });
});

describe('a context as a string', () => {
  const { knowledge } = compileDataset(loadDataset(), linguistics);
  const contexts = knowledge.entities.flatMap(({ id }) => contextOf(knowledge, id) ?? []);

  test.each(contexts)('$entity.id comes back whole, and is shorter', (context) => {
    const packed = packContext(context);
    expect(readContext(packed)).toEqual(context);
    expect(packed.length).toBeLessThan(JSON.stringify(context).length + 40);
  });

  test('can leave facts out wherever they stand', () => {
    const gone = new Set(knowledge.facts.filter((_, at) => at % 2 === 0).map(({ id }) => id));
    for (const context of contexts) {
      const text = JSON.stringify(contextWithout(context, gone));
      for (const { id } of knowledge.facts.filter((fact) => !gone.has(fact.id))) {
        const before = JSON.stringify(context.facts).includes(`"id":"${id}"`);
        if (before) expect(text).toContain(`"id":"${id}"`);
      }
      for (const id of gone) expect(text).not.toContain(`"id":"${id}","statement"`);
      expect(text).not.toContain('"facts":[],"days"');
    }
  });

  test('says the same without facts as one of a dataset that never had them', () => {
    const gone = new Set(knowledge.facts.filter((_, at) => at % 3 === 0).map(({ id }) => id));
    const left = knowledgeWithout(knowledge, gone);
    for (const context of contexts) {
      const { facts, quotes } = contextWithout(context, gone);
      expect(contextOf(left, context.entity.id)).toMatchObject({ facts, quotes });
    }
  });
});
