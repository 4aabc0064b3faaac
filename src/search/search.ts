/**
 * A typed query in, ranked entities out, each with the text that answers the query. Every word of the query
 * has to be found somewhere in what the dataset says of an entity; a query that fits nothing finds nothing.
 */
import { contextOf, type EntityContext, type Knowledge } from '../dataset/index.ts';
import { likeness } from './likeness.ts';
import { wordsOf, type Word } from './words.ts';

/** Start and end in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

/** The part of an entity that a text comes from. */
export type Field = 'name' | 'role' | 'speaker' | 'fact' | 'summary';

/** The text that answers a query best, for a highlighted snippet. */
export interface MatchedText {
  field: Field;
  text: string;
  /** Words of the query in the text, in order and without overlap. */
  ranges: TextRange[];
}

export interface SearchResult {
  entityId: string;
  matched: MatchedText;
}

/** Best first. Empty for a query without a word. */
export type Search = (query: string) => SearchResult[];

/** A word in a name says more than the same word in a statement. */
const WEIGHTS: Record<Field, number> = { name: 8, role: 4, speaker: 3, fact: 2, summary: 2 };
/** Typed words this short ("of", "UK") add to the rank but exclude nothing beside a longer one. */
const SLIGHT_LENGTH = 2;

interface IndexedText {
  field: Field;
  text: string;
  words: Word[];
}

export function createSearch(knowledge: Knowledge): Search {
  const entities = knowledge.entities.map(({ id }) => ({
    entityId: id,
    texts: textsOf(contextOf(knowledge, id)),
  }));
  return (query) => {
    const typed = [...new Set(wordsOf(query).map(({ folded }) => folded))];
    if (typed.length === 0) return [];
    return entities
      .flatMap(({ entityId, texts }) => {
        const found = findIn(texts, typed);
        return found ? [{ entityId, ...found }] : [];
      })
      .sort((a, b) => b.score - a.score)
      .map(({ entityId, matched }) => ({ entityId, matched }));
  };
}

function textsOf(context: EntityContext | undefined): IndexedText[] {
  if (!context) return [];
  const { entity, facts } = context;
  const texts: [Field, string | undefined][] = [
    ...entity.names.map((name): [Field, string] => ['name', name]),
    ['role', entity.role.text],
    ...facts.map((fact): [Field, string | undefined] => ['speaker', fact.attribution.speaker]),
    ...facts.map((fact): [Field, string] => ['fact', fact.statement]),
    ['summary', entity.summary],
  ];
  return texts.flatMap(([field, text]) =>
    text === undefined ? [] : [{ field, text, words: wordsOf(text) }],
  );
}

/** @returns undefined when a word of the query is nowhere in the texts */
function findIn(
  texts: readonly IndexedText[],
  typed: readonly string[],
): { score: number; matched: MatchedText } | undefined {
  const perText = texts.map((text) => typed.map((word) => scoreOf(text, word)));
  const perWord = typed.map((_, index) => Math.max(...perText.map((scores) => scores[index] ?? 0)));
  const mayMiss = (word: string): boolean =>
    word.length <= SLIGHT_LENGTH && typed.some(({ length }) => length > SLIGHT_LENGTH);
  if (typed.some((word, index) => perWord[index] === 0 && !mayMiss(word))) return undefined;

  const totals = perText.map(sum);
  const best = texts[totals.indexOf(Math.max(...totals))];
  if (!best) return undefined;
  const { field, text } = best;
  return { score: sum(perWord), matched: { field, text, ranges: rangesIn(best, typed) } };
}

function scoreOf({ field, words }: IndexedText, typed: string): number {
  return (
    WEIGHTS[field] * Math.max(0, ...words.map(({ folded }) => likenessIn(field, typed, folded)))
  );
}

function rangesIn({ field, words }: IndexedText, typed: readonly string[]): TextRange[] {
  return words
    .filter(({ folded }) => typed.some((word) => likenessIn(field, word, folded) > 0))
    .map(({ start, end }) => [start, end]);
}

const likenessIn = (field: Field, typed: string, word: string): number =>
  likeness(typed, word, { inside: field === 'name' || field === 'role' });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
