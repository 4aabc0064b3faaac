/**
 * Reads a dataset's file for somebody who adds it: its content, then what takes hashes. Nobody who adds a file reads it in another
 * way. Never throws, and stores nothing. The caller brings what the machine can do.
 */
import type { Sha256 } from './page-prints.ts';
import {
  placed,
  readDatasetContent,
  refused,
  type ReadingContext,
  type RefusedFile,
  type TakenContent,
} from './read-content.ts';
import { restatedProblems } from './restated.ts';
import { signedText, type VerifySignature } from './signature.ts';
import type { DatasetWarning } from './warnings.ts';

/** What a machine brings. */
export interface MachineTools {
  sha256: Sha256;
  verify: VerifySignature;
}

export interface TakenFile extends Omit<TakenContent, 'document'> {
  /** The public key with which it is signed, in hexadecimal; undefined if it is not, or if nobody could check that here. */
  signingKey: string | undefined;
}

export type ReadDatasetFile = TakenFile | RefusedFile;

export async function readDatasetFile(
  bytes: Uint8Array,
  context: ReadingContext & MachineTools,
): Promise<ReadDatasetFile> {
  const read = readDatasetContent(bytes, context);
  if ('refusal' in read) return read;
  const { document, ...content } = read;
  const { signature } = content.dataset;
  // The content is an object without half characters.
  const isRight = signature
    ? await context.verify(signature, signedText(document.value as object))
    : 'unsigned';
  if (isRight === false) return refused('content', [WRONG_SIGNATURE], document);
  const restated = await restatedProblems(content.dataset, context.sha256);
  const more: DatasetWarning[] = [
    ...(isRight === undefined ? [UNCHECKED_SIGNATURE] : []),
    ...restated.map((problem) => ({ kind: 'restate' as const, ...problem })),
  ];
  return {
    ...content,
    warnings: [...content.warnings, ...more.map((warning) => placed(warning, document))],
    signingKey: isRight === true ? signature?.key : undefined,
  };
}

const WRONG_SIGNATURE = {
  path: 'signature',
  found: 'a signature that is not of this content',
  expected:
    'the signature of this content: whoever changes a dataset signs it again (dataset:sign), or takes the signature out',
};

const UNCHECKED_SIGNATURE: DatasetWarning = {
  kind: 'signature',
  path: 'signature',
  found: 'a signature that cannot be checked here: Ed25519 is missing',
  expected: 'a browser that knows it; this file counts as unsigned',
};
