/** Whether to read a document at all, before anything is spent on it. */

/** Smallest frame that is read, in CSS px: smaller ones are advertisements and trackers. */
const FRAME_MIN = { width: 300, height: 150 };
/** Documents without text: the browser shows a picture, a film or a sound. */
const NO_TEXT = /^(?:image|video|audio)\//;

/** Whether this document can have text, and is not a tiny or hidden frame. */
export function isWorthReading(): boolean {
  const isFrame = self !== top;
  if (isFrame && (innerWidth < FRAME_MIN.width || innerHeight < FRAME_MIN.height)) return false;
  if (isFrame && isFrameHidden()) return false;
  return !NO_TEXT.test(document.contentType);
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
