/** Signs datasets for tests, with keys that are made from a name: the same in each run. They are no secret. */
import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { signatureOf } from '../../src/cli/dataset-signature.ts';
import type { DatasetSignature } from '../../src/dataset/authoring.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410). */
const PKCS8 = '302e020100300506032b657004220420';

export function keyNamed(name: string): KeyObject {
  const seed = createHash('sha256').update(name).digest();
  const key = Buffer.concat([Buffer.from(PKCS8, 'hex'), seed]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** @param file as it would be written, in the present form or any other */
export const signed = <File extends object>(
  file: File,
  name = 'ada',
): File & { signature: DatasetSignature } => ({
  ...file,
  signature: signatureOf(file, keyNamed(name)),
});
