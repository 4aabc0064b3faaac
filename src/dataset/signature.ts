/**
 * What a signature in a dataset's file looks like, and what it signs. It says that two files come from whoever has one key, and nothing
 * about who that is. Pure: whether it is right is for the caller's `VerifySignature`.
 */
import canonicalize from 'canonicalize';
import { z } from 'zod';

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
  key: hexOf(32, 'a public key'),
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
