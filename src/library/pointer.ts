/** Tells the background when pages get another compiled set. Knows the storage only through its part. */
import type { StorageArea } from '../browser/interfaces.ts';
import { POINTER_KEY } from './compiled-set.ts';

/** Reports every change of the present set. Only for the background, which tells the pages. */
export function onCompiledSet(area: Pick<StorageArea, 'onChanged'>, listener: () => void): void {
  const { signal } = new AbortController();
  area.onChanged((keys) => {
    if (keys.includes(POINTER_KEY)) listener();
  }, signal);
}
