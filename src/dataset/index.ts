/** What a dataset says: look-up, ages, and the JSON that the extension carries. For files of authors see authoring.ts. */
export {
  ageOf,
  comparePageDate,
  dayNumber,
  firstDayOf,
  lastDayOf,
  pageDateOf,
  type Age,
  type PageAge,
  type PageDateHints,
} from './age.ts';
export {
  contextOf,
  createContexts,
  type EntityContext,
  type EntityRef,
  type EventNote,
  type PositionGroup,
  type PositionNote,
  type QuoteNote,
  type Related,
} from './context.ts';
export {
  readKnowledge,
  readSearchTerms,
  surnameOf,
  type DatasetNote,
  type DetectionData,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type Part,
  type SearchTerms,
  type SourceNote,
} from './knowledge.ts';
export { grouped } from './knowledge-index.ts';
export type { SourceDate } from './date-schema.ts';
export type { ConceptRule, EntityDetection, EntityName } from './detection-schema.ts';
export type { EntityType } from './label-schema.ts';
export type { EndingRule, Grammar, Language, Linguistics } from './language-schema.ts';
export { FILE_BYTES_MAX } from './caps.ts';
export { formatProblem, WHOLE_FILE, type DatasetProblem } from './problem.ts';
export { shortKey } from './short-key.ts';
export type { Manner } from './schema.ts';
