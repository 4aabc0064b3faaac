/**
 * What the page of datasets knows and does: the added datasets, the files that were read and wait for a decision, and the functions
 * that it gets from the library. Types only: the library itself, with its database, is loaded after the first drawing.
 */
import type { LibraryEntry, Registry } from '../library/index.ts';
import type { Library } from '../library/library.ts';
import type { GoodPreview, Preview, RefusedPreview } from '../library/preview.ts';

export type { GoodPreview, Library, Preview, RefusedPreview };

/** A file that was read, with a number by which the page knows it. */
export interface ReadDataset {
  id: number;
  preview: Preview;
}

export interface LibraryView {
  registry: Registry;
  /** Those of the registry whose data the browser has deleted. */
  gone: readonly LibraryEntry[];
  /** Why the library cannot be read, in the browser's words. */
  problem?: string | undefined;
  /** The last files that were read, until each is added or closed. */
  files: readonly ReadDataset[];
  /** The file that is read now: which of how many, counted from 1; `part` of it is done, from 0 to 1. */
  reading?: { name: string; at: number; of: number; part: number } | undefined;
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
  /** Holds the files that were read against the library as it is now. */
  renewFiles: () => void;
  switchDataset: (entry: LibraryEntry, isOn: boolean) => void;
  /** @param steps -1 for up, 1 for down */
  move: (entry: LibraryEntry, steps: 1 | -1) => void;
  exportDataset: (entry: LibraryEntry) => void;
  removeDataset: (entry: LibraryEntry) => void;
  copyProblems: (text: string) => void;
}

/** Whether a file can be added. */
export const isGood = (preview: Preview): preview is GoodPreview => 'entry' in preview;

/** Whether nothing about a dataset has to be decided. */
export const isPlainNew = (preview: Preview): boolean =>
  isGood(preview) &&
  preview.relation === 'new' &&
  !preview.startsOff &&
  preview.warnings.length === 0;
