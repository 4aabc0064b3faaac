/** When layout may be asked: soon after the next frame, when reading it costs nothing. Knows no page. */

/**
 * Joins many requests into one call soon after the next frame.
 * @param work true where it wants to be called after the frame that follows, too
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
