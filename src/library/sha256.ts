/** The names of bytes, texts and compiled sets, by what they are. */
import { SET_FORM } from './compiled-set.ts';
import type { CompiledSet } from './compiled-set.ts';

/** @returns 64 digits in lower-case hexadecimal */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns the SHA-256 of a text in UTF-8 */
export const sha256Of = (text: string): Promise<string> => sha256(new TextEncoder().encode(text));

/** @returns the name of a compiled set */
export const setHash = ({ quickLook, gate, reader }: Omit<CompiledSet, 'hash'>): Promise<string> =>
  sha256Of([SET_FORM, quickLook, gate, reader].join('\n'));
