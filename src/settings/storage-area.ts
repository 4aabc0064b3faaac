/** What the store needs of a storage area, and an area that never keeps anybody waiting for ever. */
import { StorageError } from './failure.ts';

/** A key-value store of JSON; `set` writes all of its keys or none. */
export interface StorageArea {
  keys(): Promise<string[]>;
  /** @returns undefined where there is no such key */
  get(key: string): Promise<unknown>;
  set(record: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  /** Reports the keys that were written or removed, whoever did it. */
  onChanged(listener: (keys: string[]) => void, signal: AbortSignal): void;
}

/** How long an answer may take, in ms. It takes milliseconds; on a machine that is busy, seconds. */
const ANSWER_MS = 10_000;

/** @returns an area that fails with a `StorageError`, and in time */
export function punctual(area: StorageArea): StorageArea {
  return {
    keys: () => inTime(() => area.keys()),
    get: (key) => inTime(() => area.get(key)),
    set: (record) => inTime(() => area.set(record)),
    remove: (key) => inTime(() => area.remove(key)),
    onChanged(listener, signal) {
      area.onChanged(listener, signal);
    },
  };
}

function inTime<Result>(task: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new StorageError('slow', `The storage did not answer in ${ANSWER_MS} ms.`));
    }, ANSWER_MS);
    Promise.resolve()
      .then(task)
      .then(resolve, (error: unknown) => {
        reject(new StorageError('refused', messageOf(error), { cause: error }));
      })
      .finally(() => {
        clearTimeout(late);
      });
  });
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
