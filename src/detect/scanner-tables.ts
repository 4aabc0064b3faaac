/**
 * Writes and reads the scanner's tables as text. The build writes them, so no page has to build them. Knows numbers and
 * their form, and no names.
 */
import { buildTrie, withFailures, type Automaton, type Numbers } from './automaton.ts';
import { createAlphabet, kindsUpTo, lettersOf, type Alphabet } from './symbols.ts';

/** Text of one entity at which the judge has to look, in the form of `symbols.ts`. */
export interface Triggers {
  tier: 'main' | 'cast';
  /** Names of the entity, and names that are evidence against it. */
  names: readonly string[];
  /** Objects of its concept rules. */
  objects: readonly string[];
}

/** The data of a scanner. Arrays are base64 of little-endian numbers. */
export interface ScannerTables {
  /** UTF-16 units of the letters of all triggers, in the order of their symbols. */
  letters: string;
  /** Kinds of the first UTF-16 units. */
  kinds: string;
  /** Whether numbers of base and check take four bytes instead of two. */
  wide: boolean;
  base: string;
  check: string;
  accepting: string;
}

/**
 * The scanner's bits: what kind of trigger it found. An entity has no bit, so a dataset may have any number of them. A
 * page that mentions only main entities which the user switched off costs a look of the judge.
 */
export const BITS = { main: 1, cast: 2, objects: 4 } as const;
/** Every page has ASCII. The scanner finds the kinds of other units when it meets them. */
const KNOWN_KINDS = 0x80;

export function compileScanner(entities: readonly Triggers[]): ScannerTables {
  const triggers = entities.flatMap(({ tier, names, objects }) => [
    ...names.map((trigger) => ({ trigger, bit: BITS[tier] })),
    ...objects.map((trigger) => ({ trigger, bit: BITS.objects })),
  ]);
  const letters = lettersOf(triggers.map(({ trigger }) => trigger));
  const alphabet = createAlphabet(letters);
  const patterns = triggers.map(({ trigger, bit }) => ({ symbols: alphabet.spell(trigger), bit }));
  const { base, check, accepting } = buildTrie(patterns, alphabet.count);
  return {
    letters: toText(Uint16Array.from(letters, (letter) => letter.charCodeAt(0))),
    kinds: toText(kindsUpTo(KNOWN_KINDS, alphabet)),
    wide: base instanceof Uint32Array,
    base: toText(base),
    check: toText(check),
    accepting: toText(accepting),
  };
}

/** Reads what `compileScanner` wrote. */
export function readTables(tables: ScannerTables): { automaton: Automaton; alphabet: Alphabet } {
  const numbers = (text: string): Numbers => {
    const { buffer } = fromText(text);
    return tables.wide ? new Uint32Array(buffer) : new Uint16Array(buffer);
  };
  return {
    automaton: withFailures({
      base: numbers(tables.base),
      check: numbers(tables.check),
      accepting: fromText(tables.accepting),
    }),
    alphabet: createAlphabet(
      String.fromCharCode(...unitsOf(tables.letters)),
      unitsOf(tables.kinds),
    ),
  };
}

const unitsOf = (text: string): Uint16Array => new Uint16Array(fromText(text).buffer);

function toText({ buffer, byteOffset, byteLength }: Numbers | Uint8Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let units = '';
  for (const byte of bytes) units += String.fromCharCode(byte);
  return btoa(units);
}

/** Both browsers have `fromBase64` (ECMAScript 2026, 23.2.2) from the manifest's minimum versions on. Node below 25 has not. */
function fromText(text: string): Uint8Array<ArrayBuffer> {
  // A cast, because the language library of this room is older than the method.
  const native = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  return native.fromBase64?.(text) ?? Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
}

/** Every platform has both, but the language library does not, and this room has no other types. */
declare global {
  function atob(base64: string): string;
  function btoa(units: string): string;
}
