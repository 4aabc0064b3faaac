/** Schedules work so that a reader does not notice it: long jobs in slices, repeated jobs not too often. */

/** Longest time of one slice, in ms: half a frame at 60 Hz. */
export const SLICE_MS = 8;

/**
 * Runs `step` until it returns false, in slices. The first slice runs at once.
 * @param step does a little work; true while there is more
 */
export function runInSlices(step: () => boolean, signal: AbortSignal): void {
  const slice = (): void => {
    if (signal.aborted) return;
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end) {
      if (!step()) return;
    }
    setTimeout(slice);
  };
  slice();
}

/**
 * Makes a function that runs the work at once after a quiet time, and otherwise once at the end of the pause.
 * @param pauseMs shortest time between two runs, in ms
 */
export function notTooOften(work: () => void, pauseMs: number, signal: AbortSignal): () => void {
  /** Both are owned by `run` and the function that is returned. */
  let lastRun = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    waiting = undefined;
    if (signal.aborted) return;
    lastRun = performance.now();
    work();
  };
  return () => {
    if (waiting !== undefined) return;
    const rest = lastRun + pauseMs - performance.now();
    if (rest <= 0) run();
    else waiting = setTimeout(run, rest);
  };
}
