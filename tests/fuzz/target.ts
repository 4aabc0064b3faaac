/** What a fuzz target is: inputs of one border of the product, and what must hold for each of them. Knows no target. */
import fc from 'fast-check';

/** A border where text or values from outside come in. */
export interface FuzzTarget<Input = unknown> {
  /** As the command line and the folder of its findings name it. */
  readonly name: string;
  /** Makes inputs: some at random, and most of them close to valid ones, because random ones never come close. */
  readonly inputs: fc.Arbitrary<Input>;
  /** @throws AssertionError, or whatever the product throws, if something does not hold */
  readonly check: (input: Input) => void;
}

/** Several targets in one list: each gets its own inputs alone. */
export const target = <Input>({ name, inputs, check }: FuzzTarget<Input>): FuzzTarget => ({
  name,
  inputs,
  check: (input) => {
    check(input as Input);
  },
});

/** A change of a text: where, how many characters go, and what comes in their place. */
type Edit = readonly [at: number, length: number, insert: string];

const edited = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((now, [at, length, insert]) => {
    const start = at % (now.length + 1);
    return now.slice(0, start) + insert + now.slice(start + length);
  }, text);

/**
 * Texts that are nearly one of some good ones.
 * @param scraps what may be written into them, besides any characters
 */
export function nearly(
  texts: fc.Arbitrary<string>,
  scraps: readonly string[],
): fc.Arbitrary<string> {
  const insert = fc.oneof(
    fc.constantFrom('', ...scraps),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const edit = fc.tuple(fc.nat(), fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)), insert);
  return fc
    .tuple(texts, fc.array(edit, { maxLength: 4 }))
    .map(([text, edits]) => edited(text, edits));
}

/** A change of a JSON value: which of its parts, and what is there then; undefined takes the part away. */
type Replacement = readonly [part: number, value: unknown];

interface Part {
  holder: Record<string, unknown>;
  key: string;
}

/** All values inside of a JSON value, each with what holds it. @param parts gets them */
function partsOf(value: unknown, parts: Part[] = []): Part[] {
  if (typeof value !== 'object' || value === null) return parts;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    parts.push({ holder, key });
    partsOf(holder[key], parts);
  }
  return parts;
}

/**
 * JSON values that are nearly one of some good ones: parts of them are gone, replaced, or stand in another place.
 * @param parts what may stand in another part's place
 */
export function nearlyJson(
  values: fc.Arbitrary<unknown>,
  parts: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const replacement = fc.tuple(fc.nat(), fc.option(parts, { nil: undefined }));
  const moved = fc.record({ from: fc.nat(), to: fc.nat() });
  return fc
    .tuple(values, fc.array(replacement, { maxLength: 3 }), fc.array(moved, { maxLength: 2 }))
    .map(([value, replacements, moves]) => changed(value, replacements, moves));
}

/** As a file would have it; undefined, which no file has, stays. */
const copyOf = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

function changed(
  value: unknown,
  replacements: readonly Replacement[],
  moves: readonly { from: number; to: number }[],
): unknown {
  const copy = copyOf(value);
  const partAt = (index: number) => {
    const all = partsOf(copy);
    return all[index % all.length];
  };
  const put = (index: number, part: unknown): void => {
    const place = partAt(index);
    if (place) place.holder[place.key] = copyOf(part);
  };
  for (const { from, to } of moves) {
    const source = partAt(from);
    if (source) put(to, source.holder[source.key]);
  }
  for (const [part, replacement] of replacements) put(part, replacement);
  // Takes the missing parts away, as a file would not have them.
  return copyOf(copy);
}
