/**
 * Theme and text size of the extension's own pages. Knows tokens.css. A card in a page gets both from the popover. The
 * pictures of tests/e2e/gallery.chromium.test.ts cover it.
 */
import type { Settings } from '../settings/index.ts';

/** Applies to everything inside the element; `auto` follows the browser. */
export function applyTheme(
  element: HTMLElement,
  { theme, textSize }: Pick<Settings, 'theme' | 'textSize'>,
): void {
  if (theme === 'auto') delete element.dataset['theme'];
  else element.dataset['theme'] = theme;
  element.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
}
