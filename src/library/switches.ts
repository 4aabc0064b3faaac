/**
 * What switches an entity on and off: itself, or the first of those that are the same, because they have one highlight. Pure, and free
 * of zod: for pages, too.
 */
import type { Switchable } from '../settings/index.ts';
import type { Alike, ReaderSet } from './compiled-set.ts';

export type { Switchable };

/**
 * A group counts as a main entity if any of its members is one: no dataset can silence what another one looks for.
 * @param catalogue of all datasets, in the reader's order, the bundled one first
 * @returns by id or key. Those that are the same have the same object
 */
export function switchesOf(
  catalogue: readonly Switchable[],
  alike: Alike,
): ReadonlyMap<string, Switchable> {
  const firstOf = (id: string): string => alike[id]?.first ?? id;
  const main = new Set(
    catalogue.filter(({ tier }) => tier === 'main').map(({ id }) => firstOf(id)),
  );
  const firsts = new Map<string, Switchable>();
  const switches = new Map<string, Switchable>();
  for (const { id } of catalogue) {
    const first = firstOf(id);
    const same = alike[first]?.same;
    const known = firsts.get(first) ?? {
      ...{ id: first, tier: main.has(first) ? 'main' : 'cast' },
      ...(same && { members: [first, ...same] }),
    };
    firsts.set(first, known);
    switches.set(id, known);
  }
  return switches;
}

/** The same for a set as it is stored. @param json under `readerKey` @param bundled entities of the bundled dataset */
export function switchesIn(
  json: string,
  bundled: readonly Switchable[],
): ReadonlyMap<string, Switchable> {
  // The extension wrote both from these types.
  const { datasets, alike } = JSON.parse(json) as ReaderSet;
  const added = datasets.flatMap(({ catalogue }) => JSON.parse(catalogue) as Switchable[]);
  return switchesOf([...bundled, ...added], alike);
}
