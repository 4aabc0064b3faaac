/** How the page sets its text at a node, so that a card beside it can match. */

import { luminanceOf } from './colour.ts';
import { parentElementOf } from './dom.ts';

export interface TextStyle {
  rightToLeft: boolean;
  /** Whether the page is dark there: it is if its text is light. Undefined if the colour cannot be read. */
  dark: boolean | undefined;
}

/** Text above this relative luminance counts as light: there, its contrast to black and to white is equal. */
const LIGHT_TEXT = 0.18;

export function textStyleAt(node: Node): TextStyle {
  const parent = parentElementOf(node) ?? document.documentElement;
  const { direction, webkitTextFillColor } = getComputedStyle(parent);
  const luminance = luminanceOf(webkitTextFillColor);
  return {
    rightToLeft: direction === 'rtl',
    dark: luminance === undefined ? undefined : luminance > LIGHT_TEXT,
  };
}
