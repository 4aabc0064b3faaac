/**
 * One page of a browser on which states are shown and photographed: its theme, its width, the reader's font size.
 * Knows nothing of states or files. stage-chromium.ts and stage-firefox.ts make one.
 */
import type { Condition } from './conditions.ts';

export interface Stage {
  /** Sets theme, width and text size. @param height of the viewport in CSS px, where it is part of the picture */
  set(condition: Condition, height?: number): Promise<void>;
  /** Opens an address, and resolves when it is loaded. */
  goto(url: string): Promise<void>;
  /** Runs a function in the page, which must stand alone, and returns its value (JSON). */
  evaluate<Value, Arg>(fn: (arg: Arg) => Value | Promise<Value>, arg: Arg): Promise<Value>;
  /** A PNG of the whole page from its top, down to `mostHeight` CSS px; of the viewport where its height was set. */
  photograph(mostHeight?: number): Promise<Buffer>;
}

/** Of a viewport whose height is no part of the picture, in CSS px. */
export const USUAL_HEIGHT = 600;
/** Chromium paints nothing further down. */
export const MOST_HEIGHT = 16_000;

/** By how much the page is wider than its viewport, in CSS px; 0 where all is well. */
export const overflowOn = (stage: Stage): Promise<number> =>
  stage.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  }, null);

/** How high the whole page is, in CSS px. */
export const contentHeightOn = (stage: Pick<Stage, 'evaluate'>): Promise<number> =>
  stage.evaluate(() => document.documentElement.scrollHeight, null);
