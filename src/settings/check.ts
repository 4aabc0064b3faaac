/**
 * A short check of settings, by which damage in storage shows that leaves a whole record of the right shape.
 * No protection against anybody: whoever can write the storage can write the check. Free of zod.
 */
import { inKeyOrder } from './key-order.ts';

/**
 * The check of a JSON value, whatever the order of its keys. FNV-1a of 32 bits
 * over UTF-16 code units; one changed unit always changes it.
 */
export function checkOf(value: unknown): string {
  const text = JSON.stringify(value, inKeyOrder);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
