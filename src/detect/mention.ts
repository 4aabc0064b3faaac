/** The result of detection. The judge's rules and the views that explain them share it. */

/** The rule by which the judge accepted a span. */
export type MentionRule =
  /** A surname with a given name of the entity. */
  | 'full-name'
  /** A surname with a title of the entity right beside it. */
  | 'titled-name'
  /** A bare surname after the full name on the same page. */
  | 'remembered-name'
  /** A bare alias that is enough alone. */
  | 'name'
  /** A bare alias with evidence nearby. */
  | 'name-in-context'
  /** Actor, action and object of a concept rule in one sentence. */
  | 'concept'
  /** The same, with the actor in the sentence before. */
  | 'concept-over-sentences';

/** A span of text linked to one entity. */
export interface Mention {
  /** Entity id. */
  entity: string;
  /** Half-open span in the text as given, in UTF-16 code units. */
  start: number;
  end: number;
  /** The characters of the span. */
  surface: string;
  rule: MentionRule;
  /** 0 to 1; how sure the rule is, not a probability. */
  confidence: number;
  /** Other entities that were found over the same words, by other datasets. Left out if there are none. */
  also?: string[];
}

/** How sure each rule of names is. */
export const CONFIDENCE = {
  'full-name': 0.99,
  'titled-name': 0.97,
  'remembered-name': 0.96,
  name: 0.9,
  'name-in-context': 0.85,
} as const satisfies Partial<Record<MentionRule, number>>;
