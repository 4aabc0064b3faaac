/** What a reader has added beside the bundled dataset. The part without zod and without the database. */
export {
  allDatasets,
  type AllDatasets,
  type BundledDataset,
  type Speaker,
} from './all-datasets.ts';
export { FILE_TO_LOOK_AT, readFileToLookAt, type FileToLookAt } from './file-to-look-at.ts';
export type { CardPart } from './card-part.ts';
export {
  gateKey,
  POINTER_KEY,
  readerKey,
  SET_FORM,
  type Alike,
  type AlikeNote,
  readPointer,
  type JudgedDataset,
  type Pointer,
  type ReaderSet,
} from './compiled-set.ts';
export { MACHINE } from './machine.ts';
export { membersOf, type CardSubject, type Member } from './members.ts';
export type { RefusedText } from './policy-datasets.ts';
export { onCompiledSet } from './pointer.ts';
export { sha256Of } from './sha256.ts';
export { switchesIn, switchesOf, type Switchable } from './switches.ts';
export {
  datasetOfKey,
  entityKey,
  readRegistry,
  REGISTRY_KEY,
  type CheckNote,
  type LibraryEntry,
  type Registry,
} from './registry.ts';
