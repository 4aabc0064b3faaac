/**
 * Gets the detection for the gate of a page. For a gate with added datasets it reads their judges from the storage, once; if that fails,
 * the bundled dataset works alone, and the next gate has it read again. Knows the storage only through `read`.
 */
import type { JudgeData } from '../detect/index.ts';
import type { Gate } from '../gate/index.ts';
import { readerKey, type ReaderSet } from '../library/index.ts';
import { bundledDetection, joinedDetection, type Detection } from './detection.ts';

export interface DetectionsParts {
  /** Of the bundled dataset. */
  data: JudgeData;
  /** Reads one record of the local storage area. @throws if the storage does not work */
  read: (key: string) => Promise<unknown>;
}

export interface Detections {
  /** @returns undefined for a gate whose datasets are not read yet */
  of(gate: Gate): Detection | undefined;
  /** Reads them. Resolves when `of` has an answer; never fails. */
  load(gate: Gate): Promise<void>;
  /** Has `load` try again what failed. */
  retry: () => void;
}

export function createDetections({ data, read }: DetectionsParts): Detections {
  /** The last answer. Owned by `of`, `load` and `retry`. */
  let known: { gate: Gate; detection: Detection; state: 'whole' | 'failed' | 'again' } | undefined;
  /** Owned by `load`. */
  let loading: { gate: Gate; done: Promise<void> } | undefined;

  const joined = async (gate: Gate, set: string): Promise<Detection | undefined> => {
    try {
      // First, because the walk may begin again then.
      await gate.apart?.load();
      const json = await read(readerKey(set));
      if (typeof json !== 'string') return undefined;
      // The extension wrote it from this type.
      return joinedDetection(gate, data, JSON.parse(json) as ReaderSet);
    } catch {
      return undefined;
    }
  };
  const join = async (gate: Gate, set: string): Promise<void> => {
    const detection = await joined(gate, set);
    // A newer gate has come meanwhile.
    if (loading?.gate !== gate) return;
    const before = known?.gate === gate ? known.detection : undefined;
    known = detection
      ? { gate, detection, state: 'whole' }
      : { gate, detection: before ?? bundledDetection(gate, data), state: 'failed' };
  };
  return {
    of(gate) {
      if (known?.gate === gate) return known.state === 'again' ? undefined : known.detection;
      if (gate.set !== undefined) return undefined;
      loading = undefined;
      known = { gate, detection: bundledDetection(gate, data), state: 'whole' };
      return known.detection;
    },
    load(gate) {
      if (gate.set === undefined) return Promise.resolve();
      if (loading?.gate !== gate) loading = { gate, done: join(gate, gate.set) };
      const { done } = loading;
      return done.then(() => {
        if (loading?.done === done) loading = undefined;
      });
    },
    retry() {
      if (known?.state === 'failed') known.state = 'again';
    },
  };
}
