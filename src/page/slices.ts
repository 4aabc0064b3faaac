/**
 * When work is done, so that none of it is felt: long jobs in slices, repeated ones not too often.
 */

/** Most that one slice may take, in ms: half a frame at 60 Hz. */
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
 * Makes a function that runs at once when it was quiet, and otherwise once at the end of the pause.
 * @param pauseMs least time between two runs, in ms
 */
export function notTooOften(work: () => void, pauseMs: number, signal: AbortSignal): () => void {
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
