/** Computed colours as numbers. Knows their notation, not whose they are. */

/** Below this opacity nobody sees text, nor an underline in its colour; from 0 to 1. */
export const LEAST_OPACITY = 0.1;

/** Of a computed colour, from 0 to 1. */
export function opacityOf(color: string): number {
  const [, alpha] = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(color)?.filter(Boolean) ?? [];
  return alpha === undefined ? 1 : Number.parseFloat(alpha);
}

/** WCAG 2.2 relative luminance of a computed `rgb()` colour that can be seen, 0 to 1. */
export function luminanceOf(color: string): number | undefined {
  if (opacityOf(color) < LEAST_OPACITY) return undefined;
  const channels = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)/.exec(color)?.slice(1);
  if (!channels) return undefined;
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const value = Number(channel) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
