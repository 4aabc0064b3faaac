/** What `clip-path` and `clip` leave of a box, as far as it may be nothing at all. Reads computed values, no layout. */

/** Less than this, in CSS px each way, is nothing: boxes for screen readers are one pixel wide. */
export const LEAST_SEEN = 3;

/** Whether a computed `clip-path` leaves nothing of a box. @param width,height of the box in CSS px */
export function clipsAll(clipPath: string, width: number, height: number): boolean {
  const [, shape, inner = ''] = /^(inset|circle|ellipse|polygon)\((.*?)\)/.exec(clipPath) ?? [];
  switch (shape) {
    case 'inset': {
      const [top = 0, right = top, bottom = top, left = right] = lengths(inner, [height, width]);
      return width - left - right < LEAST_SEEN || height - top - bottom < LEAST_SEEN;
    }
    case 'circle':
    case 'ellipse':
      return lengths(inner.replace(/at .*$/, ''), [width, height]).some(
        (radius) => 2 * radius < LEAST_SEEN,
      );
    case 'polygon':
      return areaOf(lengths(inner.replace(/[a-z]+,|,/g, ' '), [width, height])) < LEAST_SEEN ** 2;
    default:
      return false;
  }
}

/** Whether a computed `clip` (which counts only where an element is out of the flow) leaves nothing. */
export function clipsAllByRect(clip: string): boolean {
  const [top, right, bottom, left] = clip.match(/-?[\d.]+px|auto/g)?.map(parseFloat) ?? [];
  // `auto` is no number, and nothing is less than that.
  const width = (right ?? NaN) - (left ?? NaN);
  const height = (bottom ?? NaN) - (top ?? NaN);
  return width < LEAST_SEEN || height < LEAST_SEEN;
}

/** @param sizes what percentages are of, in turn */
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
