/**
 * What the background knows of added datasets: which entities can be switched, and what cards say of them. Keeps nothing in memory. While
 * nothing is added, it reads one small record and nothing else.
 */
import type { StorageArea } from '../browser/interfaces.ts';
import {
  POINTER_KEY,
  readerKey,
  readPointer,
  readRegistry,
  REGISTRY_KEY,
  switchesIn,
  type CardPart,
  type Registry,
  type Switchable,
} from '../library/index.ts';

export interface AddedDatasets {
  /**
   * What switches an entity: itself, or the first of those that are the same.
   * @returns undefined for a key that no dataset of the compiled set has, and while there is no such set
   */
  findEntity: (key: string) => Promise<Switchable | undefined>;
  /** What they say about these entities, as JSON text of `CardPart[]`; what none of them has is left out. */
  contexts: (keys: readonly string[]) => Promise<string>;
}

export interface AddedDatasetsParts {
  localArea: Pick<StorageArea, 'get'>;
  /** All entities of the bundled dataset. */
  entities: () => readonly Switchable[];
  /** Reads from the database; not called while nothing is added. */
  contextsFor: (keys: readonly string[], registry: Registry) => Promise<CardPart[]>;
}

export function createAddedDatasets(parts: AddedDatasetsParts): AddedDatasets {
  const { localArea, entities, contextsFor } = parts;
  return {
    async findEntity(key) {
      const pointer = readPointer(await localArea.get(POINTER_KEY));
      const json = pointer && (await localArea.get(readerKey(pointer.hash)));
      return typeof json === 'string' ? switchesIn(json, entities()).get(key) : undefined;
    },
    async contexts(keys) {
      const registry = readRegistry(await localArea.get(REGISTRY_KEY));
      return JSON.stringify(registry.length === 0 ? [] : await contextsFor(keys, registry));
    },
  };
}
