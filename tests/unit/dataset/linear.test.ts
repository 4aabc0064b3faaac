/** Reading a file takes work that grows with its length, whatever is in it. Counts characters and entries that were gone through, never time. */
import { describe, expect, test } from 'vitest';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { readDatasetContent } from '../../../src/dataset/read-content.ts';
import { workOf } from '../json/work.ts';
import { SMALL_DATASET } from './small-source.ts';

const context = { today: new Date(2032, 0, 1), linguistics: loadLinguistics() };
const [FACT] = SMALL_DATASET.facts;
const [ENTITY] = SMALL_DATASET.entities;
const [QUOTE] = SMALL_DATASET.quotes;

const times = <Value>(count: number, value: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => value(at));
const changed = (changes: object): string => JSON.stringify({ ...SMALL_DATASET, ...changes });

/** Files by their size: `n` is at most 4,000. */
const FILES: Record<string, (n: number) => string> = {
  'facts with one id': (n) => changed({ facts: times(n, () => FACT) }),
  'facts with ids of their own': (n) =>
    changed({ facts: [...SMALL_DATASET.facts, ...times(n, (at) => ({ ...FACT, id: `f-${at}` }))] }),
  'entities without a fact': (n) =>
    changed({
      entities: [
        ...SMALL_DATASET.entities,
        ...times(n / 10, (at) => ({ ...ENTITY, id: `e-${at}` })),
      ],
    }),
  'quotations of facts that are not there': (n) =>
    changed({ quotes: times(n, (at) => ({ ...QUOTE, fact: `no-${at}` })) }),
  'unknown fields': (n) => changed(Object.fromEntries(times(n, (at) => [`field${at}`, at]))),
  'characters that nobody sees': (n) => changed({ title: `A title${'\u200b'.repeat(n)}` }),
  'a long id': (n) => changed({ id: 'a-'.repeat(n) }),
  'synonyms of nothing': (n) =>
    changed({ synonyms: Object.fromEntries(times(n, (at) => [`word${at}`, ['x']])) }),
};

describe('twice as much takes no more than about twice the work:', () => {
  test.each(Object.entries(FILES))('%s', (_, file) => {
    const work = (n: number): number => {
      const bytes = new TextEncoder().encode(file(n));
      return workOf(() => readDatasetContent(bytes, context));
    };
    work(10);
    expect(work(4000)).toBeLessThan(2.5 * work(2000) + 1000);
  });
});
