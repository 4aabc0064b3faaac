/** Paths into a file as people read them, `facts[2].about[0]`, and values as a message can show them. Knows no dataset. */
import { WHOLE_FILE } from './problem.ts';

/** Longest text and longest JSON that a message repeats, in UTF-16 code units. */
const SHOWN_TEXT_MAX = 60;
const SHOWN_JSON_MAX = 80;
/** Longest name of a field in a path: long ones are no fields of ours. */
const SHOWN_NAME_MAX = 40;

export function formatPath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? WHOLE_FILE : path.map(formatStep).join('').replace(/^\./, '');
}

/** @returns the path's steps; a name that `formatPath` shows as JSON or shortened is not found again */
export function stepsOf(path: string): (string | number)[] {
  if (path === WHOLE_FILE) return [];
  return [...path.matchAll(/\[(\d+)\]|\.?([^.[\]]+)/g)].map(([, index, name = '']) =>
    index === undefined ? name : Number(index),
  );
}

export function formatStep(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = shortened(String(key), SHOWN_NAME_MAX);
  // A name that is empty or breaks the line is shown as JSON: a problem is one line.
  return name === '' || /\p{Cc}/u.test(name) ? `[${JSON.stringify(name)}]` : `.${name}`;
}

const shortened = (text: string, max: number): string =>
  text.length > max ? `${text.slice(0, max)}…` : text;

export function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    json,
  );
}

export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'string' && value.length > SHOWN_TEXT_MAX) {
    const start = JSON.stringify(value.slice(0, SHOWN_TEXT_MAX)).slice(0, SHOWN_TEXT_MAX);
    return `${start}…" (${value.length} characters)`;
  }
  return shortened(JSON.stringify(value), SHOWN_JSON_MAX);
}

/** Characters that nobody sees, or that change the order of others. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text for a message, with the code of each character that could not be seen: `\u202e`. */
export const withCodes = (text: string): string =>
  text.replace(UNSEEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
