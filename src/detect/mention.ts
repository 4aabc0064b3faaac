/**
 * What detection finds. Shared by the judge's rules and by whoever shows why.
 */

/** A span of text linked to one entity. */
export interface Mention {
  /** Entity id. */
  entity: string;
  /** Half-open span in the text as given, in UTF-16 code units. */
  start: number;
  end: number;
  /** The characters of the span. */
  surface: string;
  /** `name` for an alias, `concept` for actor, action and object of an idea. */
  rule: 'name' | 'concept';
  /** 0 to 1; how sure the rule is, not a probability. */
  confidence: number;
}
