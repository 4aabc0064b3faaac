/**
 * How much room stored values take, as each browser counts it. Pure. `string.length` is wrong for both: they
 * count the bytes of JSON text, and Chromium writes some characters of it longer.
 */

export type BrowserName = 'chromium' | 'firefox';

/**
 * Room that the extension gives itself in the local storage area, in bytes, keys included. Chromium refuses
 * more than 10,485,760 (its `QUOTA_BYTES`); the rest is for the moment in which something is set aside.
 */
export const ROOM_BYTES = 8_000_000;

const encoder = new TextEncoder();

/** Bytes of a JSON value as the browser counts them. */
export function bytesOf(value: unknown, browser: BrowserName): number {
  const text = JSON.stringify(value);
  const bytes = encoder.encode(text).length;
  if (browser === 'firefox') return bytes;
  let more = 0;
  for (const character of text) {
    // < is written as \u003C, the line separators as \u2028 and \u2029 instead of their three bytes.
    if (character === '<') more += 5;
    else if (character === '\u2028' || character === '\u2029') more += 3;
  }
  return bytes + more;
}

/** Bytes of a key with its value. */
export const roomOf = (key: string, value: unknown, browser: BrowserName): number =>
  encoder.encode(key).length + bytesOf(value, browser);
