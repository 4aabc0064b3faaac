/** What is known: the dataset's format, its look-up and the age of what it says. */
export {
  ageOf,
  dayNumber,
  firstDayOf,
  isStale,
  lastDayOf,
  pageDateOf,
  standingOf,
  type Age,
  type PageDateHints,
  type Standing,
} from './age.ts';
export {
  contextOf,
  type EntityContext,
  type EntityRef,
  type EventNote,
  type PositionGroup,
  type PositionNote,
  type QuoteNote,
  type Related,
} from './context.ts';
export {
  compileDataset,
  readCallings,
  readDetection,
  readKnowledge,
  type Calling,
  type CompiledDataset,
  type CompiledDetection,
  type DetectionData,
  type EntityProfile,
  type Fact,
  type Knowledge,
  type Part,
  type SourceNote,
} from './knowledge.ts';
export type { ConceptRule, EntityDetection, EntityName } from './detection-schema.ts';
export type { EndingRule, Grammar, Language, Linguistics } from './language-schema.ts';
export type { EntityKind, Manner } from './schema.ts';
export type { RelationKind, SourceDate, Stance } from './structure-schema.ts';
