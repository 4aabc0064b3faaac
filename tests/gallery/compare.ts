/**
 * Compares a picture with its baseline: pixels, or, where the fonts are others, the boxes of the main parts.
 * Pure: decoded pictures and numbers in, what differs out.
 */
import { PNG } from 'pngjs';

/** Left, top, width and height in CSS px of the page. */
export type PartBox = [left: number, top: number, width: number, height: number];

/** The main parts of a page that are there, by selector. */
export type Layout = Record<string, PartBox>;

/** Most difference of a colour channel that still counts as the same. */
const CHANNEL_TOLERANCE = 24;
/** Most pixels that may differ, as a share of all. */
export const PIXEL_TOLERANCE = 0.0005;
/** Most that a part may move or grow, as a share of the whole page's extent. */
export const LAYOUT_TOLERANCE = 0.15;

export interface PixelDifference {
  /** Of all pixels, 0 to 1. */
  share: number;
  /** The new picture, pale, with what differs in red. */
  picture: PNG;
}

/** @returns undefined where the two are not of the same size */
export function comparePixels(picture: PNG, baseline: PNG): PixelDifference | undefined {
  const { width, height } = picture;
  if (width !== baseline.width || height !== baseline.height) return undefined;
  const shown = new PNG({ width, height });
  let different = 0;
  for (let at = 0; at < width * height; at++) {
    // Both ways, or a thing that vanishes could hide behind a neighbour of its own.
    const isSame = isNear(picture, baseline, at) && isNear(baseline, picture, at);
    if (!isSame) different++;
    paint(shown, at, isSame ? paleOf(picture, at) : [200, 0, 0]);
  }
  return { share: different / (width * height), picture: shown };
}

/** Whether a pixel of one picture is in the other, at its place or beside it: edges of letters are soft. */
function isNear(one: PNG, other: PNG, at: number): boolean {
  if (isAlike(one, other, at, at)) return true;
  const { width, height } = one;
  const left = at % width;
  const top = Math.floor(at / width);
  for (let y = Math.max(0, top - 1); y <= Math.min(height - 1, top + 1); y++) {
    for (let x = Math.max(0, left - 1); x <= Math.min(width - 1, left + 1); x++) {
      if (isAlike(one, other, at, y * width + x)) return true;
    }
  }
  return false;
}

function isAlike(one: PNG, other: PNG, at: number, otherAt: number): boolean {
  for (let channel = 0; channel < 3; channel++) {
    const difference = (one.data[at * 4 + channel] ?? 0) - (other.data[otherAt * 4 + channel] ?? 0);
    if (Math.abs(difference) > CHANNEL_TOLERANCE) return false;
  }
  return true;
}

function paleOf({ data }: PNG, at: number): number[] {
  return [0, 1, 2].map((channel) => 190 + (data[at * 4 + channel] ?? 0) / 4);
}

function paint({ data }: PNG, at: number, colour: readonly number[]): void {
  data.set([...colour, 255], at * 4);
}

/**
 * @param extent of the baseline's whole page
 * @returns one line for each part that came, went, moved or grew
 */
export function compareLayout(
  layout: Layout,
  baseline: Layout,
  extent: { width: number; height: number },
): string[] {
  const names = [...new Set([...Object.keys(baseline), ...Object.keys(layout)])];
  return names.flatMap((name) => {
    const was = baseline[name];
    const is = layout[name];
    if (!was || !is) return [`${name} ${was ? 'is gone' : 'is new'}`];
    const isFar = is.some((value, at) => {
      const most = LAYOUT_TOLERANCE * (at % 2 === 0 ? extent.width : extent.height);
      return Math.abs(value - (was[at] ?? 0)) > most;
    });
    return isFar ? [`${name} was at ${was.join(', ')} and is at ${is.join(', ')}`] : [];
  });
}
