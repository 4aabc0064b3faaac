/** Runs work after a quiet time, but not later than a longest time. Owns its two timers. */

/**
 * @param quietMs the work runs when there was no request for this long, in ms
 * @param longestMs the work runs after this long in any case, in ms
 * @returns requests a run
 */
export function whenQuiet(
  work: () => void,
  { quietMs, longestMs }: { quietMs: number; longestMs: number },
  signal: AbortSignal,
): () => void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(quiet);
    clearTimeout(latest);
    latest = undefined;
  };
  signal.addEventListener('abort', stop);
  const run = (): void => {
    stop();
    work();
  };
  return () => {
    if (signal.aborted) return;
    clearTimeout(quiet);
    quiet = setTimeout(run, quietMs);
    latest ??= setTimeout(run, longestMs);
  };
}
