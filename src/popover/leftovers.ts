/**
 * Removes what an ended script of ours has left in the page. Firefox ends our scripts at once when the extension is updated or switched off,
 * without a word to them, and so nothing closes their card. Knows our element, not what is on it.
 */

/** In the closed shadow root of our element, where no page sees it. */
export const STAGE_ID = 'backgrounder-stage';

/** What extensions in Firefox see. In Chromium the old script notices its end, and closes the card itself. */
interface OpenToExtensions extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Call it before anything of ours is shown in the document. @returns whether there was anything */
export function removeLeftovers(): boolean {
  const left = [...document.querySelectorAll<OpenToExtensions>('[popover=manual]')].filter(
    (element) => element.openOrClosedShadowRoot?.getElementById(STAGE_ID),
  );
  for (const element of left) element.remove();
  return left.length > 0;
}
