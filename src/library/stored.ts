/** What is stored of an added dataset beside its file, and what a page of the extension and the worker say to each other. Types. */
import type { DatasetProblem, DatasetWarning, Refusal } from '../dataset/authoring.ts';
import type { CompiledSet, JudgedDataset } from './compiled-set.ts';
import type { LibraryEntry } from './registry.ts';

/** The parts of `AddedDataset` as JSON, but for the contexts. */
export interface DatasetParts {
  judged: JudgedDataset;
  triggers: string;
  identities: string;
  knowledge: string;
  searchTerms: string;
}

/** Contexts by entity key; `readContext` reads them. */
export type PackedContexts = readonly (readonly [key: string, packed: string])[];

/** A file that was checked and compiled. */
export interface CompiledFile {
  about: Omit<LibraryEntry, 'hash' | 'bytes' | 'isOn' | 'check' | 'isByPolicy'>;
  parts: DatasetParts;
  contexts: PackedContexts;
  warnings: DatasetWarning[];
  /** Whether it should be switched on only if somebody says so. */
  startsOff: boolean;
  /** Names of its main entities. */
  mainNames: string[];
}

/** Why a file was not compiled. */
export interface NotCompiled {
  /** Of the reading; or `slow`: it was ended; `long`: it holds more than pages can take; `failed`: the program did. */
  refusal: Refusal | 'slow' | 'long' | 'failed';
  /** At least one. */
  problems: DatasetProblem[];
  /** How many more there are. */
  more: number;
}

/** Work for the worker. */
export type Task =
  | { kind: 'compile'; bytes: Uint8Array }
  | { kind: 'join'; added: Pick<DatasetParts, 'judged' | 'triggers' | 'identities'>[] };

/** What the worker says. The last one is not `progress`. */
export type Report =
  | { kind: 'progress'; done: number; total: number; place: string }
  | { kind: 'compiled'; file: CompiledFile | NotCompiled }
  | { kind: 'joined'; set: CompiledSet }
  | { kind: 'failed'; message: string };
