/** Documents whose text is not in the page: a PDF in the browser's viewer, or text that is drawn as a picture. */

/** A canvas with at least this share of the window counts as the page's text; a smaller canvas is a picture. */
const CANVAS_SHARE = 0.3;

/** Why the text of a page without mentions may be unreadable. Reads layout only if the page has a canvas. */
export function unreadableKindOf(page: Document): 'pdf' | 'canvas' | undefined {
  if (page.contentType === 'application/pdf') return 'pdf';
  const canvases = [...page.querySelectorAll('canvas')];
  if (canvases.length === 0) return undefined;
  const drawn = canvases.reduce((sum, canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    return sum + width * height;
  }, 0);
  return drawn >= CANVAS_SHARE * innerWidth * innerHeight ? 'canvas' : undefined;
}
