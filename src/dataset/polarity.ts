/**
 * Whether a statement denies what its evidence says, or says what its evidence denies. It compares the words that negations stand
 * before. Pure; the words come from source-words.ts.
 */
import type { SourceWords } from './source-words.ts';

/** How many words after a negation the word stands that it turns round: "has not yet been able to agree". */
const REACH = 6;
/** How many words before a word its negation may stand. */
const BACK = 6;
/** How many words after a noun the negation of its verb may stand: “a change isn’t near”. */
const AHEAD = 3;

/** A difference, for people. */
export interface TurnedWord {
  found: string;
  expected: string;
}

/** @param statement, evidence in comparable form. @returns the first difference */
export function turnedWord(
  statement: string,
  evidence: string,
  words: SourceWords,
): TurnedWord | undefined {
  const [said, given] = [tokensOf(statement), tokensOf(evidence)];
  const negations = new Set(words.negations);
  const denials = new Set([...words.negations, ...words.denials]);
  const between = new Set(words.between);
  const denies = (tokens: readonly string[]): boolean => tokens.some((word) => denials.has(word));
  const turnedIn = (tokens: readonly string[]): string[] =>
    tokens.flatMap((word, at) => {
      if (!negations.has(word)) return [];
      return tokens.slice(at + 1, at + REACH).find((next) => !between.has(next)) ?? [];
    });
  /** For each place of a word in the evidence, whether a denial stands near it. */
  const deniedAt = (wanted: string): boolean[] =>
    given.flatMap((word, at) =>
      stem(word) === stem(wanted)
        ? denies(given.slice(Math.max(0, at - BACK), at)) ||
          given.slice(at + 1, at + AHEAD).some((next) => negations.has(next))
        : [],
    );
  if (denies(said) && !denies(given)) {
    return { found: 'a negation', expected: 'none, as in its evidence' };
  }
  const added = turnedIn(said).find((word) => {
    const places = deniedAt(word);
    return places.length > 0 && !places.includes(true);
  });
  if (added !== undefined) {
    return { found: `a negation of "${added}"`, expected: 'none, as in its evidence' };
  }
  const dropped = turnedIn(given).find(
    (word) =>
      !denies(said) &&
      said.some((other) => stem(other) === stem(word)) &&
      !deniedAt(word).includes(false),
  );
  return dropped === undefined
    ? undefined
    : { found: `"${dropped}" without a negation`, expected: 'one, as in its evidence' };
}

const tokensOf = (text: string): string[] => text.trim().split(' ');

/** Crude on purpose: "agree", "agreed" and "agrees" are one word, and so may be two that are not. */
const stem = (word: string): string =>
  word.length < 5 ? word : word.replace(/(?:ing|ed|es|s|e)$/, '');
