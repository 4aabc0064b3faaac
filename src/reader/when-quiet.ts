/** Work that waits for quiet, but not for ever. Its two timers belong to it alone. */

/**
 * @param quietMs runs when nobody asked for so long, in ms
 * @param longestMs runs after so long in any case, in ms, however often it is asked for
 * @returns asks for a run
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
