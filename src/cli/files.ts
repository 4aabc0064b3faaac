/** Reads files for the commands. An error names the file, the line and the reason. */
import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { z } from 'zod';

/** How messages call a file: by its path from here, or by its whole path if it is somewhere else. */
export function shortNameOf(file: string): string {
  const path = relative('', file);
  return path.startsWith('..') || isAbsolute(path) ? file : path.replaceAll('\\', '/');
}

/** What an error says, of whatever type it is. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** @throws Error that names the file, and says why it cannot be read */
export const readText = (file: string): string => readBytes(file).toString('utf8');

/** @throws Error that names the file, and says why it cannot be read */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`${shortNameOf(file)} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

/** @throws Error that says whether the file or its JSON is wrong, and where */
export function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${shortNameOf(file)} is not JSON: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Reads a file of JSON lines. It skips empty lines.
 * @param schema of one line
 * @throws Error that names the file and the first line that is wrong, with the reason
 */
export function readJsonLines<Line>(file: string, schema: z.ZodType<Line>): Line[] {
  return readText(file)
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const where = `${shortNameOf(file)}, line ${index + 1}`;
      let json: unknown;
      try {
        json = JSON.parse(line);
      } catch (error) {
        throw new Error(`${where} is not JSON: ${reasonOf(error)}`, { cause: error });
      }
      const parsed = schema.safeParse(json);
      if (parsed.success) return [parsed.data];
      const [{ path, message } = { path: [], message: 'not as expected' }] = parsed.error.issues;
      const field = path.length > 0 ? path.join('.') : 'the line';
      throw new Error(`${where}: ${field}: ${message}`);
    });
}
