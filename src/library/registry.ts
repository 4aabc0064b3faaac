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
  /** Address of the source's article. Left out if the dataset has none. */
  sourceAddress?: string;
  /** `sourcePrints` of its paragraphs: finds the article without the file. Only a registry of an earlier version has none. */
  sourcePrints?: string;
  /** Day on which this version was finished, as the dataset says. */
  made: string;
  entities: number;
  facts: number;
  /** Size of the file, in bytes. */
  bytes: number;
  isOn: boolean;
  /** The public key with which the file is signed, in hexadecimal. Checked when the file was read; left out for all others. */
  signingKey?: string;
  /** Left out as long as nobody has checked it here. */
  check?: CheckNote;
  /** Whether an organisation's policy added it: then nobody can change or remove it here. */
  isByPolicy?: true;
  /** Beside `isByPolicy`: whether the reader had added a dataset of this id before. It then stays when the policy goes. */
  isReadersToo?: true;
  /** This version of the program does not take the file any more: the dataset is off, and its file is kept. */
  isRefused?: true;
  /** The version of the program that did not compile the file in time. Pages do without it until another version, or the reader, tries again. */
  slowIn?: string;
}

/** In the reader's order. */
export type Registry = readonly LibraryEntry[];

// Written out: a call would be part of every script that imports this folder, and so of the gate.
const TEXTS = ['hash', 'id', 'title', 'language', 'maker', 'licence', 'sourceKind', 'made'];
const NUMBERS = ['version', 'entities', 'facts', 'bytes'];

/** As dataset/date-schema.ts reads dates; some days that no calendar has are let through. */
const DATE =
  /^\d{4}(?:-W(?:0[1-9]|[1-4]\d|5[0-3])|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Reads what stands under `REGISTRY_KEY`. Total; leaves out what is no entry, and what has the id or the file of an earlier one. */
export function readRegistry(stored: unknown): Registry {
  if (!Array.isArray(stored)) return [];
  const seen = new Set<string>();
  return stored.filter(isEntry).filter(({ id, hash }) => {
    // No id of a dataset has a slash.
    const marks = [id, `/${hash}`];
    if (marks.some((mark) => seen.has(mark))) return false;
    for (const mark of marks) seen.add(mark);
    return true;
  });
}

/** Whether a registry was read without leaving anything out. None is whole, too. */
export const isWholeRegistry = (stored: unknown): boolean =>
  stored === undefined || (Array.isArray(stored) && readRegistry(stored).length === stored.length);

function isEntry(stored: unknown): stored is LibraryEntry {
  const parts = partsOf(stored);
  const { check, sourceDate, isOn, signingKey, sourceAddress = '', sourcePrints = '' } = parts;
  return (
    TEXTS.every((name) => typeof parts[name] === 'string') &&
    NUMBERS.every((name) => typeof parts[name] === 'number') &&
    typeof isOn === 'boolean' &&
    typeof sourceAddress === 'string' &&
    typeof sourcePrints === 'string' &&
    isDate(partsOf(sourceDate)['value']) &&
    (signingKey === undefined || typeof signingKey === 'string') &&
    (check === undefined || isCheck(partsOf(check)))
  );
}

const isCheck = ({ on, differs }: Record<string, unknown>): boolean =>
  isDate(on) && Array.isArray(differs) && differs.every((fact) => typeof fact === 'string');

const isDate = (value: unknown): boolean => typeof value === 'string' && DATE.test(value);

const partsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

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
