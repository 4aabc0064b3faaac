/** Computed colours as numbers. Knows their notation, not whose they are. */

/** Text of a lower opacity is invisible, and so is an underline in its colour; from 0 to 1. */
export const OPACITY_MIN = 0.1;

/** The opacity of a computed colour, from 0 to 1. */
export function opacityOf(color: string): number {
  const [, alpha] = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(color)?.filter(Boolean) ?? [];
  return alpha === undefined ? 1 : Number.parseFloat(alpha);
}

/** WCAG 2.2 relative luminance of a computed `rgb()` colour, 0 to 1; undefined if the colour is invisible. */
export function luminanceOf(color: string): number | undefined {
  if (opacityOf(color) < OPACITY_MIN) return undefined;
  const channels = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)/.exec(color)?.slice(1);
  if (!channels) return undefined;
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const value = Number(channel) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
