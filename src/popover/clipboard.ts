/** Copies text to the clipboard, even in a page that may not. */

/**
 * @param home an element of ours that holds a text field for a moment
 * @throws Error if the browser refuses
 */
export async function copyText(text: string, home: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // The clipboard API is missing on http pages and in frames without permission.
    if (!copyBySelection(text, home)) throw new Error('The browser refused.');
  }
}

/** The old way: copies what is selected in a field of ours. */
function copyBySelection(text: string, home: HTMLElement): boolean {
  const field = document.createElementNS('http://www.w3.org/1999/xhtml', 'textarea');
  if (!(field instanceof HTMLTextAreaElement)) return false;
  field.value = text;
  field.style.cssText = 'position: fixed; opacity: 0';
  const root = home.getRootNode();
  const inside = root instanceof ShadowRoot ? root.activeElement : null;
  const focused = inside ?? document.activeElement;
  home.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where there is no clipboard API
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
