/** What fuzzing found once, as files: inputs that broke something, which every test run tries again. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';

const FOLDER = join(import.meta.dirname, 'found');

/** One file of found/TARGET/. */
interface FoundFile {
  /** What was wrong. */
  why: string;
  /** The input, if JSON can carry it. */
  input?: unknown;
  /** Any other input: base64 of Node's structured clone. */
  cloned?: string;
}

export interface Finding {
  /** Name of its file. */
  file: string;
  why: string;
  input: unknown;
}

/** Earlier findings of a target, in the order of their files. */
export function readFound(target: string): Finding[] {
  const folder = join(FOLDER, target);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((file) => {
    const { why, input, cloned } = JSON.parse(
      readFileSync(join(folder, file), 'utf8'),
    ) as FoundFile;
    const read: unknown = cloned === undefined ? input : deserialize(Buffer.from(cloned, 'base64'));
    return { file, why, input: read };
  });
}

/** Keeps an input. @returns path of its file */
export function writeFound(target: string, why: string, input: unknown): string {
  const folder = join(FOLDER, target);
  mkdirSync(folder, { recursive: true });
  const content: FoundFile = isJson(input)
    ? { why, input }
    : { why, cloned: serialize(input).toString('base64') };
  const text = `${JSON.stringify(content, null, 2)}\n`;
  const file = join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`);
  writeFileSync(file, text);
  return file;
}

function isJson(value: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
  } catch {
    return false;
  }
}
