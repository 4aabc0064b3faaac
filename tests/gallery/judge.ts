/** Judges what is drawn, without a look at a picture: boxes of texts, targets and the card, and axe. Runs in the page. */
import type { AxeResults, RunOptions } from 'axe-core';
import { clippedTexts, gluedTexts, sidewaysBoxes } from './texts.ts';

export type AxeOptions = RunOptions;

/** A card that goes beyond its window, text that is cut off or glued, a page or a box that is too wide. @param errors of the page */
export async function faultsOf(errors: readonly string[]): Promise<string[]> {
  const { scrollWidth, clientWidth } = document.documentElement;
  const overflow = scrollWidth - clientWidth;
  return [
    ...errors.map((error) => `error: ${error}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...sidewaysBoxes().map((box) => `scrolls sideways: ${box}`),
    ...clippedTexts().map((text) => `cut off: ${text.slice(0, 80)}`),
    ...gluedTexts().map((texts) => `one over the other: ${texts.slice(0, 160)}`),
    ...(await cardOutOfSight()),
  ];
}

/** What a browser loses when it rounds, in CSS px. */
const ROUNDING = 0.1;

/** @returns one line for a card that is not wholly in its window */
async function cardOutOfSight(): Promise<string[]> {
  const { dataset } = document.documentElement;
  if (dataset['box'] === undefined) return [];
  // The card follows a new width in the frame after it.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const { left, top, right, bottom } = JSON.parse(dataset['box']) as DOMRect;
  const isInside = Math.min(left, top, innerWidth - right, innerHeight - bottom) >= -ROUNDING;
  return isInside ? [] : [`the card is at ${dataset['box']}`];
}

/** What makes everything visible at once: axe cannot judge what is scrolled out of sight. */
const UNROLLED = `.popup { max-height: none !important; height: calc(100vh - 100px) }
  .surface { max-height: none !important }`;

/** In a window that is higher than the content. @returns one line for each thing that axe has against it, or cannot decide */
export async function auditOf(options: AxeOptions): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const style = document.createElement('style');
  style.textContent = UNROLLED;
  document.head.append(style);
  const { violations, incomplete } = await axe.run(options);
  style.remove();
  const linesOf = (results: AxeResults['violations'], outcome: string): string[] =>
    results.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id} ${outcome}: ${html.slice(0, 200)}`),
    );
  return [...linesOf(violations, 'violated'), ...linesOf(incomplete, 'undecided')];
}
