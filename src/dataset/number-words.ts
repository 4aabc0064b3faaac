/** English words for numbers, and the other ways to write the same number. A statement may say "12" where its source has "twelve". */
import { comparable } from './source-text.ts';

const SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  'nineteen',
];
const TENS = [...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']];
const LARGE: [word: string, value: number][] = [
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
];
/** Words that count without saying a plain number. "one" and "first" are too often something else. */
const OTHERS = [
  ...['dozen', 'dozens', 'hundreds', 'thousands', 'millions', 'billions', 'half', 'quarter'],
  ...['twice', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'],
  ...['tenth', 'both', 'double', 'doubled', 'triple', 'tripled'],
];

/** In comparable form: "twenty five". */
const VALUES = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.flatMap((ten, at): [string, number][] => [
    [ten, 20 + 10 * at],
    ...SMALL.slice(1, 10).map((unit, i): [string, number] => [`${ten} ${unit}`, 21 + 10 * at + i]),
  ]),
  ...LARGE.flatMap(([word, value]): [string, number][] => [
    [`one ${word}`, value],
    [`a ${word}`, value],
  ]),
]);

const WORDS = new Set([...VALUES.keys(), ...LARGE.map(([word]) => word), ...OTHERS]);
const NOT_NUMBERS = new Set(['zero', 'one']);

/** @param word of a statement: "12", "twelve", "twenty-five" */
export function isNumber(word: string): boolean {
  const plain = comparable(word).trim();
  return /^\p{N}/u.test(plain) || (WORDS.has(plain) && !NOT_NUMBERS.has(plain));
}

/** The same number in digits and in words, in comparable form. Empty if there is no other way that we know. */
export function otherSpellings(number: string): string[] {
  const plain = comparable(number).trim();
  const digits = /^\d{1,3}(?:[ ,]\d{3})+$|^\d+$/.test(plain)
    ? plain.replace(/[ ,]/g, '')
    : undefined;
  const value = digits === undefined ? VALUES.get(plain) : Number(digits);
  if (value === undefined || !Number.isSafeInteger(value)) return [];
  const words = [...VALUES].filter(([, other]) => other === value).map(([word]) => word);
  return [String(value), value.toLocaleString('en'), ...words].map(comparable);
}
