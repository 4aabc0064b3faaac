/**
 * The page by keys alone: walking the mentions, opening, the card's own buttons, switching off with the way
 * back. The background is told of key commands as the browser does; the rest are real key presses.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeNotices } from '../../src/cli/browsers/card-probe.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import type { CommandName } from '../../src/messages/index.ts';
import {
  expectMarks,
  expectNoCard,
  openCard,
  openChromium,
  PATIENCE,
  type ChromiumScene,
} from './harness.ts';

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

interface ExtensionApi {
  commands: { onCommand: { dispatch(name: string): void } };
}

/** Tells the background of a key command, as the browser does. */
async function command(page: Page, name: CommandName): Promise<void> {
  await page.bringToFront();
  const { context } = scene;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate((wanted) => {
    const { commands } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    commands.onCommand.dispatch(wanted);
  }, name);
}

async function activeMark(page: Page): Promise<string | undefined> {
  const marks = await page.evaluate(seeMarks);
  return marks.find(({ highlight }) => highlight === 'backgrounder-active')?.surface;
}

const STORY = `<button id="before" style="margin-top: 90px">Before</button>
  <p>Antony Blinken met David Lammy.</p><p style="margin-top: 1500px">President Zelenskyy waited.</p>`;
const ALL = ['Antony Blinken', 'David Lammy', 'Zelenskyy'];

describe('walking the mentions', () => {
  test('goes forth and back, around the ends, scrolls, and says where', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ALL);
    for (const [name, surface, spoken] of [
      ['next-mention', 'Antony Blinken', 'Antony Blinken, mention 1 of 3'],
      ['next-mention', 'David Lammy', 'David Lammy, mention 2 of 3'],
      ['next-mention', 'Zelenskyy', 'Zelenskyy, mention 3 of 3'],
      ['next-mention', 'Antony Blinken', 'Antony Blinken, mention 1 of 3'],
      ['previous-mention', 'Zelenskyy', 'Zelenskyy, mention 3 of 3'],
    ] as const) {
      await command(page, name);
      await expect.poll(() => activeMark(page), PATIENCE).toBe(surface);
      await expect.poll(async () => (await seeNotices(page)).spoken, PATIENCE).toBe(spoken);
    }
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  test('of a page without any says so', async () => {
    const page = await scene.page('<p>Nobody.</p>');
    await page.waitForTimeout(500);
    await command(page, 'next-mention');
    await expect
      .poll(async () => (await seeNotices(page)).spoken, PATIENCE)
      .toBe('Nothing is highlighted on this page.');
  });
});

describe('the card by keys', () => {
  test('takes the focus, walks on from inside, and gives the focus back', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ALL);
    await page.focus('#before');
    await command(page, 'open-mention');
    expect((await openCard(page)).name).toBe('Antony Blinken');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await openCard(page)).name, PATIENCE).toBe('David Lammy');
    await page.keyboard.press('Escape');
    await expectNoCard(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
  });

  test('does once what is pressed once, however long the key is held', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ALL);
    await page.focus('#before');
    await command(page, 'open-mention');
    await openCard(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    // Without being let go it is told again and again, as by a hand that rests on it.
    for (let times = 0; times < 5; times++) {
      await page.keyboard.down('Enter');
      await page.waitForTimeout(350);
    }
    await page.keyboard.up('Enter');
    expect((await openCard(page)).name).toBe('David Lammy');
  });

  test('walks on as fast as its button is pressed', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ALL);
    await command(page, 'open-mention');
    await openCard(page);
    for (const key of ['Tab', 'Tab', 'Enter', 'Enter']) await page.keyboard.press(key);
    await expect
      .poll(async () => (await openCard(page)).name, PATIENCE)
      .toBe('Volodymyr Zelenskyy');
  });

  test('keeps its keys from the page, and a held one from the page’s own button', async () => {
    const page =
      await scene.page(`${STORY}<script>keys = []; presses = 0; before.onclick = () => presses++;
      for (const type of ['keydown', 'keypress', 'keyup'])
        document.addEventListener(type, ({ key }) => keys.push(type + ' ' + key), true)</script>`);
    await expectMarks(page, ALL);
    await page.focus('#before');
    await command(page, 'open-mention');
    await openCard(page);
    await page.evaluate('keys.length = 0');
    // To the button that closes it.
    for (let tabs = 0; tabs < 5; tabs++) await page.keyboard.press('Tab');
    await page.keyboard.down('Enter');
    await expectNoCard(page);
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await page.evaluate('keys')).toEqual([]);
    expect(await page.evaluate('presses')).toBe(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('presses')).toBe(1);
  });

  test('stays when it is pinned, whatever the pointer does', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ALL);
    await command(page, 'open-mention');
    await openCard(page);
    for (let tabs = 0; tabs < 4; tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.mouse.click(600, 600);
    await page.mouse.move(5, 5, { steps: 5 });
    await page.waitForTimeout(800);
    expect((await openCard(page)).name).toBe('Antony Blinken');
    await page.keyboard.press('Escape');
    await expectNoCard(page);
  });

  test('switches one entity off, and on again by Undo', async () => {
    const page = await scene.page(STORY);
    await expectMarks(page, ALL);
    await command(page, 'open-mention');
    await openCard(page);
    await unfoldSwitches(page);
    // Past the surface form, to the entity.
    for (let tabs = 0; tabs < 2; tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expectMarks(page, ['David Lammy', 'Zelenskyy']);
    expect((await seeNotices(page)).offer).toBe('Antony Blinken is no longer highlighted. Undo');
    await page.mouse.click(1, 1);
    const undo = await undoButton(page);
    // What has just come cannot be pressed yet.
    await page.waitForTimeout(400);
    await page.mouse.click(undo.x, undo.y);
    await expectMarks(page, ALL);
  });
});

test('one surface form is left out on the site, until it is taken back', async () => {
  const page = await scene.page(
    '<p style="margin-top: 90px">Lammy met Blinken. David Lammy left.</p>',
  );
  await expectMarks(page, ['Lammy', 'Blinken', 'David Lammy']);
  await command(page, 'open-mention');
  await openCard(page);
  await unfoldSwitches(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectMarks(page, ['Blinken', 'David Lammy']);
  const options = await scene.context.newPage();
  await options.goto(`chrome-extension://${scene.extensionId}/options.html#sites`);
  await options.getByRole('button', { name: 'Remove: Lammy' }).click();
  await options.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await options.close();
  await expectMarks(page, ['Lammy', 'Blinken', 'David Lammy']);
});

test('a key switches the site off and on', async () => {
  const page = await scene.page(STORY);
  await expectMarks(page, ALL);
  await command(page, 'switch-site');
  await expectMarks(page, []);
  expect((await seeNotices(page)).offer).toContain('Nothing is highlighted on 127.0.0.1 any more.');
  await command(page, 'switch-site');
  await expectMarks(page, ALL);
});

/** Presses More in the open card, then the heading before it, by keys. */
async function unfoldSwitches(page: Page): Promise<void> {
  for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await openCard(page)).text, PATIENCE).toContain('Switch off');
  for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await openCard(page)).text, PATIENCE).toContain('on all sites');
}

/** Middle of the button in our notice, in CSS px. */
async function undoButton(page: Page): Promise<{ x: number; y: number }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const node = nodes.find(({ role, name }) => role?.value === 'button' && name?.value === 'Undo');
  const { model } = await session.send('DOM.getBoxModel', {
    backendNodeId: node?.backendDOMNodeId ?? 0,
  });
  await session.detach();
  const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
