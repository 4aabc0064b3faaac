/**
 * JSON text to a value, strictly, with the place of everything in it: for files that people edit by hand. Pure.
 * Knows JSON alone; what may stand in the file is for transfer.ts.
 */

/** Where and what. The texts are notation, not sentences: the caller words them. */
export interface JsonProblem {
  /** `repeated`: a name twice in one object; `reserved`: a name that no object may have; `deep`: too many levels. */
  code: 'syntax' | 'deep' | 'repeated' | 'reserved';
  /** JSON Pointer (RFC 6901). */
  path: string;
  /** Offset in UTF-16 code units. */
  at: number;
  found: string;
  expected: string;
}

export type ParsedJson =
  | {
      value: unknown;
      /** Offset of each value by its JSON Pointer. */
      places: ReadonlyMap<string, number>;
    }
  | { problem: JsonProblem };

class Failure extends Error {
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const WORD = /[\p{L}\p{N}_$.+-]+/uy;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\x7f-\x9f])*"/uy;
const LITERALS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** @param mostDepth how many objects and lists may stand in each other */
export function parseJson(text: string, mostDepth: number): ParsedJson {
  const places = new Map<string, number>();
  let at = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const fail = (
    path: string,
    expected: string,
    code: JsonProblem['code'] = 'syntax',
    from = at,
  ): never => {
    at = from;
    const found = take(WORD) ?? text.slice(from, from + 1);
    throw new Failure({ code, path, at: from, found, expected });
  };
  const skip = (): void => void take(SPACE);
  const peek = (): string => text[at] ?? '';

  const readString = (path: string): string => {
    const from = at;
    const raw = take(STRING);
    return raw === undefined ? fail(path, '"…"', 'syntax', from) : (JSON.parse(raw) as string);
  };

  const readValue = (path: string, depth: number): unknown => {
    skip();
    places.set(path, at);
    const first = peek();
    if (first === '{' || first === '[') {
      if (depth >= mostDepth) fail(path, `≤ ${mostDepth}`, 'deep');
      return first === '{' ? readObject(path, depth + 1) : readList(path, depth + 1);
    }
    if (first === '"') return readString(path);
    const from = at;
    const word = take(WORD);
    if (word !== undefined && LITERALS.has(word)) return LITERALS.get(word);
    at = from;
    const number = take(NUMBER);
    if (number === undefined || (word !== undefined && word.length !== number.length)) {
      return fail(path, '{ [ " 0 true false null', 'syntax', from);
    }
    return Number(number);
  };

  /** After one entry. @returns whether another one follows */
  const goesOn = (path: string, end: string): boolean => {
    skip();
    const comma = at;
    if (peek() === end) {
      at++;
      return false;
    }
    if (peek() !== ',') fail(path, `, ${end}`);
    at++;
    skip();
    // The comma is what is wrong, and its line the one to look at.
    if (peek() === end) fail(path, end, 'syntax', comma);
    return true;
  };

  const readList = (path: string, depth: number): unknown[] => {
    const list: unknown[] = [];
    at++;
    skip();
    if (peek() === ']') {
      at++;
      return list;
    }
    do list.push(readValue(`${path}/${list.length}`, depth));
    while (goesOn(path, ']'));
    return list;
  };

  const readObject = (path: string, depth: number): Record<string, unknown> => {
    const object: Record<string, unknown> = {};
    at++;
    skip();
    if (peek() === '}') {
      at++;
      return object;
    }
    do {
      const from = at;
      const name = readString(path);
      const inner = `${path}/${pointerOf(name)}`;
      if (name === '__proto__') fail(inner, '', 'reserved', from);
      if (Object.hasOwn(object, name)) fail(inner, '', 'repeated', from);
      skip();
      if (peek() !== ':') fail(inner, ':');
      at++;
      object[name] = readValue(inner, depth);
    } while (goesOn(path, '}'));
    return object;
  };

  try {
    const value = readValue('', 0);
    skip();
    if (at < text.length) fail('', '');
    return { value, places };
  } catch (error) {
    if (error instanceof Failure) return { problem: error.problem };
    throw error;
  }
}

/** One step of a JSON Pointer. */
export const pointerOf = (name: string | number): string =>
  String(name).replaceAll('~', '~0').replaceAll('/', '~1');

/** Line and column of an offset, both from 1; columns count UTF-16 code units. */
export function lineOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
