/**
 * What the store needs of a storage area, and an area that never keeps anybody waiting for ever. Knows no
 * settings.
 */

/** A key-value store of JSON; `set` writes all of its keys or none. */
export interface StorageArea {
  keys(): Promise<string[]>;
  /** @returns undefined where there is no such key */
  get(key: string): Promise<unknown>;
  set(record: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  /** Tells of the keys that were written or removed, whoever did it. */
  onChanged(listener: (keys: string[]) => void, signal: AbortSignal): void;
}

/** Why storage could not do what was asked of it. Nothing was lost. */
export class StorageError extends Error {
  override name = 'StorageError';
  /** `slow`: no answer in time; `refused`: the browser said no; `full`: there would be no room. */
  readonly reason: 'slow' | 'refused' | 'full';

  constructor(reason: 'slow' | 'refused' | 'full', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** How long an answer may take, in ms: reading takes milliseconds even on a busy machine. */
const READ_MS = 2000;
/** Writing waits for the disk. */
const WRITE_MS = 10_000;

/** @returns an area that fails with a `StorageError`, and in time */
export function punctual(area: StorageArea): StorageArea {
  return {
    keys: () => within(READ_MS, () => area.keys()),
    get: (key) => within(READ_MS, () => area.get(key)),
    set: (record) => within(WRITE_MS, () => area.set(record)),
    remove: (key) => within(WRITE_MS, () => area.remove(key)),
    onChanged(listener, signal) {
      area.onChanged(listener, signal);
    },
  };
}

function within<Result>(ms: number, task: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new StorageError('slow', `No answer from the browser's storage in ${ms} ms.`));
    }, ms);
    const settle = (): void => {
      clearTimeout(late);
    };
    Promise.resolve()
      .then(task)
      .then(resolve, (error: unknown) => {
        reject(new StorageError('refused', String(error), { cause: error }));
      })
      .finally(settle);
  });
}
