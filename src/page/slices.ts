/**
 * Work in slices, so that no task of ours is felt: the scheduler runs a job until its budget is spent and
 * goes on in a later task.
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
