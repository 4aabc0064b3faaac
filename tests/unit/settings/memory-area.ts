/** A storage area in memory that behaves as the browsers' do: JSON in, JSON out, one write at a time. */
import type { StorageArea } from '../../../src/browser/interfaces.ts';

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

/** What happens at one call of a storage area: the context dies there, or the browser says no. */
export type Fault = 'dies before' | 'dies after' | 'fails';

/**
 * The same area, with a fault at its n-th call.
 * @param at counted from 0
 * @param onDeath told when the context died: nothing of it goes on
 */
export function faulty(
  area: StorageArea,
  at: number,
  fault: Fault,
  onDeath: () => void,
): StorageArea & { calls(): number } {
  let calls = 0;
  const never = <Result>(): Promise<Result> => {
    onDeath();
    return new Promise<Result>(() => undefined);
  };
  const guard = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    if (calls++ !== at) return call();
    if (fault === 'fails') throw new Error('The disk is full.');
    if (fault === 'dies after') await call();
    return never();
  };
  return {
    calls: () => calls,
    keys: () => guard(() => area.keys()),
    get: (key) => guard(() => area.get(key)),
    set: (record) => guard(() => area.set(record)),
    remove: (key) => guard(() => area.remove(key)),
    onChanged(listener, signal) {
      area.onChanged(listener, signal);
    },
  };
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
