/**
 * Cyrillic and Greek in Latin letters. One table serves all their languages; sound.ts evens out the differences. Folded
 * words in, folded words out.
 */

const LETTERS: Readonly<Record<string, string>> = {
  // Cyrillic. Folding has removed accents: ё is е, й is и, ї is і.
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', к: 'k',
  л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ђ: 'dj', ј: 'j', љ: 'lj', њ: 'nj',
  ћ: 'c', џ: 'dz', ѕ: 'dz', ў: 'u',
  // Greek.
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n',
  ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'i', φ: 'f', χ: 'kh', ψ: 'ps', ω: 'o',
}; // prettier-ignore

/** Pairs of Greek letters for one sound. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/μπ/gu, 'b'],
  [/ντ/gu, 'd'],
  [/ου/gu, 'u'],
];

const FOREIGN = /[\u0370-\u052f]/u;
const EACH_FOREIGN = /[\u0370-\u052f]/gu;

/** @returns the same word if it has no letter of these scripts */
export function romanize(word: string): string {
  if (!FOREIGN.test(word)) return word;
  const paired = PAIRS.reduce((result, [pair, latin]) => result.replace(pair, latin), word);
  return paired.replace(EACH_FOREIGN, (letter) => LETTERS[letter] ?? letter);
}
