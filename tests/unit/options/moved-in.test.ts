/** The order of added datasets after a move by its buttons. */
import { expect, test } from 'vitest';
import type { LibraryEntry } from '../../../src/library/index.ts';
import { movedIn } from '../../../src/options/library-actions.ts';

/** A letter is a dataset; a capital one is of an organisation and stays where it is. */
const registryOf = (letters: string): LibraryEntry[] =>
  letters.split('').map((letter) => ({
    ...{ hash: letter, id: letter, version: 1, title: letter, language: 'en', maker: 'M' },
    ...{ licence: 'MIT', sourceKind: 'News report', made: '2030-05-10' },
    sourceDate: { value: '2030-05-08', inferred: false },
    ...{ entities: 1, facts: 1, bytes: 1, isOn: true },
    ...(letter < 'a' && { isByPolicy: true as const }),
  }));

test.each([
  { before: 'abc', hash: 'b', steps: -1, after: 'bac', to: 0, place: '1 of 3' },
  { before: 'abc', hash: 'b', steps: 1, after: 'acb', to: 2, place: '3 of 3' },
  { before: 'Pab', hash: 'b', steps: -1, after: 'Pba', to: 1, place: '1 of 2' },
  { before: 'aPb', hash: 'a', steps: 1, after: 'Pba', to: 2, place: '2 of 2' },
  { before: 'aPb', hash: 'b', steps: -1, after: 'baP', to: 0, place: '1 of 2' },
] as const)('in $before, $hash moves by $steps: $after', (row) => {
  const registry = registryOf(row.before);
  const entry = registry.find(({ hash }) => hash === row.hash);
  const moved = entry && movedIn(registry, entry, row.steps);
  expect(moved?.registry.map(({ hash }) => hash).join('')).toBe(row.after);
  expect(moved?.to).toBe(row.to);
  expect(`${moved?.place} of ${moved?.of}`).toBe(row.place);
});

test.each([
  ['abc', 'a', -1],
  ['abc', 'c', 1],
  ['Pab', 'a', -1],
] as const)('in %s, %s cannot move by %i', (letters, hash, steps) => {
  const registry = registryOf(letters);
  const entry = registry.find((each) => each.hash === hash);
  expect(entry && movedIn(registry, entry, steps)).toBeUndefined();
});
