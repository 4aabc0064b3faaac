/**
 * Settings files: writes one, and reads one with its problems in words. Loaded when the reader needs it, because checking a file
 * needs zod.
 */
import type { Say } from '../locale/index.ts';
import type { PolicyInForce, Settings } from '../settings/index.ts';
import {
  exportSettings,
  FILE_KIND,
  FILE_MAX_BYTES,
  importSettings,
  refusedSize,
  type Imported,
} from '../settings/transfer.ts';
import { sayProblem } from './import-words.ts';

/** A file that can be imported, or why not: at most 20 sentences, and how many more there would be. */
export type ReadFile =
  | Extract<Imported, { ok: true }>
  | { ok: false; isForeign: boolean; problems: readonly string[]; more: number };

export interface FileWords {
  /** The name of a setting on this page. */
  nameOf: (setting: string) => string;
  /** What a file cannot change. */
  policy?: PolicyInForce | undefined;
  say: Say;
}

/** @returns the text of a file, and a sentence about it if it is too large to be imported again */
export function writeFile(settings: Settings, sites: boolean, say: Say): [string, string] {
  const text = exportSettings(settings, { sites });
  const isLarge = new TextEncoder().encode(text).length > FILE_MAX_BYTES;
  return [text, isLarge ? say('exportedLarge', FILE_MAX_BYTES) : say('exported')];
}

/** @throws what the browser throws if it cannot read the file */
export async function readFile(file: Blob, current: Settings, words: FileWords): Promise<ReadFile> {
  if (file.size > FILE_MAX_BYTES) return inWords(refusedSize(file.size), false, words);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return readBytes(bytes, current, words);
}

/** @param bytes of a file that is not too large */
export function readBytes(bytes: Uint8Array, current: Settings, words: FileWords): ReadFile {
  // A settings file that was edited and broken says what it is; anything else is another file.
  const isForeign = !new TextDecoder().decode(bytes).includes(FILE_KIND);
  return inWords(importSettings(bytes, current, undefined, words.policy), isForeign, words);
}

function inWords(imported: Imported, isForeign: boolean, words: FileWords): ReadFile {
  if (imported.ok) return imported;
  const { problems, more } = imported;
  return {
    ...{ ok: false, more },
    isForeign: isForeign || problems.some(({ code }) => code === 'kind'),
    problems: problems.map((problem) => sayProblem(problem, words)),
  };
}
