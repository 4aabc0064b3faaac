/**
 * What the page of datasets knows and does: the added datasets, the files that were read and wait for a decision, and the functions
 * that it gets from the library. Types only: the library itself, with its database, is loaded after the first drawing.
 */
import type { DatasetProblem } from '../dataset/index.ts';
import type { CheckNote, LibraryEntry, Registry } from '../library/index.ts';

/** A file that is no dataset, or none that can be added. */
export interface RefusedFile {
  name: string;
  problems: readonly DatasetProblem[];
}

/** A dataset that can be added, as it would be. */
export interface GoodFile {
  name: string;
  entry: LibraryEntry;
  warnings: readonly DatasetProblem[];
  /** Whether it would mark so much that it is better added switched off. */
  startsOff: boolean;
  /** What it is to the dataset of the same id that is there. */
  relation: 'new' | 'update' | 'same' | 'older' | 'other-content';
  /** That dataset. */
  known?: LibraryEntry;
  /** What would become of its facts: their statements. */
  changes?: { added: readonly string[]; changed: readonly string[]; gone: readonly string[] };
  /** Names of the entities that pages would highlight. */
  mainNames: readonly string[];
}

export type FilePreview = RefusedFile | GoodFile;

/** The library, as this page uses it. @see src/library/library.ts */
export interface LibraryParts<Good extends GoodFile = GoodFile> {
  read: () => Promise<{ registry: Registry; gone: readonly LibraryEntry[]; problem?: unknown }>;
  /** Checks a file and stores nothing. */
  preview: (file: { name: string; bytes: Uint8Array }) => Promise<Good | RefusedFile>;
  add: (preview: Good, isOn: boolean) => Promise<void>;
  switchOn: (hash: string, isOn: boolean) => Promise<void>;
  move: (hash: string, to: number) => Promise<void>;
  /** @returns the undo */
  remove: (hash: string) => Promise<() => Promise<void>>;
  /** @returns the bytes of the file, as they came */
  exportFile: (hash: string) => Promise<Uint8Array>;
  noteCheck: (hash: string, check: CheckNote) => Promise<void>;
  subscribe: (listener: () => void, signal: AbortSignal) => void;
}

/** A file that was read, with a number by which the page knows it. */
export interface ReadDataset {
  id: number;
  preview: FilePreview;
}

export interface LibraryView {
  registry: Registry;
  /** Those of the registry whose data the browser has deleted. */
  gone: readonly LibraryEntry[];
  /** Why the library cannot be read, in the browser's words. */
  problem?: string | undefined;
  /** The last files that were read, until each is added or closed. */
  files: readonly ReadDataset[];
  /** The file that is read now: which of how many, counted from 1. */
  reading?: { name: string; at: number; of: number } | undefined;
  /** Whether files are dragged over the page. */
  isDragged: boolean;
}

export const EMPTY_LIBRARY: LibraryView = { registry: [], gone: [], files: [], isDragged: false };

export interface LibraryActions {
  /** Reads files and shows what is in them. */
  readFiles: (files: readonly File[]) => void;
  /** Adds a file that was read. */
  add: (id: number, isOn: boolean) => void;
  /** Adds all new ones that have no warning. */
  addAll: () => void;
  /** Forgets a file that was read; without an id all of them. */
  closeFile: (id?: number) => void;
  switchDataset: (entry: LibraryEntry, isOn: boolean) => void;
  /** @param steps -1 for up, 1 for down */
  move: (entry: LibraryEntry, steps: 1 | -1) => void;
  exportDataset: (entry: LibraryEntry) => void;
  removeDataset: (entry: LibraryEntry) => void;
  copyProblems: (text: string) => void;
}

/** Whether a file can be added. */
export const isGood = (preview: FilePreview): preview is GoodFile => 'entry' in preview;

/** Whether nothing about a dataset has to be decided. */
export const isPlainNew = (preview: FilePreview): boolean =>
  isGood(preview) &&
  preview.relation === 'new' &&
  !preview.startsOff &&
  preview.warnings.length === 0;
