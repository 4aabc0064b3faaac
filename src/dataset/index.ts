/** What is known: the dataset's format, its look-up and the age of what it says. */
export { ageOf, type Age } from './age.ts';
export {
  compileDataset,
  contextOf,
  type CompiledDataset,
  type EntityContext,
  type EntityProfile,
  type Knowledge,
} from './knowledge.ts';
export type {
  ConceptRule,
  EntityDetection,
  EntityName,
  Fact,
  Manner,
  Source,
  SourceDate,
} from './schema.ts';
