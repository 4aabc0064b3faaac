/** A storage area with a time limit. */
import type { StorageArea } from '../browser/interfaces.ts';
import { StorageError } from './failure.ts';

/** How long an answer may take, in ms. It usually takes milliseconds, and on a busy computer seconds. */
const ANSWER_MS = 10_000;

/** @returns an area that fails in time, with a `StorageError` */
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

/** @throws StorageError where the task fails or does not end in time */
export function inTime<Result>(task: () => Promise<Result>): Promise<Result> {
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
