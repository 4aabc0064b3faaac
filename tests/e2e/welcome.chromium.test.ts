/** The welcome page in Chromium: when it opens, its sample by pointer and by keys, its choices, and what it says of the sites. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { isWelcome } from '../../src/cli/browsers/welcome-tab.ts';
import type { CommandName } from '../../src/messages/index.ts';
import type { ChromiumGateScene } from './gate-chromium.ts';
import { openInChromium } from './gate-scene.ts';
import {
  expectNoCard,
  listenToErrors,
  marksOf,
  openCard,
  openChromium,
  PATIENCE,
  restOn,
  type ChromiumScene,
} from './harness.ts';

const NAMES = ['Antony Blinken', 'David Lammy', 'Volodymyr Zelenskyy'];

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium({ keepsWelcome: true });
});
afterAll(() => scene.close());

const welcomes = (): Page[] => scene.context.pages().filter((page) => isWelcome(page.url()));
function welcome(): Page {
  const [page] = welcomes();
  if (!page) throw new Error('No welcome page is open.');
  return page;
}
const isSolid = (highlight: string): boolean => highlight === 'backgrounder-solid';
/** What the keyboard is on. */
const focused = (): Promise<string | null | undefined> =>
  welcome().evaluate(() => document.activeElement?.textContent);

/** Tells the background of a key command, as the browser does. */
async function command(name: CommandName): Promise<void> {
  await welcome().bringToFront();
  const { context } = scene;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`);
}

describe('after the installation', () => {
  test('one tab opens in front, and says that the open tabs are read', async () => {
    expect(welcomes()).toHaveLength(1);
    expect(await welcome().evaluate('document.visibilityState')).toBe('visible');
    await welcome().getByText('It has started already').waitFor();
    expect(await welcome().getByRole('button', { name: 'Allow all sites' }).count()).toBe(0);
    expect(await welcome().title()).toBe('Welcome to Backgrounder');
  });

  test('its sample is highlighted', async () => {
    const inSample = async () =>
      (await marksOf(welcome()))
        .map(({ surface }) => surface)
        .filter((each) => NAMES.includes(each));
    await expect.poll(inSample, PATIENCE).toEqual(NAMES);
  });
});

describe('the sample', () => {
  test('opens its card where the pointer rests', async () => {
    await restOn(welcome(), 'David Lammy');
    const card = await openCard(welcome());
    expect(card.name).toContain('David Lammy');
    expect(card.text).not.toContain('Switch off');
    await welcome().mouse.move(5, 5, { steps: 5 });
    await expectNoCard(welcome());
  });

  test('opens a card by a button, for keyboards; Escape leads back to it', async () => {
    await welcome().getByRole('button', { name: 'Open a card' }).press('Enter');
    await openCard(welcome());
    expect(await focused()).not.toBe('Open a card');
    await welcome().keyboard.press('Escape');
    await expectNoCard(welcome());
    expect(await focused()).toBe('Open a card');
  });

  test('follows the key commands as a page does', async () => {
    const active = () =>
      welcome().evaluate(() =>
        [...(CSS.highlights.get('backgrounder-active') ?? [])].map(
          ({ startContainer, startOffset, endOffset }) =>
            startContainer.nodeValue?.slice(startOffset, endOffset),
        ),
      );
    await welcome().reload();
    await expect.poll(async () => (await marksOf(welcome())).length, PATIENCE).toBeGreaterThan(3);
    for (const name of NAMES) {
      await command('next-mention');
      await expect.poll(active, PATIENCE).toEqual([name]);
    }
    await command('open-mention');
    expect((await openCard(welcome())).name).toContain('Volodymyr Zelenskyy');
    await welcome().keyboard.press('Escape');
    await expectNoCard(welcome());
  });
});

describe('a choice', () => {
  test('applies at once, and the options page has it', async () => {
    const errors = listenToErrors(welcome());
    for (const name of ['Solid underline', 'Instant', 'Always dark']) {
      await welcome().getByRole('radio', { name }).check();
    }
    await welcome().getByText('Saved: Light or dark.').waitFor();
    expect(await welcome().evaluate('document.documentElement.dataset.theme')).toBe('dark');
    const solid = (await marksOf(welcome())).filter(({ highlight }) => isSolid(highlight));
    expect(solid.map(({ surface }) => surface)).toEqual(expect.arrayContaining(NAMES));
    const address = await welcome()
      .getByRole('link', { name: 'All settings' })
      .getAttribute('href');
    const options = await scene.context.newPage();
    onTestFinished(() => options.close());
    await options.goto(`chrome-extension://${scene.extensionId}${address ?? ''}`);
    await expect
      .poll(() => options.getByRole('radio', { name: 'Solid' }).isChecked(), PATIENCE)
      .toBe(true);
    await options.goto(`chrome-extension://${scene.extensionId}${address ?? ''}#cards`);
    for (const name of ['Instant', 'Always dark']) {
      await expect
        .poll(() => options.getByRole('radio', { name }).isChecked(), PATIENCE)
        .toBe(true);
    }
    expect(errors).toEqual([]);
  });
});

describe('an update', () => {
  test('opens nothing', async () => {
    await scene.update();
    const options = await scene.context.newPage();
    const address = `chrome-extension://${scene.extensionId}/options.html`;
    const opens = () =>
      options.goto(address).then(
        () => true,
        () => false,
      );
    await expect.poll(opens, PATIENCE).toBe(true);
    // The background has done what an update asks of it.
    const places = () => options.evaluate(`chrome.storage.session.get('places').then(Object.keys)`);
    await expect.poll(places, PATIENCE).toEqual(['places']);
    expect(welcomes()).toEqual([]);
  });
});

describe('where the browser withholds sites', () => {
  let gate: ChromiumGateScene;
  beforeAll(async () => {
    gate = await openInChromium();
  });
  afterAll(() => gate.chromium.close());

  test('it says so, offers to ask, and says when it has started', async () => {
    onTestFinished(() => gate.allowSites(true));
    await gate.allowSites(false);
    const page = await gate.chromium.context.newPage();
    onTestFinished(() => page.close());
    await page.goto(`chrome-extension://${gate.chromium.extensionId}/welcome.html`);
    await page.getByText('It has not started').waitFor();
    const button = page.getByRole('button', { name: 'Allow all sites' });
    expect(await button.count()).toBe(1);
    await gate.allowSites(true);
    await page.getByText('It has started already').waitFor();
    expect(await button.count()).toBe(0);
  });
});
