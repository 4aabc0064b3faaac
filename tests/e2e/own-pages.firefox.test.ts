/** What is written for Firefox alone: locks, private windows, and the extension's own pages as pages of a tab. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { openFirefox, PATIENCE, storedInFirefox, type FirefoxScene } from './harness.ts';
import { readerAtFirefox, pressControl, type ReaderAt } from './reader-at.ts';

let firefox: FirefoxScene;
let reader: ReaderAt;
beforeAll(async () => {
  firefox = await openFirefox();
  reader = readerAtFirefox(firefox);
});
afterAll(() => firefox.close());

const marksOn = async (page: string): Promise<SeenMark[]> => {
  await firefox.goto(firefox.server.url(page));
  let marks: SeenMark[] = [];
  await expect
    .poll(async () => (marks = await firefox.evaluate(seeMarks)).length, PATIENCE)
    .toBeGreaterThan(10);
  return marks;
};

describe('the settings in Firefox', () => {
  const everything = () => storedInFirefox(firefox);
  const surfaces = async () => (await firefox.evaluate(seeMarks)).map(({ surface }) => surface);

  test('tasks under a lock never run at once in a page of the extension', async () => {
    await firefox.goto(firefox.extensionUrl('options.html'));
    const order = await firefox.evaluate(async () => {
      const seen: string[] = [];
      const task = (name: string) =>
        navigator.locks.request('a-test', async () => {
          seen.push(`${name} in`);
          await new Promise((resolve) => setTimeout(resolve, 50));
          seen.push(`${name} out`);
        });
      await Promise.all(['a', 'b', 'c'].map(task));
      return seen;
    });
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  test('what is switched off in a private window is off there alone, and is nowhere after it', async () => {
    const close = await firefox.openPrivateWindow();
    const marks = await marksOn('news-2024.html');
    const mark = marks.find(({ surface }) => surface === 'Volodymyr Zelenskyy');
    if (!mark) throw new Error('No mention.');
    await firefox.click(mark.x, mark.y);
    await firefox.openCard();
    await pressControl(reader, 'More');
    await pressControl(reader, 'Switch off');
    await pressControl(reader, 'Everything on 127.0.0.1');
    await expect.poll(surfaces, PATIENCE).toEqual([]);
    await firefox.goto(firefox.server.url('news-2024.html'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await surfaces()).toEqual([]);
    expect(await everything()).toContain('127.0.0.1');
    await close();
    await expect.poll(everything, PATIENCE).not.toContain('127.0.0.1');
    expect((await marksOn('news-2024.html')).length).toBeGreaterThan(10);
  });
});

describe('the extension’s own pages in Firefox', () => {
  const textOf = (selector: string): Promise<string> =>
    firefox.evaluate(
      (wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
      selector,
    );

  test('search finds an entity, and Enter opens its card', async () => {
    await firefox.goto(firefox.extensionUrl('popup.html'));
    await expect.poll(() => textOf('[role=option]'), PATIENCE).toContain('Antony Blinken');
    await firefox.press('storm shadow');
    await expect.poll(() => textOf('[role=option]'), PATIENCE).toContain('Storm Shadow');
    await firefox.press('Enter');
    await expect.poll(() => textOf('.card h2'), PATIENCE).toBe('Storm Shadow');
  });

  test('opens at the card that its address names, goes back, and finds a statement', async () => {
    await firefox.goto(
      firefox.extensionUrl('popup.html#entity=david-lammy&fact=lammy-iran-escalation'),
    );
    await expect.poll(() => textOf('.card h2'), PATIENCE).toBe('David Lammy');
    expect(await textOf('.found-fact')).toContain('dangerous escalation');
    await firefox.press('Escape');
    await expect.poll(() => textOf('[role=option]'), PATIENCE).toContain('Antony Blinken');
    await firefox.press('eastern flank');
    await expect.poll(() => textOf('.option-found mark'), PATIENCE).toBe('eastern');
    await firefox.press('zzzz');
    await expect
      .poll(() => textOf('.search-nothing'), PATIENCE)
      .toContain('Nothing in this report');
  });

  test('an entity that is switched off in the options loses its highlights', async () => {
    await firefox.goto(firefox.extensionUrl('options.html'));
    await expect.poll(() => textOf('input[type=checkbox]:checked + *'), PATIENCE).not.toBe('');
    await firefox.evaluate(() => {
      const boxes = document.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
      [...boxes].find((box) => box.closest('label')?.textContent.includes('Lammy'))?.click();
    });
    await expect.poll(() => textOf('.announcement'), PATIENCE).toContain('David Lammy');
    const surfaces = (await marksOn('news-2024.html')).map(({ surface }) => surface);
    expect(surfaces).toContain('Antony Blinken');
    expect(surfaces).not.toContain('Lammy');
  });
});
