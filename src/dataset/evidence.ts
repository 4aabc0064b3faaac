/** What all parts of the verification need: the words of a fact's evidence, and the form of a difference. */
import { citationsOf } from './compile.ts';
import type { DatasetFact } from './schema.ts';
import { comparableParts, wordsAt, type SourceText } from './source-text.ts';

/** One difference between dataset and source. */
export interface Discrepancy {
  /** Id of the fact or entity, or the part of the dataset. */
  where: string;
  /** 0 if the difference is not about one paragraph. */
  paragraph: number;
  found: string;
  expected: string;
  /** Id of the fact that does not agree, if it is one fact. */
  fact?: string;
}

/** Words that the verification knows, all in the form that `comparable` gives. */
export interface Vocabulary {
  /** Words that are names also at the start of a sentence. */
  names: ReadonlySet<string>;
  /** Words of statements, with the source's words for the same. */
  equivalents: ReadonlyMap<string, string[]>;
}

/** All words of a fact's evidence, piece by piece, in comparable form. */
export const evidenceOf = (fact: DatasetFact, source: SourceText): string =>
  comparableParts(fact.evidence.map(({ paragraph, words }) => wordsAt(source, paragraph, words)));

export const firstParagraph = (fact: DatasetFact): number => citationsOf(fact)[0] ?? 0;

/** A difference about one fact. */
export const factDiscrepancy = (
  fact: DatasetFact,
  found: string,
  expected: string,
): Discrepancy => ({
  where: fact.id,
  paragraph: firstParagraph(fact),
  found,
  expected,
  fact: fact.id,
});
