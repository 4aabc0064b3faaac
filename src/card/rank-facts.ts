/**
 * Puts first the facts that have to do with the page: those about entities named near the mention, and those
 * that share words with its surroundings. Pure; where nothing speaks for a change, the order stays.
 */
import type { Fact } from '../dataset/index.ts';

/** What stands around a mention. */
export interface Cues {
  /** Ids of entities that the page mentions near it, the nearest first. */
  entities: readonly string[];
  /** Words around it, folded as `foldWords` does. */
  words: readonly string[];
}

/**
 * What the nearest entity is worth; each further one is worth 1 less, and none less than 1. An entity that all
 * facts are about (the card's own) lifts all alike and so changes nothing.
 */
const NEAREST_ENTITY = 4;
/**
 * What a shared word is worth if one fact alone has it; a word of half the facts is worth half, one of all
 * facts nothing. Two rare words outweigh any entity but the nearest two: words are weaker evidence one by one.
 */
const RAREST_WORD = 1.5;
/** Shorter words ("from", "over") are in every text. */
const WORD_MIN = 5;
/** Most letters that one form of a word may have more than another, as "strikes" has more than "strike". */
const ENDING_MAX = 2;

/** @returns the words of a text in lower case without accents, in order, each once; short ones left out */
export function foldWords(text: string): string[] {
  // Written here, since classes of properties take 0.7 ms to make, and most pages never show a card.
  const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|['’ʼ](?=[\p{L}\p{N}]))*/gu;
  const words = [...text.matchAll(word)].map(([found]) =>
    found
      .normalize('NFKD')
      .toLowerCase()
      .replace(/['’ʼ]s$/u, '')
      .replace(/[\p{M}\u00ad'’ʼ]/gu, '')
      .replaceAll('ł', 'l'),
  );
  return [...new Set(words)].filter(({ length }) => length >= WORD_MIN);
}

/** @returns the same facts, best first; facts of equal weight in the order in which they came */
export function rankFacts(facts: readonly Fact[], cues: Cues): Fact[] {
  const near = new Set(cues.words.filter(({ length }) => length >= WORD_MIN));
  const shared = facts.map(({ statement }) => {
    const said = foldWords(statement);
    return new Set([...near].filter((word) => said.some((other) => isSameWord(word, other))));
  });
  const rarity = (word: string): number =>
    1 - (shared.filter((words) => words.has(word)).length - 1) / Math.max(1, facts.length - 1);
  const weights = new Map(
    facts.map((fact, index) => {
      const words = [...(shared[index] ?? [])].map((word) => RAREST_WORD * rarity(word));
      return [fact, sum(words) + entityWeight(fact, cues.entities)];
    }),
  );
  return [...facts].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

function entityWeight({ about }: Fact, nearby: readonly string[]): number {
  const concerned = new Set(Object.values(about).flat());
  return sum(
    nearby.map((id, index) => (concerned.has(id) ? Math.max(1, NEAREST_ENTITY - index) : 0)),
  );
}

function isSameWord(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length - short.length <= ENDING_MAX && long.startsWith(short);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
