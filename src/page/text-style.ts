/**
 * How the page sets its text at a node: what a card beside it has to agree with.
 */

import { luminanceOf } from './colour.ts';
import { parentElementOf } from './dom.ts';

export interface TextStyle {
  rightToLeft: boolean;
  /** Light text tells a dark page whatever lies behind it; undefined where the colour cannot be read. */
  dark: boolean | undefined;
}

/** Relative luminance above which text counts as light: the middle between black's and white's contrast to it. */
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
