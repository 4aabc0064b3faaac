/** Whether and when to read a document at all, before anything is spent on it. */

/** Smallest frame that is read, in CSS px: smaller ones are advertisements and trackers. */
const FRAME_MIN = { width: 300, height: 150 };
/** Documents without text: the browser shows a picture, a film or a sound. */
const NO_TEXT = /^(?:image|video|audio)\//;

export const canHaveText = (): boolean => !NO_TEXT.test(document.contentType);

/** Whether this is a tiny or hidden frame now. It may grow. */
export const isFrameTooSmall = (): boolean =>
  self !== top &&
  (innerWidth < FRAME_MIN.width || innerHeight < FRAME_MIN.height || isFrameHidden());

/** Signs that a frame has grown, or is shown now. The page around may show it when it has loaded, which no event tells the frame. */
const SHOWN_SIGNS = ['resize', 'load', 'pointermove'] as const;

/**
 * Runs `begin` once, now or when the frame has grown. A page may open a frame without a height, and Chromium may run our script
 * before the page of another site has told a frame its size: it is then 0.
 */
export function whenLargeEnough(begin: () => void, signal?: AbortSignal): void {
  if (!isFrameTooSmall()) {
    begin();
    return;
  }
  const grown = new AbortController();
  const look = (): void => {
    if (signal?.aborted || grown.signal.aborted || isFrameTooSmall()) return;
    grown.abort();
    begin();
  };
  const later = (): void => {
    setTimeout(look);
  };
  const quietly = { signal: grown.signal, capture: true, passive: true };
  for (const type of SHOWN_SIGNS) addEventListener(type, later, quietly);
}

/** Whether the page around makes this frame invisible. Only a frame of the same site can find out. */
function isFrameHidden(): boolean {
  try {
    const frame = self.frameElement;
    return frame?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === false;
  } catch {
    return false;
  }
}
