/** How like a typed word is to a word of the dataset. Folded words in, a number out; knows no entities. */

/** How good each way of being alike is; 0 stands for not at all. */
const LIKENESS = { same: 1, prefix: 0.8, inside: 0.5, typo: 0.35 } as const;
/** Shortest typed word, in characters, that may be found inside of a word or with one slip. */
const INSIDE_MIN = 3;
const TYPO_MIN = 5;

export interface LikenessRules {
  /** Whether the typed word may start anywhere in the word: right for names, noise in prose. */
  inside: boolean;
}

/** @returns 0 (unlike) to 1 (the same word) */
export function likeness(typed: string, word: string, { inside }: LikenessRules): number {
  if (word === typed) return LIKENESS.same;
  if (word.startsWith(typed)) return LIKENESS.prefix;
  if (inside && typed.length >= INSIDE_MIN && word.includes(typed)) return LIKENESS.inside;
  return typed.length >= TYPO_MIN && isOneSlipFromStart(typed, word) ? LIKENESS.typo : 0;
}

/**
 * Whether the word, or its beginning while it is still being typed, is one slip away. The first letter has to
 * be right, as it nearly always is: this keeps other words out.
 */
function isOneSlipFromStart(typed: string, word: string): boolean {
  if (!word.startsWith(typed.slice(0, 1))) return false;
  return [-1, 0, 1].some((more) => isOneSlip(typed, word.slice(0, typed.length + more)));
}

/** One character too many, one missing, one wrong, or two neighbours swapped. */
function isOneSlip(typed: string, word: string): boolean {
  let start = 0;
  while (start < typed.length && typed.charAt(start) === word.charAt(start)) start++;
  const [typedRest, wordRest] = [typed.slice(start), word.slice(start)];
  const swapped = wordRest.charAt(1) + wordRest.charAt(0) + wordRest.slice(2);
  return (
    typedRest.slice(1) === wordRest ||
    typedRest === wordRest.slice(1) ||
    typedRest.slice(1) === wordRest.slice(1) ||
    typedRest === swapped
  );
}
