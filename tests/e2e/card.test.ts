/**
 * The card by real input, in both browsers: opening one other than by resting, what must not open one, and what the reader does in it:
 * goes on to related entities and back, takes a fact along as a citation.
 */
import type { SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectOfQuickWalk, PATIENCE } from './harness.ts';
import { cardOf, pressControl, READERS, restOn, STILLNESS_MS, type ReaderAt } from './reader-at.ts';

const STORY = '<p style="margin-top: 90px">President Zelenskyy spoke of Blinken.</p>';
const PARAGRAPH = `<p style="margin-top: 90px; line-height: 2">${'Antony Blinken met David Lammy and President Zelenskyy in Kyiv. '.repeat(10)}</p>`;
/** A narrow screen, in CSS px. */
const NARROW = { width: 390, height: 780 };
/** A focus that has just come somewhere does not press there yet; this is well beyond, in ms. */
const SETTLED_MS = 700;

describe.each(READERS)('in %s,', (_, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());
  beforeEach(() => reader.move(5, 5));

  const expectNoCard = (): Promise<void> =>
    expect.poll(() => reader.card(), PATIENCE).toBeUndefined();
  const expectCardStaysAway = async (): Promise<void> => {
    await reader.wait(STILLNESS_MS);
    expect(await reader.card()).toBeUndefined();
  };

  describe('a click', () => {
    /** Opens a card by a click on a word, and closes it by a click elsewhere. @returns the place of the word */
    const openAndClose = async (): Promise<SeenMark> => {
      await reader.open(STORY);
      const mark = await reader.mark('Zelenskyy');
      await reader.click(mark.x, mark.y);
      await cardOf(reader);
      await reader.click(5, 5);
      await expectNoCard();
      return mark;
    };

    test('on a word that is no link opens at once, and a press elsewhere closes', async () => {
      await openAndClose();
    });

    test('that selects the word leaves no card open', async () => {
      // The second card comes between two clicks: its scripts are there.
      const { x, y } = await openAndClose();
      await reader.doubleClick(x, y);
      expect(await reader.ask('String(getSelection())')).toBe('Zelenskyy');
      // The pointer stays, so nothing but the second click closes the card of the first.
      await expectCardStaysAway();
    });

    test('of the page’s own on a button stays its own', async () => {
      await reader.open(
        '<button style="margin-top: 90px" onclick="document.title = \'pressed\'">Ask Lammy</button>',
      );
      const { x, y } = await reader.mark('Lammy');
      await reader.click(x, y);
      expect(await reader.ask('document.title')).toBe('pressed');
      await reader.move(5, 5);
      await expectCardStaysAway();
    });
  });

  describe('a pointer on its way', () => {
    const ask = (expression: string): Promise<unknown> => reader.ask(expression);

    test('over thirty names a hundred times opens nothing', async () => {
      await reader.open(PARAGRAPH);
      const { y } = await reader.mark('Antony Blinken');
      await ask(
        `window.opened = 0; addEventListener('toggle', ({ newState }) => { window.opened += newState === 'open' }, true)`,
      );
      for (let walk = 0; walk < 10; walk++) {
        await expectOfQuickWalk(ask, async () => {
          await ask('window.opened = 0; window.moves = [performance.now()]');
          for (let pass = 0; pass < 10; pass++) {
            await reader.move(pass % 2 === 0 ? 1000 : 5, y + (pass % 5) * 8);
          }
          return (await ask('window.opened')) === 0;
        });
      }
      await reader.move(5, 5);
      await expectCardStaysAway();
      // The page is told of a card that does open.
      await restOn(reader, 'Antony Blinken');
      await expect.poll(() => ask('window.opened'), PATIENCE).toBe(1);
    });

    test('from word to card, aslant, keeps it open', async () => {
      await reader.open('<p style="margin: 90px 300px">Lammy spoke.</p>');
      for (let walk = 0; walk < 5; walk++) {
        await expectOfQuickWalk(ask, async () => {
          const mark = await restOn(reader, 'Lammy');
          const { box } = await cardOf(reader);
          await ask('window.moves = [performance.now()]');
          await reader.move(box.right - 20 - walk * 10, box.top + 20);
          await reader.wait(450);
          const isOpen = (await reader.card()) !== undefined;
          const walked = await ask('[...window.moves]');
          await reader.move(mark.x, 5);
          await reader.move(5, 5);
          await expectNoCard();
          await ask(`window.moves = ${JSON.stringify(walked)}`);
          return isOpen;
        });
      }
    });
  });

  describe('in the open card', () => {
    const nameOnCard = async (): Promise<string> => (await cardOf(reader)).name;
    const openZelenskyy = async (): Promise<void> => {
      const { x, y } = await reader.mark('Zelenskyy');
      await reader.click(x, y);
      expect(await nameOnCard()).toBe('Volodymyr Zelenskyy');
      await pressControl(reader, 'More');
    };

    test('a link turns the card, and Back turns it again and finds the link', async () => {
      await reader.open(STORY);
      await openZelenskyy();
      await pressControl(reader, 'Connected');
      await pressControl(reader, 'Antony Blinken');
      await expect.poll(nameOnCard, PATIENCE).toBe('Antony Blinken');
      await expect.poll(() => reader.focused(), PATIENCE).toMatch(/^Back to Volodymyr Zelenskyy/);
      await reader.wait(SETTLED_MS);
      await reader.press('Enter');
      await expect.poll(nameOnCard, PATIENCE).toBe('Volodymyr Zelenskyy');
      await expect.poll(() => reader.focused(), PATIENCE).toBe('Antony Blinken');
      await reader.press('Escape');
      await expectNoCard();
    });

    test.each([
      ['that is secure', (body: string) => reader.open(body), true],
      // Without the clipboard API.
      ['that is not', (body: string) => reader.openInsecure(body), false],
    ])('a fact is copied as a citation on a page %s', async (_page, open, isSecure) => {
      await open(STORY);
      expect(await reader.ask('isSecureContext')).toBe(isSecure);
      await openZelenskyy();
      await pressControl(reader, 'Copy this fact or report an error in it');
      await pressControl(reader, 'Plain text');
      await expect.poll(async () => (await cardOf(reader)).text, PATIENCE).toContain('Copied.');
    });
  });

  describe('a finger', () => {
    test('opens a card by a tap, and closes it by a tap elsewhere', async () => {
      await reader.open(STORY);
      const { x, y } = await reader.mark('Zelenskyy');
      await reader.tap(x, y);
      await cardOf(reader);
      await reader.wait(STILLNESS_MS);
      expect(await reader.card(), 'it stays').toBeDefined();
      await reader.tap(20, 500);
      await expectNoCard();
    });

    // The last one, since the window stays narrow.
    test('has the card as a sheet at the bottom of a narrow screen', async () => {
      await reader.open(STORY);
      await reader.resize(NARROW.width, NARROW.height);
      await expect.poll(() => reader.ask('innerWidth'), PATIENCE).toBe(NARROW.width);
      const { x, y } = await reader.mark('Zelenskyy');
      await reader.tap(x, y);
      const { box } = await cardOf(reader);
      expect(Math.round(box.bottom)).toBe(NARROW.height);
      expect(Math.round(box.left)).toBe(0);
      expect(box.bottom - box.top).toBeLessThanOrEqual(0.55 * NARROW.height + 2);
      expect(await reader.ask('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        NARROW.width,
      );
    });
  });
});
