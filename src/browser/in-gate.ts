/**
 * The browser's API for the scripts that every page pays for. It is the native API, because the polyfill would cost every page
 * 10 kB.
 */
import type { Browser } from 'webextension-polyfill';

// Chromium has `browser` since version 144, the oldest that we support. It has no type of its own.
export const native = (globalThis as unknown as { browser: Browser }).browser;

/** False after the extension was updated or removed, while this script still runs in the page. */
export function isAlive(): boolean {
  try {
    return Boolean(native.runtime.id);
  } catch {
    return false;
  }
}

/** Reads one record of the local storage area. @returns undefined if there is none */
export async function readRecord(key: string): Promise<unknown> {
  return (await native.storage.local.get(key))[key];
}

/** Sends to the background. @returns its answer; undefined if there is none */
export async function sendOnce(message: unknown): Promise<unknown> {
  try {
    return await native.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}
