/**
 * Text in, mentions out. Pure: no DOM, no browser, no settings.
 * Two layers: `scanner` reads everything fast and only says where to look; the judge decides, on the text of
 * one block and what its page has told so far. The result never depends on how the text was cut into chunks.
 */
export { createDetector, type Detector, type PageDetector } from './detector.ts';
export { joinDetectors, type JoinedParts } from './join.ts';
export type { Mention, MentionRule } from './mention.ts';
export type { Scanner } from './scanner.ts';
export { compileDetection, compileEntities, type CompiledDetection } from './compile.ts';
export { packDetector, packEntities, packTriggers, type PackedEntities } from './pack.ts';
export type { Triggers } from './scanner-tables.ts';
export { foldPhrase } from './token.ts';
export {
  addedParts,
  eachName,
  readScanning,
  withJudge,
  type AddedData,
  type JudgeData,
  type JudgedEntity,
  type Catalogued,
  type DetectorParts,
  type Scanning,
} from './compiled.ts';
export { createQuickLook } from './quick-look.ts';
export { createSieve } from './sieve.ts';
