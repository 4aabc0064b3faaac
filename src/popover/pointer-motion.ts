/**
 * Whether the reader moved the pointer to a control, or the control came to a resting pointer because the page moved it, moved
 * its window or frame, or removed what covered it. Plain numbers; knows no elements of a page.
 */
import type { Box } from './placement.ts';

/** The part of a pointer event that is used, in CSS px. */
export interface PointerSample {
  clientX: number;
  clientY: number;
  screenX: number;
  screenY: number;
}

export interface PointerMotion {
  /**
   * Takes the next sample.
   * @param control our control under the pointer; its box is read only if it is not the same control as before
   * @returns false if the control came to the pointer
   */
  isByReader(sample: PointerSample, control: { boxOf(): Box; id: unknown } | undefined): boolean;
  /** What is under the pointer came there by the reader's own doing. */
  forget(): void;
}

/** Greatest ratio of a px of the screen to a px of the page, by zoom, in both browsers. */
const ZOOM_MAX = 5;
/** Difference that rounding and a change of zoom between two samples may cause, in px. */
const SLACK_PX = 8;

export function createPointerMotion(): PointerMotion {
  /** Owned by `isByReader` and `forget`. */
  let last: { sample: PointerSample; id: unknown } | undefined;
  return {
    forget() {
      last = undefined;
    },
    isByReader(sample, control) {
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
      if (inPage > ZOOM_MAX * onScreen + SLACK_PX) return false;
      if (before.id === control.id) return true;
      // If the pointer was already inside its box, the control appeared there or was uncovered.
      return onScreen > 0 && !isInside(before.sample, control.boxOf());
    },
  };
}

const distance = (x: number, y: number): number => Math.hypot(x, y);

const isInside = ({ clientX: x, clientY: y }: PointerSample, box: Box): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
