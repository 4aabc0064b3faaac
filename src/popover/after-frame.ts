/** When layout may be asked: soon after the next frame, when reading it costs nothing. Knows no page. */

/** Joins many requests into one call soon after the next frame. */
export function afterFrame(
  work: () => void,
  signal: AbortSignal,
): { ask: () => void; cancel: () => void } {
  let frame: number | undefined;
  let task: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(task);
    frame = undefined;
  };
  signal.addEventListener('abort', cancel);
  return {
    ask() {
      frame ??= requestAnimationFrame(() => {
        task = setTimeout(() => {
          frame = undefined;
          work();
        });
      });
    },
    cancel,
  };
}
