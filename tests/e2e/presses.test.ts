/**
 * A page tries to get presses on our controls that the reader did not mean. Ways that go on are data
 * (tests/pages/popover/presses.jsonl): whatever is pressed, nothing happens while the control cannot be seen or does not
 * stand still. And a reader who means it is never refused. In both browsers.
 */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUARD_MS } from '../../src/popover/press-guard.ts';
import { readLines } from './popover-pages.ts';
import { PATIENCE } from './harness.ts';
import { pressControl, READERS, restUntilCard, type ReaderAt } from './reader-at.ts';

interface Way {
  name: string;
  script: string;
  /** Whether no press may count at all; else only none on what is covered in gold. */
  refused?: boolean;
  /** Why a press gets through, by browser. The test then expects that it does. */
  fails?: Record<string, string>;
}

/** For pages that are never still: does a step every 100 ms, and keeps how long the page has stood still at most, in ms. */
const OFTEN = `<script>
  let longest = 0, stepped;
  window.stood = () => stepped === undefined ? 0 : Math.max(longest, performance.now() - stepped);
  window.forget = () => { longest = 0 };
  window.often = (step) => setInterval(() => { longest = stood(); stepped = performance.now(); step() }, 100);
</script>`;
const PAGE = `${OFTEN}<style>body { margin: 0; font: 18px/1.5 sans-serif } #word { margin: 60px }
  #decoy, #modal { pointer-events: none; box-sizing: border-box; margin: 0; inset: 0; width: 100vw; height: 100vh;
    max-width: none; max-height: none; border: 0; background: gold }</style>
  <p id="word">Here is David Lammy.</p><div id="inside"></div>
  <div id="decoy" popover="manual">A prize: press here</div><dialog id="modal">A prize: press here</dialog>`;
/** What "More" is called once it has been pressed. */
const UNFOLDED = 'Less';
/** How often a press is tried, and how often at most where a busy computer makes the page stand still meanwhile. */
const TRIES = 2;
const TRIES_MAX = 12;
const LONGEST_REST_MS = 2000;
/** Between two looks whether the control is there, in ms. */
const PAUSE_MS = 200;

const isGold = async (reader: ReaderAt, { x, y }: { x: number; y: number }): Promise<boolean> => {
  const shot = PNG.sync.read(await reader.screenshot());
  const at = (Math.round(y - 8) * shot.width + Math.round(x)) * 4;
  return shot.data.subarray(at, at + 3).join() === '255,215,0';
};

describe.each(READERS)('in %s,', (browser, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  /** Rests on the word, longer each time, until there is a control to press. A page that keeps covering the card closes it. */
  const openControl = async () => {
    for (let rest = 1000; rest <= LONGEST_REST_MS; rest *= 2) {
      const { x, y } = await reader.mark('David Lammy');
      await reader.move(600, 500);
      await reader.move(x, y);
      for (const until = Date.now() + rest; Date.now() < until;) {
        await reader.wait(PAUSE_MS);
        const control = await reader.control('More');
        if (control) return control;
      }
    }
    return undefined;
  };
  /** Opens the card, unless it is open, moves onto a control and presses it. @returns whether a press acted that must not */
  const tryPress = async ({ refused = false }: Way): Promise<boolean> => {
    const control = (await reader.control('More')) ?? (await openControl());
    if (!control) return false;
    await reader.move(control.x, control.y);
    await reader.wait(700);
    const isTrick = refused || (await isGold(reader, control));
    await reader.click(control.x, control.y);
    await reader.wait(300);
    const acted = (await reader.control(UNFOLDED)) !== undefined;
    if (acted && !isTrick) await pressControl(reader, UNFOLDED);
    return acted && isTrick;
  };

  /** Shows the page's popover again and again, at a part of the window. */
  const keepShowing = (box: string): Promise<unknown> =>
    reader.ask(`decoy.style.cssText = 'inset: auto; width: auto; height: auto; ${box}';
      setInterval(() => { decoy.hidePopover(); decoy.showPopover() }, 400); 1`);

  test('the card closes when the page keeps covering it, with its word in sight', async () => {
    await reader.open(PAGE);
    await restUntilCard(reader, 'David Lammy');
    await keepShowing('top: 92px; left: 0; width: 100vw; height: 500px');
    await expect.poll(() => reader.card(), PATIENCE).toBeUndefined();
  });

  test('the card stays when the page keeps showing something elsewhere', async () => {
    await reader.open(PAGE);
    await restUntilCard(reader, 'David Lammy');
    await keepShowing('bottom: 0; right: 0; width: 60px; height: 30px');
    await reader.wait(4000);
    expect(await reader.card()).toBeDefined();
  });

  for (const way of readLines<Way>('presses.jsonl')) {
    const { name, script, fails } = way;
    test(`nothing comes of presses under ${name}`, async () => {
      await reader.open(PAGE);
      await reader.move(600, 500);
      await reader.mark('David Lammy');
      await reader.ask(`{ ${script} }; 1`);
      const results: boolean[] = [];
      for (let tries = 0; tries < TRIES_MAX && results.length < TRIES; tries++) {
        await reader.ask('forget(), 1');
        const acted = await tryPress(way);
        // Whoever looks at a page for so long without a change may press.
        if ((await reader.ask<number>('stood()')) < GUARD_MS) results.push(acted);
      }
      expect(results).toHaveLength(TRIES);
      if (fails?.[browser] === undefined) expect(results).not.toContain(true);
      else expect(results, 'mended: take "fails" out').toContain(true);
    });
  }
});
