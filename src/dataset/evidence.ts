/** What the parts of the verification share: the words that a fact rests on, and how a difference is told. */
import { citationsOf } from './knowledge.ts';
import type { DatasetFact } from './schema.ts';
import { comparable, wordsAt, type SourceText } from './source-text.ts';

/** One way in which dataset and source differ. */
export interface Discrepancy {
  /** Id of the fact or entity, or the part of the dataset. */
  where: string;
  /** 0 where it is about no paragraph in particular. */
  paragraph: number;
  found: string;
  expected: string;
}

/** Words that are names at any place, and what the source says in their stead; both comparable. */
export interface Vocabulary {
  names: ReadonlySet<string>;
  equivalents: ReadonlyMap<string, string[]>;
}

export const evidenceOf = (fact: DatasetFact, source: SourceText): string =>
  comparable(
    fact.evidence.map(({ paragraph, words }) => wordsAt(source, paragraph, words)).join(' | '),
  );

export const firstParagraph = (fact: DatasetFact): number => citationsOf(fact)[0] ?? 0;

/** A difference that is about one fact. */
export const factDiscrepancy = (
  fact: DatasetFact,
  found: string,
  expected: string,
): Discrepancy => ({ where: fact.id, paragraph: firstParagraph(fact), found, expected });

/** How a source calls a person whom it has named before. */
export const surnameOf = (name: string): string => name.split(' ').at(-1) ?? name;
