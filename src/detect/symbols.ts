/** The alphabet of the scanner: turns UTF-16 units and triggers into symbols. Knows writing, neither states nor names. */
import {
  foldCharacter,
  isFirstPart,
  isHiragana,
  isKatakana,
  isUnspaced,
  isWordCharacter,
  NOTHING,
} from './fold.ts';

/** Symbol of everything between words. */
export const BREAK = 0;
/** Symbol of all letters that no trigger has. */
const OTHER_LETTER = 1;
const FIRST_LETTER = 2;

/** Kinds below `ALONE` are rare. The scanner reads them slowly. */
const UNKNOWN = 0;
/** A character that changes no word. */
export const SLOW = 1;
/** Half of a surrogate pair. */
export const HALF = 2;
/** `#` or `@`: a capital after a small letter begins a word from here on. */
export const TAG = 3;
/** Zero-width space: a capital that follows it after a small letter begins a word. */
export const MAY_PART = 4;
/** First part of a letter that text may write in parts. */
export const MAY_GROW = 5;
/** Flag of a letter of a script without spaces. The letter counts as a word. */
export const ALONE = 0x2000;
/** Flag of all other letters and signs. */
export const ORDINARY = 0x4000;
/** Marks a trigger that may begin inside a word, after an Arabic or Hebrew particle. */
export const INSIDE = '~';

/**
 * The letters of all triggers, in the order of their symbols.
 * @param triggers folded words with single spaces between them, after `~` if they may begin inside a word. Any text may
 * follow the last letter.
 */
export const lettersOf = (triggers: readonly string[]): string =>
  [...new Set(triggers.join('').replaceAll(INSIDE, '').replaceAll(' ', ''))].join('');

export interface Alphabet {
  /** How many symbols there are. */
  count: number;
  /** Kind of each UTF-16 unit that the scanner has met. 0 for the others. */
  table: Uint16Array;
  /** Kind of a unit or of a surrogate pair. */
  kindOf(character: string): number;
  /** Kind of a whole letter. */
  kindOfLetter(letter: string): number;
  symbolOf(kind: number): number;
  /** A trigger in symbols. It begins after a word break unless it may stand inside a word. */
  spell(trigger: string): number[];
}

/** @param known kinds of the first UTF-16 units, from `kindsUpTo` */
export function createAlphabet(letters: string, known?: Uint16Array): Alphabet {
  const table = new Uint16Array(0x10000);
  if (known) table.set(known);
  const symbolOfLetter = (folded: string): number => {
    const at = letters.indexOf(folded);
    return at < 0 ? OTHER_LETTER : FIRST_LETTER + at;
  };
  const classify = (character: string): number => {
    if (character === '\u200b') return MAY_PART;
    if (/^[#@＃＠]$/.test(character)) return TAG;
    if (/^[\ud800-\udfff]$/.test(character)) return HALF;
    if (isFirstPart(character)) return MAY_GROW;
    return classifyLetter(character);
  };
  const classifyLetter = (character: string): number => {
    const folded = foldCharacter(character);
    if (folded === NOTHING) return SLOW;
    if (!isWordCharacter(folded)) return ORDINARY | BREAK;
    const symbol = symbolOfLetter(folded);
    if (!standsAlone(folded)) return ORDINARY | symbol;
    return symbol === OTHER_LETTER ? ORDINARY | BREAK : ALONE | symbol;
  };
  return {
    count: FIRST_LETTER + letters.length,
    table,
    kindOf(character) {
      if (character.length > 1) return classify(character);
      const unit = character.charCodeAt(0);
      let kind = table[unit] ?? UNKNOWN;
      if (kind === UNKNOWN) {
        kind = classify(character);
        table[unit] = kind;
      }
      return kind;
    },
    kindOfLetter: classifyLetter,
    symbolOf: (kind) => kind & ~(ALONE | ORDINARY),
    spell(trigger) {
      const inside = trigger.startsWith(INSIDE);
      const symbols = inside ? [] : [BREAK];
      for (const letter of inside ? trigger.slice(1) : trigger) {
        const alone = standsAlone(letter);
        if ((letter === ' ' || alone) && symbols.at(-1) !== BREAK) symbols.push(BREAK);
        if (letter === ' ') continue;
        symbols.push(symbolOfLetter(letter));
        if (alone) symbols.push(BREAK);
      }
      return symbols;
    },
  };
}

/** Kinds of the UTF-16 units below `end`. */
export function kindsUpTo(end: number, alphabet: Alphabet): Uint16Array<ArrayBuffer> {
  return Uint16Array.from({ length: end }, (_, unit) => alphabet.kindOf(String.fromCharCode(unit)));
}

function standsAlone(folded: string): boolean {
  return folded >= '\u0e00' && (isUnspaced(folded) || isKatakana(folded) || isHiragana(folded));
}
