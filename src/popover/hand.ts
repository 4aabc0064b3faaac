/**
 * Whether the reader's own hand took the pointer to a control, or the control came to a resting pointer: because the page
 * moved it there, moved its window or frame, or took away what lay over it. Plain numbers; knows no elements of a page.
 */
import type { Box } from './place.ts';

/** A pointer event as far as it counts here, in CSS px. */
export interface PointerSample {
  clientX: number;
  clientY: number;
  screenX: number;
  screenY: number;
}

export interface Hand {
  /**
   * Takes the next sample.
   * @param control what it is on, of ours; its box is asked for only where it is another than before
   * @returns false where the control came to the pointer
   */
  leads(sample: PointerSample, control: { boxOf(): Box; id: unknown } | undefined): boolean;
}

/** Zoom makes a px of the page more or less than one of the screen: by at most so much, in both browsers. */
const MOST_ZOOM = 5;
/** What rounding and a page's zoom between two samples may add, in px. */
const SLACK = 8;

export function createHand(): Hand {
  /** Owned by `leads`. */
  let last: { sample: PointerSample; id: unknown } | undefined;
  return {
    leads(sample, control) {
      const before = last;
      last = { sample, id: control?.id };
      if (!control || !before) return true;
      const inPage = distance(
        sample.clientX - before.sample.clientX,
        sample.clientY - before.sample.clientY,
      );
      const onScreen = distance(
        sample.screenX - before.sample.screenX,
        sample.screenY - before.sample.screenY,
      );
      if (inPage > MOST_ZOOM * onScreen + SLACK) return false;
      if (before.id === control.id) return true;
      // Where the pointer was within it already, something that lay over it has gone, or it was not there.
      return onScreen > 0 && !isInside(before.sample, control.boxOf());
    },
  };
}

const distance = (x: number, y: number): number => Math.hypot(x, y);

const isInside = ({ clientX: x, clientY: y }: PointerSample, box: Box): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
