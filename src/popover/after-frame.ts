/** Runs work soon after the next frame, when reading layout costs nothing. Knows no page. */

/**
 * Joins many requests into one call soon after the next frame.
 * @param work returns true to be called again after the following frame
 */
export function afterFrame(
  work: () => boolean,
  signal: AbortSignal,
): { ask: () => void; cancel: () => void } {
  /** Both are owned by `ask` and `cancel`. */
  let frame: number | undefined;
  let task: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(task);
    frame = undefined;
  };
  const ask = (): void => {
    frame ??= requestAnimationFrame(() => {
      task = setTimeout(() => {
        frame = undefined;
        if (work()) ask();
      });
    });
  };
  signal.addEventListener('abort', cancel);
  return { ask, cancel };
}
