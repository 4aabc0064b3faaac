/** Loads what added datasets say from the database of this browser profile. Only entry points call it, most of them late. */
import type { Knowledge } from '../dataset/index.ts';
import type { AllLoaderParts } from './all-loader.ts';
import { createLibraryDatabase } from './database.ts';
import { alikeAmong, loadDatasets } from './loaded.ts';
import type { Registry } from './registry.ts';

/** One connection, however often it is asked. Opens nothing before. */
const database = createLibraryDatabase();

/** @param on the datasets that are on. @throws StorageError */
export const loadAdded: AllLoaderParts['load'] = async (on: Registry, bundled: Knowledge) => {
  const datasets = await loadDatasets(database, on);
  return { datasets, alike: alikeAmong(bundled, datasets) };
};
