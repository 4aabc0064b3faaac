/**
 * Theme, text size and language of the extension's own pages. Knows tokens.css. A card in a page gets all of them from the
 * popover. The pictures of tests/e2e/gallery.chromium.test.ts and tests/e2e/languages.test.ts cover it.
 */
import { directionOf } from '../locale/index.ts';
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

/** Says in which language a page is written, and from which side it is read. @param locale BCP 47 tag of our words */
export function applyLanguage(element: HTMLElement, locale: string): void {
  element.lang = locale;
  element.dir = directionOf(locale);
}
