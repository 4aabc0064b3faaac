/**
 * Loads the added datasets for views, only if some are on, and again only if that has changed. Knows the storage only through the
 * functions that it gets, so that nothing is opened where nothing is added.
 */
import type { StorageArea } from '../browser/interfaces.ts';
import type { Knowledge } from '../dataset/index.ts';
import { inTurn } from '../settings/in-turn.ts';
import { allDatasets, type AllDatasets, type BundledDataset } from './all-datasets.ts';
import type { Alike } from './compiled-set.ts';
import type { LoadedDataset } from './loaded.ts';
import { readRegistry, REGISTRY_KEY, type Registry } from './registry.ts';

export interface AllLoaderParts {
  /** Called when it is needed first. */
  bundled: () => BundledDataset;
  localArea: Pick<StorageArea, 'get'>;
  /** Reads datasets from the database, in the order of the entries; leaves out those whose data is gone. */
  load: (
    on: Registry,
    bundled: Knowledge,
  ) => Promise<{ datasets: readonly LoadedDataset[]; alike: Alike }>;
}

/** @returns loads; gives the same object as before if nothing has changed. Where the library cannot be read, the bundled dataset alone, until it can */
export function createAllLoader(parts: AllLoaderParts): () => Promise<AllDatasets> {
  let kept: { of: string; all: AllDatasets } | undefined;
  return inTurn(async () => {
    const on = await entriesOn(parts);
    const of = JSON.stringify(on);
    if (kept?.of === of) return kept.all;
    const own = parts.bundled();
    try {
      const all = await loadAll(on, own, parts);
      kept = { of, all };
      return all;
    } catch {
      return allDatasets(own);
    }
  });
}

async function entriesOn({ localArea }: AllLoaderParts): Promise<Registry> {
  try {
    return readRegistry(await localArea.get(REGISTRY_KEY)).filter(({ isOn }) => isOn);
  } catch {
    return [];
  }
}

async function loadAll(
  on: Registry,
  own: BundledDataset,
  { load }: AllLoaderParts,
): Promise<AllDatasets> {
  if (on.length === 0) return allDatasets(own);
  const { datasets, alike } = await load(on, own.knowledge);
  return allDatasets(own, datasets, alike);
}
