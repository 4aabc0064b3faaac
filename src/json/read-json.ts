/** Reads JSON text with `jsonc-parser`, and adds what a strict reader needs: a bound on depth, and no name twice. */
import { visit, type JSONVisitor } from 'jsonc-parser';
import { Offsets, positionsIn, type JsonPath, type Position } from './places.ts';

/**
 * Why a text was not read. Reading stops at the first problem.
 * - `syntax`: `found` cannot stand there; empty where it cannot be shown
 * - `end`: the text ends too early
 * - `deep`: more objects and lists stand in each other than allowed
 * - `many`: there are more values than allowed
 * - `repeated`: the name `found` stands twice in one object
 * - `reserved`: the name is `__proto__`, which would change the object itself
 */
export interface JsonProblem {
  code: 'syntax' | 'end' | 'deep' | 'many' | 'repeated' | 'reserved';
  position: Position;
  found: string;
}

export interface JsonDocument {
  value: unknown;
  /** Where a value stands; for a path that is not in the text, where the innermost value around it stands. */
  positionOf: (path: JsonPath) => Position;
}

/** Ends the reading. */
class Stop extends Error {
  readonly code: JsonProblem['code'];
  readonly offset: number;
  readonly found: string;

  constructor(code: JsonProblem['code'], offset: number, found = '') {
    super(code);
    this.code = code;
    this.offset = offset;
    this.found = found;
  }
}

/**
 * Reads a text whole or not at all, as `JSON.parse` would, but for repeated and reserved names and for depth.
 * @param maxDepth how many objects and lists may stand in each other
 * @param maxValues how many values there may be, objects and lists included
 */
export function readJson(
  text: string,
  maxDepth: number,
  maxValues = Infinity,
): { document: JsonDocument } | { problem: JsonProblem } {
  const positionAt = positionsIn(text);
  const builder = createBuilder(text, maxDepth, maxValues);
  try {
    visit(text, builder.visitor, { disallowComments: true });
    const { value, offsets } = builder.result();
    return { document: { value, positionOf: (path) => positionAt(offsets.find(value, path)) } };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const { code, offset, found } = error;
    return { problem: { code, position: positionAt(offset), found } };
  }
}

/** An object or list whose end has not come yet. */
type Open = { list: unknown[] } | { object: Record<string, unknown>; name: string };

/** Puts the value together from what the parser reports. The stack is its only state, besides the result. */
function createBuilder(text: string, maxDepth: number, maxValues: number) {
  const stack: Open[] = [];
  let whole: { value: unknown; offsets: Offsets } | undefined;

  let values = 0;

  const add = (value: unknown, offset: number): void => {
    values += 1;
    if (values > maxValues) throw new Stop('many', offset, String(maxValues));
    whole ??= { value, offsets: new Offsets(offset) };
    const around = stack.at(-1);
    if (!around) return;
    if ('list' in around) {
      whole.offsets.push(around.list, offset);
      around.list.push(value);
    } else {
      whole.offsets.set(around.object, around.name, offset);
      around.object[around.name] = value;
    }
  };
  const open = (container: Open, value: object, offset: number): void => {
    if (stack.length >= maxDepth) throw new Stop('deep', offset, text[offset]);
    add(value, offset);
    stack.push(container);
  };
  const close = (): void => void stack.pop();
  const visitor: JSONVisitor = {
    onObjectBegin(offset) {
      const object = {};
      open({ object, name: '' }, object, offset);
    },
    onArrayBegin(offset) {
      const list: unknown[] = [];
      open({ list }, list, offset);
    },
    onObjectProperty(name, offset) {
      const around = stack.at(-1);
      if (!around || !('object' in around)) return;
      if (name === '__proto__') throw new Stop('reserved', offset, name);
      if (Object.hasOwn(around.object, name)) throw new Stop('repeated', offset, name);
      around.name = name;
    },
    onLiteralValue: add,
    onObjectEnd: close,
    onArrayEnd: close,
    onError(_code, offset, length) {
      throw stopAt(text, offset, length);
    },
  };
  return {
    visitor,
    /** @throws Stop for a text without a value */
    result() {
      if (!whole) throw new Stop('end', text.length);
      return whole;
    },
  };
}

/** What the parser calls an error, as one of ours. */
function stopAt(text: string, offset: number, length: number): Stop {
  const isAtEnd = offset >= text.length;
  return isAtEnd
    ? new Stop('end', text.length)
    : new Stop('syntax', offset, text.slice(offset, offset + Math.max(length, 1)));
}
