/**
 * Folding: page text to the plain lower-case form that names and rules are written in, with a map back.
 * Knows characters only; which words matter is for the scanner and the judge.
 */

/** Letters without a decomposition that newsrooms still write for a plain one. */
const PLAIN_LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ʼ: "'",
  '’': "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};

/** Soft hyphen, zero-width and bidi marks, combining accents: characters that change no word. */
const INVISIBLE = /\p{Mn}|[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/u;
const SPACE = /\s/;
const ALPHANUMERIC = /[\p{L}\p{N}]/u;

/** What one UTF-16 unit counts as, before names are looked at. */
export const INVISIBLE_UNIT = '';

/**
 * The folded form of one UTF-16 unit.
 * @returns one character; `INVISIBLE_UNIT` for a character that changes no word; a space for any white space
 */
export function foldUnit(unit: string): string {
  if (INVISIBLE.test(unit)) return INVISIBLE_UNIT;
  if (SPACE.test(unit)) return ' ';
  const lower = unit.toLowerCase();
  const plain = PLAIN_LETTERS[lower];
  if (plain !== undefined) return plain;
  const base = lower.normalize('NFKD').charAt(0);
  return isWordUnit(base) ? base : lower;
}

/** Whether a folded character belongs to a word. Half of a surrogate pair does, so that words stay whole. */
export function isWordUnit(folded: string): boolean {
  return ALPHANUMERIC.test(folded) || /[\ud800-\udfff]/.test(folded);
}

/** Text in folded form; white space runs are one space. */
export interface FoldedText {
  text: string;
  /** Offset in the original of each folded character, and one more for the end, in UTF-16 code units. */
  offsets: number[];
}

export function fold(original: string): FoldedText {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < original.length; at++) {
    const folded = foldUnit(original.charAt(at));
    if (folded === INVISIBLE_UNIT || (folded === ' ' && units.at(-1) === ' ')) continue;
    units.push(folded);
    offsets.push(at);
  }
  offsets.push(original.length);
  return { text: units.join(''), offsets };
}

/** The words of a phrase in the dataset, folded: `["zelens", "kyi"]`; `…` and a final `*` stay. */
export function foldedWords(phrase: string): string[] {
  return fold(phrase).text.match(/[^\s'-]+/g) ?? [];
}
