/**
 * Folds page text to the plain lower-case form in which names and rules are written, with a map back to the text. Knows
 * characters, and no words.
 */

/** Letters without a decomposition that newsrooms replace by plain ones, and signs with the same meaning. */
const PLAIN: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ʼ: "'",
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '＇': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '－': '-',
  '・': '·',
  '‧': '·',
  '•': '·',
  '…': '…',
};

/**
 * Accents, points and tone marks that do not change a word. Vowel signs of Indic scripts are also of category Mn. They
 * change the word, so they are not here.
 */
const ACCENTS: [from: number, to: number][] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6ed],
  [0x93c, 0x93c],
  [0x9bc, 0x9bc],
  [0xa3c, 0xa3c],
  [0xabc, 0xabc],
  [0xb3c, 0xb3c],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xff9e, 0xff9f],
];
/**
 * Letters that decomposed text writes in parts (Unicode, UAX 15, form D): their first parts, and the parts that may follow.
 * They are Korean syllables of two or three sounds, and vowels of South and South-East Asia that stand around a consonant.
 * Accents are not here, because they do not change a word.
 */
const FIRST_PARTS: [from: number, to: number][] = [
  [0x9c7, 0x9c7],
  [0xb47, 0xb47],
  [0xb92, 0xb92],
  [0xbc6, 0xbc7],
  [0xc46, 0xc46],
  [0xcbf, 0xcbf],
  [0xcc6, 0xcc6],
  [0xd46, 0xd47],
  [0xdd9, 0xdd9],
  [0x1025, 0x1025],
  [0x1100, 0x1112],
  [0x1b05, 0x1b11],
  [0x1b3a, 0x1b42],
];
const OTHER_PARTS: [from: number, to: number][] = [
  [0x9be, 0x9be],
  [0x9d7, 0x9d7],
  [0xb3e, 0xb3e],
  [0xb56, 0xb57],
  [0xbbe, 0xbbe],
  [0xbd7, 0xbd7],
  [0xc56, 0xc56],
  [0xcc2, 0xcc2],
  [0xcd5, 0xcd6],
  [0xd3e, 0xd3e],
  [0xd57, 0xd57],
  [0xdca, 0xdca],
  [0xdcf, 0xdcf],
  [0xddf, 0xddf],
  [0x102e, 0x102e],
  [0x1161, 0x1175],
  [0x11a8, 0x11c2],
  [0x1b35, 0x1b35],
];
/** All parts are between these characters. */
const isPart = (unit: string): boolean => unit >= '\u09be' && unit <= '\u1b42';
/** Whether a unit may be the first part of a letter. */
export const isFirstPart = (unit: string): boolean => isPart(unit) && isIn(FIRST_PARTS, unit);
/** Whether a unit may be a later part of a letter. */
export const isOtherPart = (unit: string): boolean => isPart(unit) && isIn(OTHER_PARTS, unit);
/** Joins the parts of a letter. Other text stays as it is. */
export const wholeLetters = (written: string): string =>
  written.length > 1 ? written.normalize('NFC') : written;

/** Soft hyphen, tatweel, Armenian marks over letters, zero-width and bidi marks. */
const INVISIBLES: [from: number, to: number][] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x55b, 0x55e],
  [0x61c, 0x61c],
  [0x640, 0x640],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
];
const SPACE = /\s/;
let wordCharacter: RegExp | undefined;
/** Compiled at its first use: a class of properties takes 0.4 ms, and ASCII pages do not need it. */
const isWord = (text: string): boolean => (wordCharacter ??= /[\p{L}\p{N}\p{M}]/u).test(text);

/** The folded form of a character that does not change a word. */
export const NOTHING = '';
/** The folded form of letters beyond the Basic Multilingual Plane. No name in a dataset has them. */
const RARE_LETTER = '\ue000';
/** The folded form of signs that separate words: emoji, unpaired surrogates. */
const RARE_SIGN = '\ue001';

/**
 * The folded form of one character.
 * @param character one code point, or half of a broken pair
 * @returns one UTF-16 unit; `NOTHING` for a character that changes no word; a space for any white space
 */
export function foldCharacter(character: string): string {
  if (character < '\u0080') return foldAscii(character);
  if (isIn(ACCENTS, character) || isIn(INVISIBLES, character)) return NOTHING;
  if (SPACE.test(character)) return ' ';
  // A footnote number is not part of the word before it.
  if (/[\u00b2\u00b3\u00b9\u2070-\u209c]/.test(character)) return RARE_SIGN;
  const lower = character.toLowerCase();
  const plain = PLAIN[lower];
  if (plain !== undefined) return plain;
  // A Hangul syllable would fall apart into its sounds.
  const base = isHangul(character) ? lower : firstOf(lower.normalize('NFKD').toLowerCase());
  if (base.length === 1) {
    if (PLAIN[base] !== undefined) return PLAIN[base];
    if (/[\ud800-\udfff]/.test(base)) return RARE_SIGN;
    return isWord(base) || !isWord(lower) ? base : lower.charAt(0);
  }
  return isWord(base) ? RARE_LETTER : RARE_SIGN;
}

/** Folds an ASCII character without a regular expression. */
function foldAscii(character: string): string {
  if (character === ' ' || (character >= '\t' && character <= '\r')) return ' ';
  return PLAIN[character] ?? character.toLowerCase();
}

function isIn(ranges: readonly [from: number, to: number][], character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => code >= from && code <= to);
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** Whether a folded character belongs to a word. */
export function isWordCharacter(folded: string): boolean {
  if (folded < '\u0080') {
    return (folded >= 'a' && folded <= 'z') || (folded >= '0' && folded <= '9');
  }
  return folded === RARE_LETTER || isWord(folded);
}

/** Han and kana are scripts without spaces between words. Each Han character counts as a word. */
export function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character) && character !== '々';
}
/** Whether each character of a script counts as a word, because the script writes no spaces: Han, Thai and its neighbours. */
export function isUnspaced(character: string): boolean {
  return (
    (character >= '\u0e00' && character <= '\u0eff') ||
    (character >= '\u1000' && character <= '\u109f') ||
    (character >= '\u1780' && character <= '\u17ff') ||
    isHan(character)
  );
}
export function isKatakana(character: string): boolean {
  return /[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]/.test(character);
}
export function isHiragana(character: string): boolean {
  return /[\u3041-\u309f]/.test(character);
}
export function isHangul(character: string): boolean {
  return /[\uac00-\ud7a3]/.test(character);
}

/** Text in folded form. It has one UTF-16 unit for each character that counts, and one space for a run of white space. */
export interface FoldedText {
  text: string;
  /** Half-open span in the original of each folded character, in UTF-16 code units. */
  starts: number[];
  ends: number[];
}

const cache = new Map<string, string>();

/** The characters of a text. A letter in parts is one character. */
const charactersOf = (text: string): Iterable<string> =>
  /[\u09be-\u1b42]/.test(text) ? lettersIn(text) : text;

function* lettersIn(text: string): Generator<string> {
  let letter = '';
  for (const character of text) {
    const isPartOf = isOtherPart(character) && isFirstPart(letter.charAt(0));
    if (isPartOf && wholeLetters(letter + character).length === 1) letter += character;
    else {
      if (letter) yield letter;
      letter = character;
    }
  }
  if (letter) yield letter;
}

export function fold(original: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const written of charactersOf(original)) {
    const start = at;
    at += written.length;
    for (const character of wholeLetters(written)) {
      let folded = cache.get(character);
      if (folded === undefined) {
        folded = foldCharacter(character);
        cache.set(character, folded);
      }
      if (folded === NOTHING) {
        // An accent belongs to the letter before it. No highlight may end between the two.
        if (ends.at(-1) === start && isIn(ACCENTS, character)) {
          ends[ends.length - 1] = at;
        }
        continue;
      }
      if (folded === ' ' && units.at(-1) === ' ') continue;
      units.push(folded);
      starts.push(start);
      ends.push(at);
    }
  }
  return { text: units.join(''), starts, ends };
}
