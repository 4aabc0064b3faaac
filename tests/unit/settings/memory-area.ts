/** A storage area in memory that behaves as the browsers' do: JSON in, JSON out, one write at a time. */
import type { StorageArea } from '../../../src/settings/store.ts';

export interface MemoryArea extends StorageArea {
  /** Everything stored, as text. */
  contents(): Record<string, string>;
  writes: number;
}

export function createMemoryArea(stored: Record<string, unknown> = {}): MemoryArea {
  const contents = new Map(Object.entries(stored).map(([key, value]) => [key, toText(value)]));
  const listeners = new Set<(keys: string[]) => void>();
  const tell = (keys: string[]): void => {
    for (const listener of listeners) listener(keys);
  };
  const area: MemoryArea = {
    writes: 0,
    contents: () => Object.fromEntries(contents),
    keys: () => Promise.resolve([...contents.keys()]),
    get(key) {
      const text = contents.get(key);
      return Promise.resolve(text === undefined ? undefined : JSON.parse(text));
    },
    set(record) {
      area.writes++;
      for (const [key, value] of Object.entries(record)) contents.set(key, toText(value));
      tell(Object.keys(record));
      return Promise.resolve();
    },
    remove(key) {
      area.writes++;
      contents.delete(key);
      tell([key]);
      return Promise.resolve();
    },
    onChanged(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  return area;
}

/** The order of tasks that `navigator.locks` gives to one name. */
export function createLock(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };
}

const toText = (value: unknown): string => JSON.stringify(value);
