/** What is known: the dataset's format, its look-up and the age of what it says. */
export {
  ageOf,
  firstDayOf,
  isStale,
  pageDateOf,
  standingOf,
  type Age,
  type PageDateHints,
  type Standing,
} from './age.ts';
export {
  compileDataset,
  contextOf,
  type CompiledDataset,
  type CompiledDetection,
  type DetectionData,
  type EntityContext,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type SourceNote,
} from './knowledge.ts';
export type { ConceptRule, EntityDetection, EntityName } from './detection-schema.ts';
export type { EndingRule, Grammar, Language, Linguistics } from './language-schema.ts';
export type { EntityKind, Manner } from './schema.ts';
export type { SourceDate } from './structure-schema.ts';
