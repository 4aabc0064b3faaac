/**
 * What a page can learn of the extension, and what not, in both browsers. The first test keeps SECURITY.md
 * and PRIVACY.md true, and a browser that closes one of these ways turns it red.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { openChromium, openFirefox, PATIENCE } from './harness.ts';

interface Scene {
  /** Runs in the page's own world. */
  run<Value>(look: () => Value): Promise<Value>;
  /** Rests the pointer on a mention. */
  rest(mark: SeenMark): Promise<void>;
  close(): Promise<void>;
}

async function openInChromium(): Promise<Scene> {
  const scene = await openChromium();
  const page: Page = await scene.sample('news-2024.html');
  return {
    run: (look) => page.evaluate(look),
    rest: ({ x, y }) => page.mouse.move(x, y, { steps: 10 }),
    close: () => scene.close(),
  };
}

async function openInFirefox(): Promise<Scene> {
  const firefox = await openFirefox();
  await firefox.goto(firefox.server.url('news-2024.html'));
  return {
    run: (look) => firefox.evaluate(look),
    async rest({ x, y }) {
      await firefox.movePointer(5, 5);
      await firefox.movePointer(x - 3, y);
      await firefox.movePointer(x, y);
    },
    close: () => firefox.close(),
  };
}

describe.each([
  ['Chromium', openInChromium],
  ['Firefox', openInFirefox],
])('a page in %s', (_, open) => {
  let scene: Scene;
  let marks: SeenMark[];
  beforeAll(async () => {
    scene = await open();
  });
  afterAll(() => scene.close());

  /** Whether the browser's own search in the page finds words that stand in the card alone. */
  const findsCard = () =>
    scene.run(() => {
      getSelection()?.removeAllRanges();
      return (window as unknown as { find(text: string): boolean }).find('US Secretary of State');
    });

  test('asks for the styles of marks by name', async () => {
    const line = () =>
      scene.run(() =>
        ['backgrounder-dotted', 'no-such-name'].map(
          (name) => getComputedStyle(document.body, `::highlight(${name})`).textDecorationLine,
        ),
      );
    await expect.poll(line, PATIENCE).toEqual(['underline', 'none']);
  });

  test('reads which words are marked, under names that say no more', async () => {
    await expect
      .poll(async () => (marks = await scene.run(seeMarks)).length, PATIENCE)
      .toBeGreaterThan(10);
    expect(marks.map(({ surface }) => surface)).toContain('Antony Blinken');
    expect(await scene.run(() => [...CSS.highlights.keys()])).toEqual(['backgrounder-dotted']);
    const html = await scene.run(() => document.documentElement.outerHTML);
    expect(html).not.toMatch(/backgrounder|antony-blinken/);
  });

  test('finds nothing of a card that is closed, and its words once it is open', async () => {
    expect(await findsCard()).toBe(false);
    const mark = marks.find(({ surface }) => surface === 'Antony Blinken');
    if (!mark) throw new Error('No mention.');
    await scene.rest(mark);
    await expect.poll(findsCard, PATIENCE).toBe(true);
  });

  test('sees that a card is open, as an element without a name, and not into it', async () => {
    const seen = await scene.run(() => {
      const [host] = document.querySelectorAll(':popover-open');
      return {
        inside: host?.shadowRoot ?? null,
        attributes: host?.getAttributeNames().filter((name) => name !== 'style'),
        text: host?.textContent,
      };
    });
    expect(seen).toEqual({ inside: null, attributes: ['popover'], text: '' });
  });
});
