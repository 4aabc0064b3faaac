/**
 * How the page sets its text at a node: what a card beside it has to agree with.
 */

import { parentElementOf } from './dom.ts';
import { LEAST_OPACITY, opacityOf } from './ink.ts';

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

/** WCAG 2.2 relative luminance of a computed `rgb()` colour, 0 to 1; of one that can be seen. */
function luminanceOf(color: string): number | undefined {
  if (opacityOf(color) < LEAST_OPACITY) return undefined;
  const channels = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)/.exec(color)?.slice(1);
  if (!channels) return undefined;
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const value = Number(channel) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
