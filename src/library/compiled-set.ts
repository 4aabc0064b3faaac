/**
 * The compiled set: what pages need to find the entities of all datasets that are switched on, as strings in the local storage area
 * under a name of their own. A pointer says which set is the present one, and is written last: a page sees the old set or the new one.
 * It brings the quick look along, because most pages need nothing else. Free of zod. Types and keys.
 */

/** Key of the pointer in the local storage area. No pointer: nothing is added, and pages use what the build gave them. */
export const POINTER_KEY = 'compiled';

/** Counts up whenever the form below, or that of the tables in `detect/`, changes: an older set is compiled again. */
export const SET_FORM = 2;

/** Which compiled set is the present one. */
export interface Pointer {
  /** Of everything that is in the set. */
  hash: string;
  /** `SET_FORM` of the program that compiled it. */
  form: number;
  /** Version of that program: another one compiles the set again. */
  program: string;
  /** Hashes of the added datasets in it, in the reader's order. */
  datasets: readonly string[];
  /** For `createQuickLook`: of all datasets together, the bundled one included. */
  quickLook: string;
}

/**
 * Reads what stands under `POINTER_KEY`. Total.
 * @returns undefined if there is none, or one that this program cannot use
 */
export function readPointer(stored: unknown): Pointer | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { hash, form, program, datasets, quickLook } = stored as Partial<
    Record<keyof Pointer, unknown>
  >;
  if (form !== SET_FORM || typeof program !== 'string') return undefined;
  if (typeof hash !== 'string' || typeof quickLook !== 'string') return undefined;
  const known = Array.isArray(datasets) ? datasets : [];
  const texts = known.filter((each) => typeof each === 'string');
  return { hash, form, program, datasets: texts, quickLook };
}

/** The hash in the key of a string of a set; undefined for another key. */
export const hashOfSetKey = (key: string): string | undefined =>
  key.startsWith(`${POINTER_KEY}:`) ? key.split(':')[1] : undefined;

/**
 * Keys of the two strings of a set. The gate's are the scanner's tables for all datasets together, the bundled one included, as JSON; those
 * of the reader are a `ReaderSet`.
 */
export const gateKey = (hash: string): string => `${POINTER_KEY}:${hash}:gate`;
export const readerKey = (hash: string): string => `${POINTER_KEY}:${hash}:reader`;

/** A set as it is compiled. The pointer has the quick look, the keys above have the strings. */
export interface CompiledSet {
  /** Of everything else, and of `SET_FORM`. */
  hash: string;
  /** For `createQuickLook`. */
  quickLook: string;
  /** The scanner's tables, as JSON. */
  gate: string;
  /** `ReaderSet` as JSON. */
  reader: string;
}

/** One added dataset for the reader's judge. Languages are those of the program. */
export interface JudgedDataset {
  dataset: string;
  /** The scanner's tables for this dataset alone, as JSON. */
  scanner: string;
  /** `Catalogued[]` as JSON; ids as `entityKey` writes them. */
  catalogue: string;
  /** `JudgedEntity[]` as JSON, in the order of the catalogue. */
  entities: string;
}

/** What the reader needs beside its own bundled dataset. JSON under `readerKey`. */
export interface ReaderSet {
  /** In the reader's order. */
  datasets: JudgedDataset[];
  alike: Alike;
}

/**
 * Entities of different datasets that are the same, or may be. By key; both directions are written. The first of a group in the
 * reader's order, the bundled dataset before all, stands for the group: it has the highlight.
 */
export type Alike = Readonly<Record<string, AlikeNote>>;

export interface AlikeNote {
  /** The entity that stands for this one: the same `sameAs`. Left out for the first of a group. */
  first?: string;
  /** The others of the group. */
  same?: readonly string[];
  /** The same name and type without an id that says so. */
  maybe?: readonly string[];
}
