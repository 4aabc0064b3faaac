/** Which compiled set is the present one, read without trust: by the background and by the scripts in pages. Free of zod. */
import type { StorageArea } from '../browser/interfaces.ts';
import { POINTER_KEY, SET_FORM } from './compiled-set.ts';

/** A hash as it is in keys of the storage. */
const HASH = /^[0-9a-f]{1,64}$/;

/**
 * @param stored the record under `POINTER_KEY`; undefined if there is none
 * @returns the hash of the present set; undefined for none, and for one that another version of the program compiled
 */
export function readPointer(stored: unknown): string | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { hash, form } = stored as Record<string, unknown>;
  return form === SET_FORM && typeof hash === 'string' && HASH.test(hash) ? hash : undefined;
}

/** Reports every change of the present set. Only for the background, which tells the pages. */
export function onCompiledSet(area: Pick<StorageArea, 'onChanged'>, listener: () => void): void {
  const { signal } = new AbortController();
  area.onChanged((keys) => {
    if (keys.includes(POINTER_KEY)) listener();
  }, signal);
}
