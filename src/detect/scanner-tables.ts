/**
 * The scanner's tables as text, so that no page has to build them: made when the extension is built, read at the
 * start. Knows numbers and their form, neither text nor triggers' meaning.
 */
import { buildAutomaton, type Automaton, type Numbers } from './automaton.ts';
import { createAlphabet, kindsUpTo, lettersOf, type Alphabet, type Letters } from './symbols.ts';

/** Whose triggers they are, as a position in a list. */
export interface Triggers {
  owner: number;
  /** See `symbols.ts` for their form. */
  triggers: readonly string[];
}

/** Everything that a scanner needs; arrays are base64 of little-endian numbers. */
export interface ScannerTables {
  letters: Letters;
  /** Kinds of the first UTF-16 units. */
  kinds: string;
  /** Whether base, check and failure have four bytes a number instead of two. */
  wide: boolean;
  base: string;
  check: string;
  failure: string;
  accepting: string;
}

/** Owners from the last bit of a byte on share it: a false alarm costs one look by the judge. */
const LAST_BIT = 7;
/** Latin letters and signs are in every page's text; the kinds of others are worked out where they are met. */
const KNOWN_KINDS = 0x250;

/** The bit by which the automaton tells whose trigger it found. */
export const bitOf = (owner: number): number => 1 << Math.min(owner, LAST_BIT);

export function compileScanner(owned: readonly Triggers[]): ScannerTables {
  const letters = lettersOf(owned.flatMap(({ triggers }) => triggers));
  const alphabet = createAlphabet(letters);
  const patterns = owned.flatMap(({ owner, triggers }) =>
    triggers.map((trigger) => ({ symbols: alphabet.spell(trigger), bit: bitOf(owner) })),
  );
  const { base, check, failure, accepting } = buildAutomaton(patterns, alphabet.count);
  return {
    letters,
    kinds: toText(kindsUpTo(KNOWN_KINDS, alphabet)),
    wide: base instanceof Uint32Array,
    base: toText(base),
    check: toText(check),
    failure: toText(failure),
    accepting: toText(accepting),
  };
}

/** The tables again. */
export function readTables(tables: ScannerTables): { automaton: Automaton; alphabet: Alphabet } {
  const numbers = (text: string): Numbers => {
    const { buffer } = fromText(text);
    return tables.wide ? new Uint32Array(buffer) : new Uint16Array(buffer);
  };
  return {
    automaton: {
      base: numbers(tables.base),
      check: numbers(tables.check),
      failure: numbers(tables.failure),
      accepting: fromText(tables.accepting),
    },
    alphabet: createAlphabet(tables.letters, new Uint16Array(fromText(tables.kinds).buffer)),
  };
}

function toText({ buffer, byteOffset, byteLength }: Numbers | Uint8Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let units = '';
  for (const byte of bytes) units += String.fromCharCode(byte);
  return btoa(units);
}

/** Both browsers decode by themselves (ECMAScript 2026, 23.2.2) from the manifest's floors on; Node below 25 does not. */
function fromText(text: string): Uint8Array<ArrayBuffer> {
  const native = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  return (
    native.fromBase64?.(text) ?? Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0))
  );
}

/** Everywhere, but not in the language's own library, which is all that this room is compiled with. */
declare global {
  function atob(base64: string): string;
  function btoa(units: string): string;
}
