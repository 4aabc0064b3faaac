/** The order of added datasets after a move by its buttons. */
import { expect, test } from 'vitest';
import type { LibraryEntry } from '../../../src/library/index.ts';
import { movedIn } from '../../../src/options/library-actions.ts';

/** A letter is a dataset; a capital one is of an organisation and stays where it is. */
const registryOf = (letters: string): LibraryEntry[] =>
  [...letters].map((letter) => ({
    ...{ hash: letter, id: letter, version: 1, title: letter, language: 'en', maker: 'M' },
    ...{ licence: 'MIT', sourceKind: 'News report', made: '2030-05-10' },
    sourceDate: { value: '2030-05-08', inferred: false },
    ...{ entities: 1, facts: 1, bytes: 1, isOn: true },
    ...(letter < 'a' && { isByPolicy: true as const }),
  }));

test.each([
  ['abc', 'b', -1, 'bac', 0, '1 of 3'],
  ['abc', 'b', 1, 'acb', 2, '3 of 3'],
  ['Pab', 'b', -1, 'Pba', 1, '1 of 2'],
  ['aPb', 'a', 1, 'Pba', 2, '2 of 2'],
  ['aPb', 'b', -1, 'baP', 0, '1 of 2'],
] as const)('in %s, %s moves by %i: %s', (before, hash, steps, after, to, place) => {
  const registry = registryOf(before);
  const entry = registry.find((each) => each.hash === hash);
  const moved = entry && movedIn(registry, entry, steps);
  expect(moved?.registry.map((each) => each.hash).join('')).toBe(after);
  expect(moved?.to).toBe(to);
  expect(`${moved?.place} of ${moved?.of}`).toBe(place);
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
