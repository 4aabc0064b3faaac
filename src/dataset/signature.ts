/**
 * What a signature in a dataset's file looks like, and what it signs. It says that two files come from whoever has one key, and nothing
 * about who that is. Pure: whether it is right is for the caller's `VerifySignature`.
 */
import canonicalize from 'canonicalize';
import { z } from 'zod';

/**
 * Keys that nobody has: the points of order 1, 2, 4 and 8, in each of their spellings, without the sign of x. Under some of them one and the
 * same signature is right for any text, and browsers take it (Chromium 156, Firefox 153).
 */
const NOBODYS = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ...['ec', 'ed', 'ee'].map((first) => `${first}${'ff'.repeat(30)}7f`),
]);

function isNobodys(key: string): boolean {
  const last = Number.parseInt(key.slice(-2), 16) & 0x7f;
  return NOBODYS.has(key.slice(0, -2) + last.toString(16).padStart(2, '0'));
}

const hexOf = (bytes: number, what: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[0-9a-f]{${2 * bytes}}$`),
      `${what}: ${2 * bytes} digits in lower-case hexadecimal`,
    );

/** Lengths: RFC 8032, 5.1.5 and 5.1.6. */
export const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** The public key. */
  key: hexOf(32, 'a public key').refine((key) => !isNobodys(key), 'a key that somebody can have'),
  /** The signature of `signedText`. */
  value: hexOf(64, 'a signature'),
});

export type DatasetSignature = z.infer<typeof signatureSchema>;

/** Whether a signature is of this text in UTF-8. @returns undefined where the machine does not know Ed25519 */
export type VerifySignature = (
  signature: DatasetSignature,
  text: string,
) => Promise<boolean | undefined>;

/**
 * The text that is signed: canonical JSON (RFC 8785) of everything in the file but its signature. It stays the same when somebody
 * writes the file with other spaces or in another order.
 * @param file a value of JSON @throws Error for half a character (a lone surrogate), which canonical JSON does not have
 */
export function signedText(file: object): string {
  const content = Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'signature'));
  return canonicalize(content) ?? '';
}
