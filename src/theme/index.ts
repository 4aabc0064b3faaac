/** Theme and text size on an element of ours: a page's root, or the card in somebody else's. Knows tokens.css. */
import type { Settings } from '../settings/index.ts';

/** Everything inside of the element follows; `auto` follows the browser. */
export function applyTheme(
  element: HTMLElement,
  { theme, textSize }: Pick<Settings, 'theme' | 'textSize'>,
): void {
  if (theme === 'auto') delete element.dataset['theme'];
  else element.dataset['theme'] = theme;
  element.style.fontSize = textSize === 100 ? '' : `${textSize}%`;
}
