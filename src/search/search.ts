/**
 * A typed query in, ranked entities out, each with the text that answers the query. Every word that matters has
 * to be found in what the dataset says of an entity; a query that fits nothing finds nothing.
 */
import type { Knowledge } from '../dataset/index.ts';
import {
  searchTexts,
  type Field,
  type SearchableExtras,
  type SearchText,
  type Statement,
} from './documents.ts';
import { isSmall } from './english.ts';
import { wordsOf } from './fold.ts';
import { wordsIn, type TypedWord } from './hits.ts';
import { rank } from './rank.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Start and end in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

/** The text that answers a query best, for a highlighted snippet. */
export interface MatchedText {
  field: Field;
  text: string;
  /** Words of the query in the text, in order and without overlap. */
  ranges: TextRange[];
  /** Where it stands; none of a name or a title. */
  statement?: Statement;
}

export interface SearchResult {
  entityId: string;
  matched: MatchedText;
}

/** Best first. Empty for a query without a word that narrows anything down. */
export type Search = (query: string) => SearchResult[];

/** Longer queries are cut: words of a typed question, and no more than this. */
const MOST_WORDS = 12;
/** As many results as anybody scrolls through. */
const MOST_RESULTS = 50;
/** Typed words this short ("of", "UK") add to the rank but exclude nothing beside a longer one. */
const SLIGHT_LENGTH = 2;

/** Builds the index once; about as much work as reading all texts a few times. */
export function createSearch(knowledge: Knowledge, extras: SearchableExtras = {}): Search {
  const texts = searchTexts(knowledge, extras);
  const vocabulary = createVocabulary(texts);
  const context = {
    texts,
    entities: knowledge.entities.length,
    isMain: (entity: number) => knowledge.entities[entity]?.tier === 'main',
  };
  return (query) => {
    const keys = [...new Set(wordsOf(query).map(({ key }) => key))].slice(0, MOST_WORDS);
    const pairs = pairsOf(keys, vocabulary);
    const attempt = (lenient: boolean) => {
      const typed = [...wordsTyped(keys, vocabulary, lenient), ...pairs];
      return { typed, ranked: rank(typed, keys.length, context) };
    };
    const strict = attempt(false);
    // Several words that are known but nowhere together: one of them may be a slip that is a word too.
    const mayBeSlip =
      strict.ranked.length === 0 &&
      keys.length > 1 &&
      strict.typed.every(({ likeness, matters }) => likeness.size > 0 || !matters);
    const { typed, ranked } = mayBeSlip ? attempt(true) : strict;
    const best = ranked.slice(0, MOST_RESULTS);
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

function wordsTyped(
  keys: readonly string[],
  vocabulary: Vocabulary,
  lenient: boolean,
): TypedWord[] {
  const hasLonger = keys.some((key) => key.length > SLIGHT_LENGTH && !isSmall(key));
  return keys.map((key, at) => ({
    likeness: vocabulary.find(key, lenient && !isSmall(key)),
    matters: !isSmall(key) && !(hasLonger && key.length <= SLIGHT_LENGTH),
    columns: [at],
  }));
}

/** Two typed words that are one: "zelen sky", "fat h360". */
function pairsOf(keys: readonly string[], vocabulary: Vocabulary): TypedWord[] {
  return keys.slice(1).flatMap((key, at): TypedWord[] => {
    const before = keys[at] ?? '';
    if (isSmall(before) && isSmall(key)) return [];
    const likeness = vocabulary.findInNames(before + key);
    return likeness.size > 0 ? [{ likeness, matters: false, columns: [at, at + 1] }] : [];
  });
}

function matchedText(found: SearchText, words: ReadonlySet<number>): MatchedText {
  const isIn = (at: number) => words.has(at);
  const isShown = (at: number): boolean =>
    isIn(at) && (!isSmall(found.words[at]?.key ?? '') || isIn(at - 1) || isIn(at + 1));
  return {
    field: found.field,
    text: found.text,
    ranges: found.words.flatMap(({ start, end }, at) => (isShown(at) ? [[start, end]] : [])),
    ...(found.statement && { statement: found.statement }),
  };
}
