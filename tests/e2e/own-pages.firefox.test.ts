/** The popup's search as a page of a tab in Firefox. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFirefox, PATIENCE, type FirefoxScene } from './harness.ts';

let firefox: FirefoxScene;
beforeAll(async () => {
  firefox = await openFirefox();
});
afterAll(() => firefox.close());

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
});
