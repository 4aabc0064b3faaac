/** Puts text on the clipboard, also where a page may not. */

/**
 * @param home element of ours that a field can be put into for a moment
 * @throws Error where the browser refuses
 */
export async function copyText(text: string, home: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard API on http pages, and none in frames that were not given it.
    if (!copyBySelection(text, home)) throw new Error('The browser refused.');
  }
}

/** The old way: what is selected in a field of our own. */
function copyBySelection(text: string, home: HTMLElement): boolean {
  const field = document.createElementNS('http://www.w3.org/1999/xhtml', 'textarea');
  if (!(field instanceof HTMLTextAreaElement)) return false;
  field.value = text;
  field.style.cssText = 'position: fixed; opacity: 0';
  const focused = (home.getRootNode() as ShadowRoot).activeElement ?? document.activeElement;
  home.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where there is no clipboard API
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
