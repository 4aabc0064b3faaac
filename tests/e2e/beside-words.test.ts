/**
 * Where the card is on pages that zoom or transform themselves, in frames of which only a part can be seen, and on paper.
 * The pages are data (tests/pages/popover/scaled.jsonl, frames.jsonl). In both browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultBeside } from './fault-beside.ts';
import { PATIENCE } from './harness.ts';
import { readLines } from './popover-pages.ts';
import {
  cardOf,
  READERS,
  restOn,
  restUntilCard,
  STILLNESS_MS,
  type ReaderAt,
} from './reader-at.ts';

interface Scaled {
  name: string;
  css: string;
  /** Script that changes the page once the card is open. */
  later?: string;
}

interface Framed {
  name: string;
  html: string;
  /** Why the card is not where it should be, by browser. The test then expects a fault. */
  fails?: Record<string, string>;
  /** How far the page around the frame is scrolled, in px. */
  scroll?: number;
}

const WORD = '<p style="margin: 0">Here is David Lammy.</p>';
const BODY = `<style>body { margin: 60px; font: 18px/1.5 sans-serif }</style>`;
/** A document of 4,000 px, the word at its beginning or in its middle; or a short one. */
const FRAME = `<!doctype html><meta charset="utf-8"><title>Frame</title>${BODY}
  <div id="space"></div>${WORD}<div id="rest"></div><script>
  space.style.height = location.hash === '#middle' ? '2000px' : '100px';
  if (location.hash !== '#short') rest.style.height = location.hash === '#middle' ? '1800px' : '3700px'; </script>`;
/** What the text of a card adds to a file on paper at least, in bytes. */
const LEAST_PRINT = 1000;
/** Least height of a card in a part of this size, in px: it is there, and not a strip. */
const LEAST_HEIGHT = 100;

type Part = Record<'left' | 'top' | 'right' | 'bottom', number>;

/** What is wrong with the place of a card in a frame; undefined where it is beside its word and wholly in a part. */
async function faultInPart(reader: ReaderAt, part: Part): Promise<string | undefined> {
  const fault = await faultBeside(reader, 'David Lammy');
  const box = (await reader.card())?.box;
  if (fault !== undefined || !box) return fault ?? 'no card';
  const isInside =
    box.left >= part.left &&
    box.top >= part.top &&
    box.right <= part.right &&
    box.bottom <= part.bottom;
  if (!isInside) return `the card is at ${JSON.stringify(box)}, not in ${JSON.stringify(part)}`;
  return box.bottom - box.top >= LEAST_HEIGHT ? undefined : 'the card is a strip';
}

describe.each(READERS)('in %s, the card', (browser, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
    reader.server.add('/frame', { body: FRAME });
  });
  afterAll(() => reader.close());

  for (const { name, css, later } of readLines<Scaled>('scaled.jsonl')) {
    test(`stands beside its word, as large as ever: ${name}`, async () => {
      await reader.open(`${BODY}<style>${css}</style><main>${WORD}</main>`);
      await reader.move(5, 5);
      await restOn(reader, 'David Lammy');
      await cardOf(reader);
      if (later !== undefined) await reader.ask(later);
      await expect.poll(() => faultBeside(reader, 'David Lammy'), PATIENCE).toBeUndefined();
      const { left, right } = (await cardOf(reader)).box;
      expect(Math.round(right - left)).toBe(360);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(await reader.ask<number>('innerWidth'));
    });
  }

  test('is not on paper', async () => {
    await reader.open(BODY + WORD);
    await reader.mark('David Lammy');
    const before = await reader.print();
    await restOn(reader, 'David Lammy');
    await cardOf(reader);
    const after = await reader.print();
    expect(Math.abs(after.length - before.length)).toBeLessThan(LEAST_PRINT);
    expect(await reader.card(), 'it is still on the screen').toBeDefined();
  });

  for (const { name, html, scroll = 0, fails } of readLines<Framed>('frames.jsonl')) {
    test(`is in the part that can be seen of a frame ${name}`, async () => {
      const page = html.replace('{{frame}}', reader.server.url('/frame', 'localhost'));
      await reader.open(`<style>body { margin: 0 }</style>${page}`);
      await reader.ask(
        `(document.querySelector('#pane') ?? document.scrollingElement).scrollTop = ${scroll}`,
      );
      const part = await reader.ask<Part>(VISIBLE_PART);
      await reader.enterFrame();
      await restUntilCard(reader, 'David Lammy');
      // The browser says only after a frame which part it is; until then the card waits unseen.
      if (fails?.[browser] === undefined) {
        await expect.poll(() => faultInPart(reader, part), PATIENCE).toBeUndefined();
      } else {
        await cardOf(reader);
        await reader.wait(STILLNESS_MS);
        expect(await faultInPart(reader, part), 'mended: take "fails" out').toBeDefined();
      }
    });
  }
});

/** Expression: the part of the page's only frame that can be seen, in the frame's px. */
const VISIBLE_PART = `(() => {
  const frame = document.querySelector('iframe').getBoundingClientRect();
  const around = document.querySelector('iframe').parentElement.getBoundingClientRect();
  return { left: 0, top: Math.max(0, around.top, 0) - frame.top,
    right: Math.min(frame.right, around.right, innerWidth) - frame.left,
    bottom: Math.min(frame.bottom, around.bottom, innerHeight) - frame.top };
})()`;
