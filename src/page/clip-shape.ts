/** Whether `clip-path` or `clip` hides a whole box. Reads computed values, no layout. */

/** A box that is smaller than this counts as hidden, in CSS px: boxes for screen readers are one pixel wide. */
export const SEEN_MIN_PX = 3;

/** Whether a computed `clip-path` hides a whole box. @param width,height of the box in CSS px */
export function clipsAll(clipPath: string, width: number, height: number): boolean {
  const [, shape, inner = ''] = /^(inset|circle|ellipse|polygon)\((.*?)\)/.exec(clipPath) ?? [];
  switch (shape) {
    case 'inset': {
      const [top = 0, right = top, bottom = top, left = right] = lengths(inner, [height, width]);
      return width - left - right < SEEN_MIN_PX || height - top - bottom < SEEN_MIN_PX;
    }
    case 'circle':
    case 'ellipse':
      return lengths(inner.replace(/at .*$/, ''), [width, height]).some(
        (radius) => 2 * radius < SEEN_MIN_PX,
      );
    case 'polygon':
      return areaOf(lengths(inner.replace(/[a-z]+,|,/g, ' '), [width, height])) < SEEN_MIN_PX ** 2;
    default:
      return false;
  }
}

/** Whether a computed `clip` (which works only on an element out of the flow) hides the whole box. */
export function clipsAllByRect(clip: string): boolean {
  const [top, right, bottom, left] = clip.match(/-?[\d.]+px|auto/g)?.map(parseFloat) ?? [];
  // `auto` becomes NaN, and no comparison with NaN is true.
  const width = (right ?? NaN) - (left ?? NaN);
  const height = (bottom ?? NaN) - (top ?? NaN);
  return width < SEEN_MIN_PX || height < SEEN_MIN_PX;
}

/** @param sizes what the percentages refer to, in turn */
function lengths(list: string, sizes: readonly [number, number]): number[] {
  const [values = ''] = list.split(' round ');
  return values
    .split(' ')
    .filter(Boolean)
    .map((value, at) => {
      const number = Number.parseFloat(value);
      return value.endsWith('%') ? (number / 100) * sizes[at % 2 === 0 ? 0 : 1] : number;
    });
}

/** @param corners x and y in turn */
function areaOf(corners: readonly number[]): number {
  let twice = 0;
  for (let at = 0; at < corners.length; at += 2) {
    const [x = 0, y = 0] = corners.slice(at, at + 2);
    const next = (at + 2) % corners.length;
    twice += x * (corners[next + 1] ?? 0) - (corners[next] ?? 0) * y;
  }
  return Math.abs(twice) / 2;
}
