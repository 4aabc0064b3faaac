/**
 * The scanner's tables as text, so that no page has to build them: made when the extension is built, read at the
 * start. Knows numbers and their form, neither text nor triggers' meaning.
 */
import { buildAutomaton, type Automaton, type Numbers } from './automaton.ts';
import { createAlphabet, kindsUpTo, lettersOf, type Alphabet } from './symbols.ts';

/** What makes a text worth a look, each in the form of `symbols.ts`. */
export interface Triggers {
  /** Names of an entity, and names that speak against it. */
  names: readonly string[];
  /** What an idea is done to. */
  objects: readonly string[];
  /** What is done: by itself not worth a look, but nothing is an idea without it. */
  actions: readonly string[];
}

/** Everything that a scanner needs; arrays are base64 of little-endian numbers. */
export interface ScannerTables {
  /** Letters of all triggers, in the order of their symbols. */
  letters: string;
  /** Kinds of the first UTF-16 units. */
  kinds: string;
  /** Whether base, check and failure have four bytes a number instead of two. */
  wide: boolean;
  base: string;
  check: string;
  failure: string;
  accepting: string;
}

/** So many entities have a bit of their own. */
const OWN_BITS = 5;
/** Bits of the scanner: objects and actions of ideas, and the names of all other entities. */
export const OBJECTS = 1 << OWN_BITS;
export const ACTIONS = 1 << (OWN_BITS + 1);
const OTHERS = 1 << (OWN_BITS + 2);
/** Latin letters and signs are in every page's text; the kinds of others are worked out where they are met. */
const KNOWN_KINDS = 0x250;

/** The bit of an entity's names, by its position. */
export const bitOf = (entity: number): number => (entity < OWN_BITS ? 1 << entity : OTHERS);

/** @param entities in the order of their positions */
export function compileScanner(entities: readonly Triggers[]): ScannerTables {
  const triggers = entities.flatMap(({ names, objects, actions }, at) => [
    ...names.map((trigger) => ({ trigger, bit: bitOf(at) })),
    ...objects.map((trigger) => ({ trigger, bit: OBJECTS })),
    ...actions.map((trigger) => ({ trigger, bit: ACTIONS })),
  ]);
  const letters = lettersOf(triggers.map(({ trigger }) => trigger));
  const alphabet = createAlphabet(letters);
  const patterns = triggers.map(({ trigger, bit }) => ({ symbols: alphabet.spell(trigger), bit }));
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
  // A cast, because the language library of this room is older than the method.
  const native = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  return native.fromBase64?.(text) ?? Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
}

/** Everywhere, but not in the language's own library, which is all that this room is compiled with. */
declare global {
  function atob(base64: string): string;
  function btoa(units: string): string;
}
