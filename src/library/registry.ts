/**
 * The list of datasets that a reader has added: small, and the only word on what is there. It is one record of the local storage area;
 * the files themselves are in a database. Free of zod, because pages with a reader may import it. Types and pure functions.
 */
import type { DatasetNote, SourceDate } from '../dataset/index.ts';

/** What became of the check of a dataset against its source's text. */
export interface CheckNote {
  /** Day of the check, like 2026-11-30. */
  on: string;
  /** Ids of the facts that do not agree with the text; pages do not show them. */
  differs: readonly string[];
}

/** One added dataset. */
export interface LibraryEntry extends DatasetNote {
  /** SHA-256 of the file, in hexadecimal: the key of everything that is kept about it. */
  hash: string;
  /** What the source is, for readers: "News report". */
  sourceKind: string;
  sourceDate: SourceDate;
  /** Day on which this version was finished, as the dataset says. */
  made: string;
  entities: number;
  facts: number;
  /** Size of the file, in bytes. */
  bytes: number;
  isOn: boolean;
  /** Left out as long as nobody has checked it here. */
  check?: CheckNote;
  /** Whether an organisation's policy added it: then nobody can change or remove it here. */
  isByPolicy?: true;
  /** Beside `isByPolicy`: whether the reader had added a dataset of this id before. It then stays when the policy goes. */
  isReadersToo?: true;
  /** This version of the program does not take the file any more: the dataset is off, and its file is kept. */
  isRefused?: true;
}

/** In the reader's order. */
export type Registry = readonly LibraryEntry[];

// Written out: a call would be part of every script that imports this folder, and so of the gate.
const TEXTS = ['hash', 'id', 'title', 'language', 'maker', 'licence', 'sourceKind', 'made'];
const NUMBERS = ['version', 'entities', 'facts', 'bytes'];

/** Reads what stands under `REGISTRY_KEY`. Total; leaves out what is no entry. */
export function readRegistry(stored: unknown): Registry {
  return Array.isArray(stored) ? stored.filter(isEntry) : [];
}

function isEntry(stored: unknown): stored is LibraryEntry {
  if (typeof stored !== 'object' || stored === null) return false;
  const parts = stored as Record<string, unknown>;
  const { check, sourceDate, isOn } = parts;
  return (
    TEXTS.every((name) => typeof parts[name] === 'string') &&
    NUMBERS.every((name) => typeof parts[name] === 'number') &&
    typeof isOn === 'boolean' &&
    typeof sourceDate === 'object' &&
    sourceDate !== null &&
    (check === undefined ||
      (typeof check === 'object' &&
        check !== null &&
        'differs' in check &&
        Array.isArray(check.differs)))
  );
}

/** Key of the registry in the local storage area. */
export const REGISTRY_KEY = 'library';

/**
 * Id of an entity of an added dataset, as pages, settings and addresses know it. Entities of the bundled dataset keep their bare ids.
 * No id of a dataset or an entity has a slash.
 */
export const entityKey = (dataset: string, entity: string): string => `${dataset}/${entity}`;

/** The dataset of an entity's key; undefined for the bundled one. */
export function datasetOfKey(key: string): string | undefined {
  const slash = key.indexOf('/');
  return slash < 0 ? undefined : key.slice(0, slash);
}
