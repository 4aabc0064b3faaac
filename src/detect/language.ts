/**
 * Guesses the language of a text by its small words. Only rules that hold in one language use the guess.
 */
import type { SmallWords } from './compiled.ts';
import type { Token } from './token.ts';

export interface LanguageGuesser {
  /** Counts the small words of each language in a text, when the result is first called. */
  scores(tokens: readonly Token[]): () => Map<string, number>;
}

export function createLanguageGuesser(words: SmallWords): LanguageGuesser {
  return {
    scores(tokens) {
      let scores: Map<string, number> | undefined;
      return () => (scores ??= count(words, tokens));
    },
  };
}

function count(words: SmallWords, tokens: readonly Token[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { word } of tokens) {
    if (!Object.hasOwn(words, word)) continue;
    for (const code of words[word]?.split(' ') ?? []) {
      scores.set(code, (scores.get(code) ?? 0) + 1);
    }
  }
  return scores;
}

/** Whether one of the wanted languages has more small words in the text than every other language. */
export function isLikely(
  wanted: readonly string[],
  scores: ReadonlyMap<string, number>,
  fallback: ReadonlyMap<string, number>,
): boolean {
  const best = (of: ReadonlyMap<string, number>, pick: (code: string) => boolean): number =>
    Math.max(0, ...[...of].filter(([code]) => pick(code)).map(([, score]) => score));
  const isWanted = (code: string): boolean => wanted.includes(code);
  const ours = best(scores, isWanted);
  const others = best(scores, (code) => !isWanted(code));
  if (ours !== others) return ours > others;
  return best(fallback, isWanted) > best(fallback, (code) => !isWanted(code));
}
