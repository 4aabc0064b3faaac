/**
 * The second face of this room, for commands and builds: dataset files are read, checked, compiled and verified. It
 * contains zod, which no page may carry.
 */
export { alignSource } from './align.ts';
export { compileDataset, citationsOf, type CompiledDataset } from './compile.ts';
export { dateWordsIn, spanOf, type DateWords, type Span } from './date-words.ts';
export { evidenceOf, type Discrepancy } from './evidence.ts';
export { surnameOf } from './knowledge.ts';
export type { Linguistics } from './language-schema.ts';
export { loadedWordProblems } from './loaded-words.ts';
export { unnamedManner } from './manner.ts';
export { sourcePrints } from './page-prints.ts';
export { parseDataset, parseLinguistics } from './parse.ts';
export { formatProblem, type DatasetProblem } from './problem.ts';
export {
  readDatasetContent,
  refusedSize,
  type ReadingContext,
  type RefusedFile,
  type Refusal,
} from './read-content.ts';
export {
  readDatasetFile,
  type MachineTools,
  type ReadDatasetFile,
  type TakenFile,
} from './read-file.ts';
export {
  datasetSchema,
  MANNERS,
  SCHEMA_VERSION,
  type Dataset,
  type DatasetFact,
} from './schema.ts';
export { signedText, type DatasetSignature, type VerifySignature } from './signature.ts';
export { SOURCE_WORDS, type SourceWords } from './source-words.ts';
export { comparable, readSourceText, wordsAt, type SourceText } from './source-text.ts';
export { isUnwritten, TO_WRITE } from './unwritten.ts';
export { termsOf, type Term } from './terms.ts';
export { unsafeCharacter } from './unsafe-text.ts';
export { verifyDataset, type VerifyTools } from './verify.ts';
export { DATE_LANGUAGES } from './verify-dates.ts';
export type { DatasetWarning, WarningKind } from './warnings.ts';
