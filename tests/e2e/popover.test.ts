/** The popover, with a real pointer and real keys. In both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectOfQuickWalk, overlap, PATIENCE } from './harness.ts';
import { cardOf, READERS, restOn, STILLNESS_MS, type ReaderAt } from './reader-at.ts';

const AWAY = [5, 5] as const;

describe.each(READERS)('in %s,', (_browser, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
    reader.server.add('/target', { body: '<!doctype html><title>Arrived</title>' });
  });
  afterAll(() => reader.close());

  const open = async (body: string): Promise<void> => {
    await reader.move(...AWAY);
    await reader.open(body);
  };
  const goto = async (file: string): Promise<void> => {
    await reader.move(...AWAY);
    await reader.goto(reader.server.url(file));
  };
  const expectNoCard = () => expect.poll(() => reader.card(), PATIENCE).toBeUndefined();
  const expectCardStays = async (): Promise<void> => {
    await reader.wait(STILLNESS_MS);
    expect(await reader.card()).toBeDefined();
  };
  const expectCardStaysAway = async (): Promise<void> => {
    await reader.wait(STILLNESS_MS);
    expect(await reader.card()).toBeUndefined();
  };
  const keys = () => reader.ask('window.keys.join()');

  describe('the card', () => {
    test('says who, as of when, what, who said so and where', async () => {
      await goto('news-2024.html');
      await restOn(reader, 'Antony Blinken');
      const { name, text } = await cardOf(reader);
      expect(name).toBe('Antony Blinken');
      expect(text.replaceAll('\u00a0', ' ')).toMatch(
        /US Secretary of State .*paragraph 5.* as reported (11 Sept 2024|Sep 11, 2024)/,
      );
      expect(text).toMatch(/on the record.*paragraph/);
    });

    test('of an idea opens at its words', async () => {
      await goto('news-2024.html');
      await reader.mark('shoot down Russian drones');
      await reader.ask('document.querySelectorAll("h2")[1].scrollIntoView(), 1');
      await restOn(reader, 'shoot down Russian drones');
      expect((await cardOf(reader)).name).toBe('NATO interception');
    });

    test.each([
      ['at the top', 'margin: 0'],
      ['at the bottom', 'position: fixed; bottom: 0; margin: 0'],
      ['at the right edge', 'position: fixed; right: 0; top: 45%; margin: 0'],
      ['over two lines', 'position: absolute; left: 40px; top: 200px; width: 9ch'],
      ['in the middle of tall lines', 'position: fixed; top: 40%; margin: 0; line-height: 3'],
    ])('never covers the word: %s', async (_where, style) => {
      await open(`<p style="${style}">Here is Antony Blinken.</p>`);
      const mark = await restOn(reader, 'Antony Blinken');
      const { box } = await cardOf(reader);
      for (const line of mark.lines) expect(overlap(box, line)).toBe(false);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(await reader.ask<number>('innerWidth'));
      expect(box.bottom).toBeLessThanOrEqual(await reader.ask<number>('innerHeight'));
    });

    test('adds nothing to the size of the page', async () => {
      await open('<p style="position: absolute; bottom: 0; right: 0">Blinken</p>');
      const size = () =>
        reader.ask(
          '(({ scrollWidth, scrollHeight }) => [scrollWidth, scrollHeight].join())(document.documentElement)',
        );
      const before = await size();
      await restOn(reader, 'Blinken');
      await cardOf(reader);
      expect(await size()).toBe(before);
    });

    test('follows the word when a part of the page scrolls, and goes when the word does', async () => {
      await open(
        `<div id="box" style="height: 600px; overflow: auto"><p style="margin: 200px 40px 2000px">Here is Blinken.</p></div>`,
      );
      await restOn(reader, 'Blinken');
      const { box: before } = await cardOf(reader);
      await reader.ask('box.scrollBy(0, 60), 1');
      await expect
        .poll(async () => (await cardOf(reader)).box.top, PATIENCE)
        .toBeCloseTo(before.top - 60, 0);
      await reader.ask('box.scrollBy(0, 1500), 1');
      await expectNoCard();
    });
  });

  describe('the pointer', () => {
    const atBlinken = async (): Promise<void> => {
      await open(
        '<p style="margin: 60px">Here is Blinken, and here is <a href="/target">Lammy</a> in a link.</p>',
      );
      await restOn(reader, 'Blinken');
    };

    test('may go into the card, and leaving both closes it', async () => {
      await atBlinken();
      const { box } = await cardOf(reader);
      await reader.move(box.left + 30, box.top + 60);
      await expectCardStays();
      await reader.move(...AWAY);
      await expectNoCard();
    });

    test('that passes through opens nothing', async () => {
      await open('<p style="margin: 60px">Here is Blinken, and here is Lammy.</p>');
      const { x, y } = await reader.mark('Blinken');
      await reader.ask(
        `window.opened = 0, addEventListener('toggle', ({ newState }) => { window.opened += newState === 'open' }, true), 1`,
      );
      await expectOfQuickWalk(
        (code) => reader.ask(code),
        async () => {
          await reader.move(...AWAY);
          await expectNoCard();
          await reader.ask('window.opened = 0, window.moves = [performance.now()], 1');
          await reader.walk([x - 60, y], [x + 100, y], [x + 300, y], AWAY);
          await reader.wait(STILLNESS_MS);
          return (await reader.ask('window.opened')) === 0;
        },
      );
      // The page is told of a card that does open.
      await restOn(reader, 'Blinken');
      await expect.poll(() => reader.ask('window.opened'), PATIENCE).toBe(1);
    });

    test('with a pressed button selects text, and opens nothing', async () => {
      await open('<p style="margin: 60px">Here is Blinken, and more.</p>');
      const { lines, y } = await reader.mark('Blinken');
      // Whole px: Chromium selects nothing from a pointer between two.
      const [start, end] = [Math.round(lines[0]?.left ?? 0), Math.round(lines[0]?.right ?? 0)];
      await reader.move(start - 20, y);
      await reader.pointerDown();
      await reader.move(end - 4, y);
      await expect.poll(() => reader.ask('String(getSelection())'), PATIENCE).toContain('Blinke');
      await expectCardStaysAway();
      await reader.pointerUp();
    });

    test('goes from one name to the next', async () => {
      await atBlinken();
      expect((await cardOf(reader)).name).toBe('Antony Blinken');
      await restOn(reader, 'Lammy');
      await expect.poll(async () => (await cardOf(reader)).name, PATIENCE).toBe('David Lammy');
    });

    test('clicks a link that is a name as if nothing were there', async () => {
      await atBlinken();
      const { x, y } = await restOn(reader, 'Lammy');
      await cardOf(reader);
      await reader.click(x, y);
      await expect.poll(() => reader.ask('document.title'), PATIENCE).toBe('Arrived');
    });

    test('finds no card at a word that has gone', async () => {
      await atBlinken();
      await cardOf(reader);
      await reader.ask(
        'document.querySelector("p").remove(), dispatchEvent(new Event("scroll")), 1',
      );
      await reader.move(...AWAY);
      await expectNoCard();
    });
  });

  describe('Escape', () => {
    const LISTEN = `<script>keys = []; for (const type of ['keydown', 'keypress', 'keyup'])
      addEventListener(type, ({ key }) => keys.push(type + ' ' + key))</script>`;

    test('closes the card, and it stays closed until the pointer has left the word', async () => {
      await open(`<p style="margin: 60px">Here is Blinken.</p>${LISTEN}`);
      const { x, y } = await restOn(reader, 'Blinken');
      await cardOf(reader);
      await reader.press('Escape');
      await expectNoCard();
      await reader.walk([x + 3, y]);
      await expectCardStaysAway();
      expect(await keys(), 'the page does not hear the key').toBe('');
      await reader.move(...AWAY);
      await reader.wait(200);
      await restOn(reader, 'Blinken');
      await cardOf(reader);
    });

    test('belongs to the page while no card is open', async () => {
      await open(`<p>Here is Blinken.</p>${LISTEN}`);
      await reader.mark('Blinken');
      await reader.press('Escape');
      await expect.poll(keys, PATIENCE).toBe('keydown Escape,keyup Escape');
    });
  });
});
