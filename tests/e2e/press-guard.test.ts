/**
 * A press counts only on a control that has been as it is for a while: not on one that has just come, moved, changed or
 * unfolded. And a reader who reads first and then presses is never refused. In both browsers, with a real pointer.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATIENCE } from './harness.ts';
import { cardOf, pressControl, READERS, restOn, type ReaderAt } from './reader-at.ts';

/** As in src/popover/press-guard.ts, less the little that the browsers' clocks are rounded by, in ms. */
const GUARD_MS = 290;
/** Beyond the guard: for a control to have been as it is, and for a press to have done what it does, in ms. */
const SETTLED_MS = 700;
/** How often a reader presses who read first, each time at another place on the way. */
const ROUNDS = 3;
/** For a press to come in time on a busy machine: one that is late proves nothing, and is made again. */
const TRIES = 12;
/** What "More" is called once it has been pressed. */
const UNFOLDED = 'Less';
/** The page notes when the pointer comes down: on the window, and before us, it hears that. */
const PAGE = `<style>body { margin: 0; font: 18px/1.5 sans-serif } p { margin: 60px 60px 0 }</style>
  <p><span id="word">David Lammy</span> spoke.</p>
  <script>window.downs = []; addEventListener('pointerdown', () => window.downs.push(performance.now()), true)</script>`;

describe.each(READERS)('in %s,', (_, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  const placeOf = async (words: string): Promise<{ x: number; y: number }> => {
    await expect.poll(() => reader.control(words), PATIENCE).toBeDefined();
    return (await reader.control(words)) ?? { x: 0, y: 0 };
  };
  const openByClick = async (): Promise<void> => {
    const { x, y } = await reader.mark('David Lammy');
    await reader.click(x, y);
  };
  const closeByKey = async (): Promise<void> => {
    await reader.press('Escape');
    await expect.poll(() => reader.card(), PATIENCE).toBeUndefined();
  };
  /**
   * Makes an attempt again until its last press came soon after the one before: then it proves something.
   * @param start what leads up to it; @param attempt ends with two presses. @returns what came of it
   */
  const soonEnough = async <Value>(
    attempt: () => Promise<Value>,
    again: () => Promise<void>,
  ): Promise<Value> => {
    for (let tries = 0; tries < TRIES; tries++) {
      const result = await attempt();
      const [before = 0, last = Infinity] = (await reader.ask<number[]>('window.downs')).slice(-2);
      if (last - before < GUARD_MS) return result;
      await again();
    }
    throw new Error(`No press in ${TRIES} came within ${GUARD_MS} ms of the one before.`);
  };

  test('nothing comes of a press on a card that has just come', async () => {
    await reader.open(PAGE);
    await openByClick();
    const { x, y } = await placeOf('More');
    const attempt = async (): Promise<boolean> => {
      await closeByKey();
      await openByClick();
      await reader.click(x, y);
      await reader.wait(SETTLED_MS);
      return (await reader.control(UNFOLDED)) !== undefined;
    };
    expect(await soonEnough(attempt, () => openByClick())).toBe(false);
  });

  test('nothing comes of a press on what has just unfolded', async () => {
    await reader.open(PAGE);
    await openByClick();
    const more = await placeOf('More');
    await pressControl(reader, 'More');
    const fold = await placeOf('Reported 6');
    const attempt = async (): Promise<boolean> => {
      await pressControl(reader, UNFOLDED);
      await reader.wait(SETTLED_MS);
      await reader.click(more.x, more.y);
      await reader.click(fold.x, fold.y);
      await reader.wait(SETTLED_MS);
      return (await cardOf(reader)).text.includes('came to hear');
    };
    expect(await soonEnough(attempt, () => Promise.resolve()), 'it is still open').toBe(true);
  });

  test('a button that has just changed is not pressed again', async () => {
    await reader.open(PAGE);
    await openByClick();
    const { x, y } = await placeOf('Pin');
    const attempt = async (): Promise<boolean> => {
      await reader.wait(SETTLED_MS);
      await reader.click(x, y);
      await reader.click(x, y);
      await reader.wait(SETTLED_MS);
      return (await reader.control('Unpin')) !== undefined;
    };
    const again = async (): Promise<void> => {
      if (await reader.control('Unpin')) await pressControl(reader, 'Unpin');
    };
    expect(await soonEnough(attempt, again)).toBe(true);
  });

  test('Undo is not pressed at the moment that it comes', async () => {
    await reader.open(PAGE);
    const switchOff = async (): Promise<{ x: number; y: number }> => {
      await openByClick();
      await pressControl(reader, 'More');
      await pressControl(reader, 'Switch off');
      const all = await placeOf('David Lammy everywhere');
      await reader.wait(SETTLED_MS);
      return all;
    };
    const first = await switchOff();
    await reader.click(first.x, first.y);
    const undo = await placeOf('Undo');
    await pressControl(reader, 'Undo');
    await reader.mark('David Lammy');
    const attempt = async (): Promise<boolean> => {
      const off = await switchOff();
      await reader.click(off.x, off.y);
      await reader.click(undo.x, undo.y);
      await reader.wait(SETTLED_MS);
      return (await reader.control('Undo')) !== undefined;
    };
    const again = async (): Promise<void> => {
      if (await reader.control('Undo')) await pressControl(reader, 'Undo');
      await reader.mark('David Lammy');
    };
    expect(await soonEnough(attempt, again), 'it is still offered').toBe(true);
    await again();
  });

  test('nothing comes of a press on a card that the page has moved under the pointer', async () => {
    await reader.open(PAGE);
    await openByClick();
    await pressControl(reader, 'Pin');
    const { x, y } = await placeOf('More');
    const attempt = async (): Promise<boolean> => {
      await reader.move(x + 200, y);
      await reader.wait(SETTLED_MS);
      // The card comes with the word; the pointer is where its button will be.
      await reader.ask(
        `word.parentNode.style.marginLeft = '260px'; window.downs.push(performance.now()); 1`,
      );
      await expect.poll(async () => Math.round((await placeOf('More')).x - x), PATIENCE).toBe(200);
      await reader.click(x + 200, y);
      await reader.wait(SETTLED_MS);
      return (await reader.control(UNFOLDED)) !== undefined;
    };
    const again = async (): Promise<void> => {
      if (await reader.control(UNFOLDED)) await pressControl(reader, UNFOLDED);
      await reader.ask(`word.parentNode.style.marginLeft = '60px'; 1`);
    };
    expect(await soonEnough(attempt, again)).toBe(false);
  });

  test('nothing comes of events that the page has made up', async () => {
    await reader.open(PAGE);
    await openByClick();
    const { x, y } = await placeOf('More');
    await reader.wait(SETTLED_MS);
    await reader.ask(`{ const host = document.querySelector(':popover-open'); const init = { bubbles: true, composed: true,
      cancelable: true, clientX: ${x}, clientY: ${y}, detail: 1, pointerType: 'mouse', key: 'Enter' };
      for (const target of [host, document, window]) {
        for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click']) target.dispatchEvent(new PointerEvent(type, init));
        for (const type of ['keydown', 'keypress', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, init));
      }
      host.click() }; 1`);
    await reader.wait(SETTLED_MS);
    expect(await reader.control(UNFOLDED)).toBeUndefined();
    expect(await reader.card()).toBeDefined();
  });

  test('a reader who rests, moves into the card and presses is never refused', async () => {
    await reader.open(PAGE);
    for (let round = 0; round < ROUNDS; round++) {
      await reader.move(700, 500);
      await restOn(reader, 'David Lammy');
      const { box } = await cardOf(reader);
      // Nobody reads faster; on a busy machine the card is drawn late, and the guard counts from then.
      await reader.wait(1000);
      const { x, y } = await placeOf('More');
      // Over the card all the way: beside it, a hand that a busy machine holds up closes it.
      await reader.move(x - 40 + round * 18, (box.top + y) / 2);
      await reader.move(x, y);
      await reader.click(x, y);
      await expect.poll(() => reader.control(UNFOLDED), PATIENCE).toBeDefined();
      await closeByKey();
    }
  });
});
