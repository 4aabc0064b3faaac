/**
 * Loads the added datasets for views, only if some are on, and again only if that has changed. Knows the storage only through the
 * functions that it gets, so that nothing is opened where nothing is added.
 */
import { allDatasets, type AllDatasets, type LoadedDataset } from './all-datasets.ts';
import type { Alike } from './compiled-set.ts';
import type { LibraryEntry, Registry } from './registry.ts';

export interface AllLoaderParts {
  /** Called when it is needed first. */
  bundled: () => Pick<LoadedDataset, 'knowledge' | 'searchTerms'>;
  readRegistry: () => Promise<Registry>;
  /** Reads datasets from the database, in the order of the entries; leaves out those whose data is gone. */
  load: (entries: readonly LibraryEntry[]) => Promise<{ datasets: LoadedDataset[]; alike: Alike }>;
}

/** @returns loads; gives the same object as before if nothing has changed. Where the library cannot be read, the bundled dataset alone */
export function createAllLoader(parts: AllLoaderParts): () => Promise<AllDatasets> {
  let kept: { of: string; all: AllDatasets } | undefined;
  return async () => {
    const on = await entriesOn(parts);
    const of = JSON.stringify(on);
    if (kept?.of !== of) kept = { of, all: await loadAll(on, parts) };
    return kept.all;
  };
}

async function entriesOn({ readRegistry }: AllLoaderParts): Promise<LibraryEntry[]> {
  try {
    return (await readRegistry()).filter(({ isOn }) => isOn);
  } catch {
    return [];
  }
}

async function loadAll(
  entries: readonly LibraryEntry[],
  { bundled, load }: AllLoaderParts,
): Promise<AllDatasets> {
  if (entries.length === 0) return allDatasets(bundled());
  try {
    const { datasets, alike } = await load(entries);
    return allDatasets(bundled(), datasets, alike);
  } catch {
    return allDatasets(bundled());
  }
}
