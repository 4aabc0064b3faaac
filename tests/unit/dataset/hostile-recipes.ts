/** Makes the files of tests/hostile-datasets: small recipes that stand for large or odd files. Its README explains each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signed } from '../../made-up/signed.ts';
import { stepsOf } from '../../../src/dataset/path-text.ts';

export const HOSTILE_FOLDER = join(import.meta.dirname, '../../hostile-datasets');
const GOOD_FILE = join(import.meta.dirname, '../../made-up/bridges.json');

export interface Recipe {
  text?: unknown;
  hex?: string;
  utf16?: 'le' | 'be';
  mark?: boolean;
  dense?: boolean;
  size?: number;
  put?: Record<string, unknown>;
  without?: string[];
  sign?: string;
  afterwards?: Record<string, unknown>;
  rename?: Record<string, string>;
  replace?: [from: string, to: string];
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readGood = (): Json => JSON.parse(readFileSync(GOOD_FILE, 'utf8')) as Json;

const at = (json: unknown, path: string): unknown =>
  stepsOf(path).reduce<unknown>((value, step) => (value as Json)[step], json);

/** Replaces each `#` in the texts of a value. */
function numbered(value: unknown, by: string): unknown {
  if (typeof value === 'string') return value.replaceAll('#', by);
  if (Array.isArray(value)) return value.map((inner) => numbered(inner, by));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, numbered(inner, by)]),
  );
}

/** Letters of a script in a row, cut into texts. */
function letters([first, count, each]: [string, number, number]): string[] {
  const start = Number.parseInt(first, 16);
  return Array.from({ length: Math.ceil(count / each) }, (_, text) =>
    String.fromCodePoint(
      ...Array.from(
        { length: Math.min(each, count - text * each) },
        (__, i) => start + text * each + i,
      ),
    ),
  );
}

const RECIPES: Record<string, (args: never) => unknown> = {
  $repeat: ([text, times]: [string, number]) => text.repeat(times),
  $series: ([value, times]: [unknown, number]) =>
    Array.from({ length: times }, (_, i) => numbered(cooked(value), String(i))),
  $each: ([value, file, line]: [unknown, string, number]) =>
    (readFileSync(join(HOSTILE_FOLDER, file), 'utf8').split('\n')[line - 1] ?? '')
      .split(' ')
      .map((word) => numbered(value, word)),
  $entry: ([key, value]: [unknown, unknown]) => ({ [String(cooked(key))]: cooked(value) }),
  $keys: ([key, value, times]: [string, unknown, number]) =>
    Object.fromEntries(
      Array.from({ length: times }, (_, i) => [key.replaceAll('#', String(i)), cooked(value)]),
    ),
  $letters: letters,
};

/** A value of a case with its recipes carried out. */
function cooked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cooked);
  if (!isObject(value)) return value;
  const [[name, args] = ['', undefined]] = Object.entries(value);
  const recipe = Object.hasOwn(RECIPES, name) ? RECIPES[name] : undefined;
  if (recipe) return recipe(args as never);
  const { $at, ...fields } = value;
  const own = Object.fromEntries(
    Object.entries(fields).map(([key, inner]) => [key, cooked(inner)]),
  );
  return typeof $at === 'string' ? { ...(at(readGood(), $at) as Json), ...own } : own;
}

/** The good dataset with its changes, as text. */
function changedText({
  put = {},
  without = [],
  sign,
  afterwards = {},
  rename = {},
  replace,
  dense = false,
}: Recipe): string {
  let json = readGood();
  const holderOf = (path: string): [holder: Json, step: string | number] => {
    const steps = stepsOf(path);
    const holder = steps.slice(0, -1).reduce<unknown>((value, step) => (value as Json)[step], json);
    return [holder as Json, steps.at(-1) ?? ''];
  };
  const write = (values: Record<string, unknown>): void => {
    for (const [path, value] of Object.entries(values)) {
      const [holder, step] = holderOf(path);
      holder[step] = cooked(value);
    }
  };
  write(put);
  for (const path of without) {
    const [holder, step] = holderOf(path);
    Reflect.deleteProperty(holder, step);
  }
  if (sign !== undefined) json = signed(json, sign);
  write(afterwards);
  let text = JSON.stringify(json, null, dense ? 0 : 2);
  for (const [from, to] of Object.entries(rename)) text = text.replaceAll(`"${from}"`, `"${to}"`);
  return replace ? text.replace(...replace) : text;
}

/** @returns the bytes of a case's file */
export function fileOf(recipe: Recipe): Uint8Array {
  const { text, hex, utf16, mark = false, size } = recipe;
  if (size !== undefined) return new Uint8Array(size).fill(0x20);
  if (hex !== undefined) return Buffer.from(hex, 'hex');
  if (utf16 !== undefined) {
    const bytes = Buffer.from(`\ufeff${changedText(recipe)}`, 'utf16le');
    return utf16 === 'le' ? bytes : bytes.swap16();
  }
  const written = text === undefined ? changedText(recipe) : (cooked(text) as string);
  return new TextEncoder().encode(mark ? `\ufeff${written}` : written);
}
