/**
 * A typed query in, ranked entities out, each with the text that answers the query. The dataset has to contain every
 * word that matters in what it says about an entity. So a query about something else finds nothing.
 */
import type { Knowledge } from '../dataset/index.ts';
import {
  searchTexts,
  type Field,
  type SearchExtras,
  type SearchText,
  type Statement,
} from './documents.ts';
import { isStopWord } from './english.ts';
import { foldWord, wordsOf } from './fold.ts';
import { wordsIn, type TypedWord } from './hits.ts';
import { rank } from './rank.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Start and end in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

/** The text that answers a query best. */
export interface MatchedText {
  field: Field;
  text: string;
  /** Words of the query in the text, in order and without overlap. */
  ranges: TextRange[];
  /** Where the dataset says it; names and titles have none. */
  statement?: Statement;
}

export interface SearchResult {
  entityId: string;
  matched: MatchedText;
}

/** Best first. Empty for a query of stop words alone. */
export type Search = (query: string) => SearchResult[];

/** Words of a query that are read. */
const WORDS_MAX = 12;
/** Nobody scrolls through more results. */
const RESULTS_MAX = 50;
/** Typed words of at most this length ("UK") exclude no entity if a longer word was typed too. */
const SHORT_LENGTH = 2;

/** Builds the index. That takes about as long as reading all texts a few times. */
export function createSearch(knowledge: Knowledge, extras: SearchExtras = {}): Search {
  const texts = searchTexts(knowledge, extras);
  const vocabulary = createVocabulary(texts, foldedSynonyms(extras.terms?.synonyms ?? {}));
  const context = {
    texts,
    entities: knowledge.entities.length,
    isMain: (entity: number) => knowledge.entities[entity]?.tier === 'main',
  };
  return (query) => {
    const keys = [...new Set(wordsOf(query).map(({ key }) => key))].slice(0, WORDS_MAX);
    const pairs = pairsOf(keys, vocabulary);
    const attempt = (lenient: boolean) => {
      const typed = [...wordsTyped(keys, vocabulary, lenient), ...pairs];
      return { typed, ranked: rank(typed, keys.length, context) };
    };
    const strict = attempt(false);
    // All words are known, but no entity has them all: one of them may be a slip that is a word itself.
    const mayBeSlip =
      strict.ranked.length === 0 &&
      keys.length > 1 &&
      strict.typed.every(({ likeness, matters }) => likeness.size > 0 || !matters);
    const { typed, ranked } = mayBeSlip ? attempt(true) : strict;
    const best = ranked.slice(0, RESULTS_MAX);
    const words = wordsIn(
      best.map(({ text }) => text),
      typed,
    );
    return best.flatMap(({ entity, text }) => {
      const profile = knowledge.entities[entity];
      const found = texts[text];
      if (!profile || !found) return [];
      return [{ entityId: profile.id, matched: matchedText(found, words.get(text) ?? new Set()) }];
    });
  };
}

function foldedSynonyms(synonyms: Readonly<Record<string, readonly string[]>>) {
  return new Map(
    Object.entries(synonyms).map(([typed, meant]) => [foldWord(typed), meant.map(foldWord)]),
  );
}

function wordsTyped(
  keys: readonly string[],
  vocabulary: Vocabulary,
  lenient: boolean,
): TypedWord[] {
  const hasLonger = keys.some((key) => key.length > SHORT_LENGTH && !isStopWord(key));
  return keys.map((key, at) => ({
    likeness: vocabulary.find(key, lenient && !isStopWord(key)),
    matters: !isStopWord(key) && !(hasLonger && key.length <= SHORT_LENGTH),
    columns: [at],
  }));
}

/** Two typed words that may be one: "zelen sky", "fat h360". */
function pairsOf(keys: readonly string[], vocabulary: Vocabulary): TypedWord[] {
  return keys.slice(1).flatMap((key, at): TypedWord[] => {
    const before = keys[at] ?? '';
    if (isStopWord(before) && isStopWord(key)) return [];
    const likeness = vocabulary.findInNames(before + key);
    return likeness.size > 0 ? [{ likeness, matters: false, columns: [at, at + 1] }] : [];
  });
}

function matchedText(found: SearchText, words: ReadonlySet<number>): MatchedText {
  const isIn = (at: number) => words.has(at);
  const isShown = (at: number): boolean =>
    isIn(at) && (!isStopWord(found.words[at]?.key ?? '') || isIn(at - 1) || isIn(at + 1));
  return {
    field: found.field,
    text: found.text,
    ranges: found.words.flatMap(({ start, end }, at) => (isShown(at) ? [[start, end]] : [])),
    ...(found.statement && { statement: found.statement }),
  };
}
