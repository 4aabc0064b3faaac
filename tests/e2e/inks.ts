/**
 * Ways in which pages paint text (tests/pages/lines/inks.jsonl): each twice on one page, marked and not, so that the two
 * can be compared pixel by pixel in one picture. Knows no browser.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PNG } from 'pngjs';
import { SAMPLES } from '../../src/cli/paths.ts';

/** The fields are explained in tests/pages/lines/README.md. */
export interface Ink {
  name: string;
  why: string;
  style: string;
  ground: string;
  similar?: boolean;
}

export const INKS = readFileSync(join(SAMPLES, 'lines/inks.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Ink);

/** Shares of differing pixels: what of the letters may, and what below them must. */
export const TOLERANCE = { same: 0.001, similar: 0.16, line: 0.002 };

/** Height of a line, its baseline from the top, and where underlines begin, in CSS px. */
const LINE = { height: 40, underlines: 31 };

export function inksPage(): string {
  // Whatever is in a text box is typed, and never marked.
  const cells = INKS.map(
    ({ name, style, ground }) => `<div style="background: ${ground}">
      <p id="${name}" style="${style}">Now Blinken</p>
      <p id="${name}-bare" style="${style}" role="textbox">Now Blinken</p></div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Inks</title>
    <style>
      body { margin: 0; display: grid; grid-template-columns: repeat(4, 200px); gap: 8px }
      p { margin: 0; width: 200px; height: ${LINE.height}px; font: 26px/${LINE.height}px sans-serif }
    </style><body>${cells.join('')}</body></html>`;
}

type Boxes = Record<string, { x: number; y: number; width: number }>;

/** To be run in the page. @returns how many names are painted */
export function countPainted(): number {
  let count = 0;
  const paragraphs = new Set<Node | null>();
  CSS.highlights.forEach((highlight, name) => {
    if (!name.startsWith('backgrounder-')) return;
    highlight.forEach(({ startContainer }) => paragraphs.add(startContainer.parentNode));
    count = paragraphs.size;
  });
  return count;
}

/** To be run in the page. @returns where its paragraphs stand, in CSS px */
export function findBoxes(): Boxes {
  const boxes = [...document.querySelectorAll('p')].map(
    ({ id, offsetLeft, offsetTop, offsetWidth }) => [
      id,
      { x: offsetLeft, y: offsetTop, width: offsetWidth },
    ],
  );
  return Object.fromEntries(boxes) as Boxes;
}

/** What differs between a marked paragraph and its bare twin: shares of the pixels of its letters, and below them. */
export function compareInk(
  picture: PNG,
  boxes: Boxes,
  name: string,
): { letters: number; line: number } {
  const [marked, bare] = [boxes[name], boxes[`${name}-bare`]];
  if (!marked || !bare) throw new Error(`${name} is not on the page.`);
  const differs = (x: number, y: number): boolean =>
    [0, 1, 2].some((channel) => {
      const at = (box: { x: number; y: number }) =>
        picture.data[4 * ((box.y + y) * picture.width + box.x + x) + channel] ?? 0;
      return Math.abs(at(marked) - at(bare)) > 24;
    });
  const counts = { letters: 0, line: 0 };
  for (let y = 0; y < LINE.height; y++) {
    for (let x = 0; x < marked.width; x++) {
      if (differs(x, y)) counts[y < LINE.underlines ? 'letters' : 'line']++;
    }
  }
  return {
    letters: counts.letters / (marked.width * LINE.underlines),
    line: counts.line / (marked.width * (LINE.height - LINE.underlines)),
  };
}
