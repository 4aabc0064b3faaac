/** Where the values of a JSON text stand: offsets while it is read, line and column when somebody asks. */

/** The names and indices that lead from the whole text to one value. */
export type JsonPath = readonly PropertyKey[];

/** Both count from 1; columns count UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Turns offsets (in UTF-16 code units) into positions. The text is read once, whatever the number of questions. */
export function positionsIn(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Offsets at which lines begin; a line ends with LF, CR or both. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

/** Offsets of the values in each object and list, by name or index. */
export class Offsets {
  readonly #objects = new Map<unknown, Map<PropertyKey, number>>();
  /** A list needs no names: a file may have a million of them. */
  readonly #lists = new Map<unknown, number[]>();
  readonly #whole: number;

  /** @param whole offset of the outermost value */
  constructor(whole: number) {
    this.#whole = whole;
  }

  /** The value of a name. */
  set(object: object, name: string, offset: number): void {
    const known = this.#objects.get(object);
    if (known) known.set(name, offset);
    else this.#objects.set(object, new Map([[name, offset]]));
  }

  /** The next value of a list. */
  push(list: readonly unknown[], offset: number): void {
    const known = this.#lists.get(list);
    if (known) known.push(offset);
    else this.#lists.set(list, [offset]);
  }

  /** @returns the offset of the value at a path, or of the innermost value around it where it is not in the text */
  find(root: unknown, path: JsonPath): number {
    let [value, offset] = [root, this.#whole];
    for (const step of path) {
      const inner = this.#objects.get(value)?.get(step) ?? this.#lists.get(value)?.[Number(step)];
      if (inner === undefined) break;
      offset = inner;
      value = (value as Record<PropertyKey, unknown>)[step];
    }
    return offset;
  }
}
