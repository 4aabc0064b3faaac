/** Lines of text: where words end, what is seen, how marked text looks, and how text is cut. In both browsers. */
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCut, CUT_MENTIONS, CUT_TEXT, seeOffsets } from './cuts.ts';
import { PATIENCE } from './harness.ts';
import { compareInk, countPainted, findBoxes, INKS, inksPage, TOLERANCE } from './inks.ts';
import { changes, CHANGING, LAST, LINES, linesPage, seeLines } from './lines.ts';
import { READERS, type ReaderAt } from './reader-at.ts';

/** Ways to cut in each browser, others every time. */
const RUNS = 6;

describe.each(READERS)('in %s,', (_, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  /** Runs a function that stands alone in the page. */
  const run = <Args extends unknown[], Value>(fn: (...args: Args) => Value, ...args: Args) =>
    reader.ask<Value>(`(${String(fn)})(...${JSON.stringify(args)})`);
  const openPage = async (path: string, body: string): Promise<void> => {
    reader.server.add(path, { body });
    await reader.goto(reader.server.url(path));
  };

  describe('a line of text', () => {
    /** Marks of a piece, once the whole page has been read. */
    const marksIn = async (name: string) => {
      const seen = await run(seeLines);
      return seen[LAST] ? (seen[name] ?? []) : 'not read yet';
    };
    beforeAll(() => openPage('/lines', linesPage()));
    test.each(LINES)('$name: $why', async ({ name, marks }) => {
      await expect.poll(() => marksIn(name), PATIENCE).toEqual(marks);
    });
    describe('after a change', () => {
      beforeAll(() => reader.ask(`${changes()}; 1`));
      test.each(CHANGING)('$name: $why', async ({ name, thenMarks }) => {
        await expect.poll(() => marksIn(name), PATIENCE).toEqual(thenMarks);
      });
    });
  });

  describe('marked text looks as it did, and the mark is seen', () => {
    let picture: PNG;
    let boxes: ReturnType<typeof findBoxes>;
    test('once it is marked', async () => {
      await openPage('/inks', inksPage());
      await expect.poll(() => run(countPainted), PATIENCE).toBe(INKS.length);
      picture = PNG.sync.read(await reader.screenshot());
      boxes = await run(findBoxes);
    });
    test.each(INKS)('$name: $why', ({ name, similar = false }) => {
      const { letters, line } = compareInk(picture, boxes, name);
      expect(letters).toBeLessThan(similar ? TOLERANCE.similar : TOLERANCE.same);
      expect(line).toBeGreaterThan(TOLERANCE.line);
    });
  });

  test('marks are the same however a text is cut into nodes and elements', async () => {
    await reader.open('<div id="place"></div>');
    const build = (cuts: { length: number; name: string }[]) =>
      run(buildCut, { text: CUT_TEXT, cuts });
    await build([]);
    let whole: string[] = [];
    await expect
      .poll(async () => (whole = await run(seeOffsets)).length, PATIENCE)
      .toBe(CUT_MENTIONS);
    expect(new Set(whole).size).toBe(whole.length);
    const cut = fc.record({
      length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12_000 })),
      name: fc.constantFrom('#text', 'span', 'b'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 40 }), async (cuts) => {
        await build(cuts);
        await expect.poll(() => run(seeOffsets), PATIENCE).toEqual(whole);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
