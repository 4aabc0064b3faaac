/**
 * A short check of settings, by which damage in storage shows that leaves a whole record of the right shape.
 * No protection against anybody: whoever can write the storage can write the check. Free of zod.
 */

/**
 * The check of a JSON value, whatever the order of its keys: Chromium gives them back sorted. FNV-1a of 32 bits
 * over UTF-16 code units; one changed unit always changes it.
 */
export function checkOf(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
