/** What a reader has added beside the bundled dataset. The part without zod and without the database. */
export type { CardPart } from './card-part.ts';
export {
  gateKey,
  POINTER_KEY,
  readerKey,
  SET_FORM,
  type Alike,
  type AlikeNote,
  readPointer,
  type GateSet,
  type JudgedDataset,
  type Pointer,
  type ReaderSet,
} from './compiled-set.ts';
export { onCompiledSet } from './pointer.ts';
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
