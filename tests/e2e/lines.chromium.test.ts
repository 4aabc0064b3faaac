/** Lines of text in Chromium: where words end, what is seen, how marked text looks, and how text is cut. */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCut, CUT_MENTIONS, CUT_TEXT, seeOffsets } from './cuts.ts';
import { openChromium, PATIENCE, type ChromiumScene } from './harness.ts';
import { compareInk, countPainted, findBoxes, INKS, inksPage, TOLERANCE } from './inks.ts';
import { changes, CHANGING, LAST, LINES, linesPage, seeLines } from './lines.ts';

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

describe('a line of text', () => {
  let page: Page;
  /** Marks of a piece, once the whole page has been read. */
  const marksIn = async (name: string) => {
    const seen = await page.evaluate(seeLines);
    return seen[LAST] ? (seen[name] ?? []) : 'not read yet';
  };
  beforeAll(async () => {
    scene.server.add('/lines', { body: linesPage() });
    page = await scene.open(scene.server.url('lines'));
  });
  test.each(LINES)('$name: $why', async ({ name, marks }) => {
    await expect.poll(() => marksIn(name), PATIENCE).toEqual(marks);
  });
  describe('after a change', () => {
    beforeAll(() => page.evaluate(changes()));
    test.each(CHANGING)('$name: $why', async ({ name, thenMarks }) => {
      await expect.poll(() => marksIn(name), PATIENCE).toEqual(thenMarks);
    });
  });
});

describe('marked text looks as it did, and the mark is seen', () => {
  let picture: PNG;
  let boxes: Awaited<ReturnType<typeof findBoxes>>;
  test('once it is marked', async () => {
    scene.server.add('/inks', { body: inksPage() });
    const page = await scene.open(scene.server.url('inks'));
    await expect.poll(() => page.evaluate(countPainted), PATIENCE).toBe(INKS.length);
    picture = PNG.sync.read(await page.screenshot());
    boxes = await page.evaluate(findBoxes);
  });
  test.each(INKS)('$name: $why', ({ name, similar = false }) => {
    const { letters, line } = compareInk(picture, boxes, name);
    expect(letters).toBeLessThan(similar ? TOLERANCE.similar : TOLERANCE.same);
    expect(line).toBeGreaterThan(TOLERANCE.line);
  });
});

test('marks are the same however a text is cut into nodes and elements', async () => {
  const page = await scene.page('<div id="place"></div>');
  const build = (cuts: { length: number; name: string }[]) =>
    page.evaluate(buildCut, { text: CUT_TEXT, cuts });
  await build([]);
  let whole: string[] = [];
  await expect
    .poll(async () => (whole = await page.evaluate(seeOffsets)).length, PATIENCE)
    .toBe(CUT_MENTIONS);
  expect(new Set(whole).size).toBe(whole.length);
  const cut = fc.record({
    length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12_000 })),
    name: fc.constantFrom('#text', 'span', 'b'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 40 }), async (cuts) => {
      await build(cuts);
      await expect.poll(() => page.evaluate(seeOffsets), PATIENCE).toEqual(whole);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
