/** The pieces of tests/pages/lines on one page, and what is marked in each. Knows no browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES } from '../../src/cli/paths.ts';

/** A piece of a page. The fields are explained in tests/pages/lines/README.md. */
export interface Line {
  name: string;
  why: string;
  html: string;
  marks: string[];
  then?: string;
  thenMarks?: string[];
}

/** Marked at the end of the page: once it is there, the whole page has been read. */
export const LAST = 'the-end';

export const LINES = readFileSync(join(SAMPLES, 'lines/lines.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

export const CHANGING = LINES.filter(({ then }) => then !== undefined);

export function linesPage(): string {
  const sections = [...LINES, { name: LAST, html: 'At last, David Lammy.' }].map(
    ({ name, html }) =>
      `<section id="${name}" style="position: relative; margin: 12px">${html}</section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lines</title>
    <body style="font: 18px/1.5 sans-serif">${sections.join('\n')}</body></html>`;
}

/** All changes at once, as a script of the page. */
export const changes = (): string =>
  LINES.map(
    ({ name, then = '' }) => `((section) => { ${then} })(document.getElementById('${name}'));`,
  ).join('\n');

/** To be run in the page. @returns the marks of each section, in order */
export function seeLines(): Record<string, string[]> {
  const found: { section: string; surface: string; range: Range }[] = [];
  CSS.highlights.forEach((highlight, name) => {
    if (!name.startsWith('backgrounder-') || name === 'backgrounder-active') return;
    highlight.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      const section = startContainer.parentElement?.closest('section')?.id ?? '';
      found.push({ section, surface: range.toString(), range });
    });
  });
  found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  const seen: Record<string, string[]> = {};
  for (const { section, surface } of found) (seen[section] ??= []).push(surface);
  return seen;
}
