/** Keys and signatures of datasets for the commands: makes and reads keys, signs, and writes a signature into a file's text. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { applyEdits, modify } from 'jsonc-parser';
import { signedText, type DatasetSignature } from '../dataset/authoring.ts';
import { readText, reasonOf, shortNameOf } from './files.ts';

/** Makes a key, in a file (PKCS#8 in PEM) that only its owner can read. @throws Error if there is a file already */
export function makeKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const why = isThere ? 'it is there already, and keys are never overwritten' : reasonOf(error);
    throw new Error(`${shortNameOf(file)} was not written: ${why}`, { cause: error });
  }
  return privateKey;
}

/** @throws Error that says what is wrong with the file */
export function readKey(file: string): KeyObject {
  const text = readText(file);
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch (error) {
    const expected = 'a private key in PEM, without a password, as --new-key makes it';
    throw new Error(`${shortNameOf(file)} is not ${expected}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new Error(
    `${shortNameOf(file)} holds a key of another kind (${key.asymmetricKeyType ?? 'unknown'}); expected Ed25519`,
  );
}

/** The public key in hexadecimal, as files have it. */
export function publicKeyOf(key: KeyObject): string {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('hex');
}

/** @param file the value of a dataset's file, with or without a signature */
export function signatureOf(file: object, key: KeyObject): DatasetSignature {
  const value = sign(null, Buffer.from(signedText(file)), key).toString('hex');
  return { algorithm: 'Ed25519', key: publicKeyOf(key), value };
}

/** A dataset's text with this signature as its last field, or in the place of the one that it has. All else keeps its characters. */
export function withSignature(text: string, signature: DatasetSignature): string {
  const [, eol = '\n', indent = ''] = /(\r?\n)([ \t]*)"/.exec(text) ?? [];
  const dense = JSON.stringify(signature);
  // Where a file has no lines, its signature has none.
  const hasLines = text.trim().includes('\n');
  const value = JSON.stringify(signature, null, indent).replaceAll('\n', eol + indent);
  // The library's own formatting would touch the lines around.
  const edits = modify(text, ['signature'], signature, {}).map(({ content, ...place }) => ({
    ...place,
    content: hasLines ? content.replace(/^,/, `,${eol}${indent}`).replace(dense, value) : content,
  }));
  return applyEdits(text, edits);
}
