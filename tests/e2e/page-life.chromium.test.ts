/**
 * The life of one document in Chromium: made ahead, put away and taken out again, left behind by an update,
 * switched off and on. What pages themselves do to it is in tests/pages/hostile.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve, type Server } from '../../src/cli/serve.ts';
import { until } from '../../src/cli/until.ts';
import { recordOf } from '../../src/settings/record.ts';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from '../../src/settings/settings.ts';
import { launchBareChromium, type BareChromium, type BareTab } from './bare-chromium.ts';
import {
  expectCardStaysAway,
  expectMarks,
  listenToErrors,
  openCard,
  openChromium,
  PATIENCE,
  restOn,
  type ChromiumScene,
} from './harness.ts';

/** What of the browser's own interface runs in pages of the extension. */
declare const chrome: { storage: { local: { set(record: unknown): Promise<void> } } };

const STORY = '<p style="margin: 90px 60px">Here is Blinken.</p>';
/** For what must not come: beyond the extension's own pauses, in ms. */
const STILLNESS_MS = 2500;

/** What a page can see of us. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    names: [...CSS.highlights.keys()],
    hosts: document.querySelectorAll('[popover]').length,
  }));
const NOTHING = { names: [], hosts: 0 };
/** A card is open at the one mention: its paint, that of the word in use on top, and the host. */
const ONE_OPEN = { names: ['backgrounder-dotted', 'backgrounder-active'], hosts: 1 };

/** Waits for exactly these mentions, and sees that no more come. */
async function expectMarksStay(page: Page, surfaces: string[]): Promise<void> {
  await expectMarks(page, surfaces);
  await page.waitForTimeout(STILLNESS_MS);
  await expectMarks(page, surfaces);
}

/** Has the one card opened there that there may be. @returns where the mention stands */
async function expectCardAt(page: Page, surface: string, name: string): Promise<SeenMark> {
  await page.mouse.move(2, 2);
  const mark = await restOn(page, surface);
  expect((await openCard(page)).name).toBe(name);
  expect(await traces(page)).toEqual(ONE_OPEN);
  return mark;
}

/** Nothing of ours is left, comes by new text, or answers the pointer where a card opened before. */
async function expectNothingOfOurs(page: Page, { x, y }: SeenMark): Promise<void> {
  await expect.poll(() => traces(page), PATIENCE).toEqual(NOTHING);
  await page.evaluate('document.body.append("And Lammy.")');
  await page.mouse.move(2, 2);
  await page.mouse.move(x, y, { steps: 5 });
  await expectCardStaysAway(page);
  await page.mouse.click(x, y);
  await expectCardStaysAway(page);
  expect(await traces(page)).toEqual(NOTHING);
  await page.evaluate('document.body.lastChild.remove()');
}

describe('a document that', () => {
  let scene: ChromiumScene;
  let options: Page;
  beforeAll(async () => {
    scene = await openChromium();
    scene.server.add('/favicon.ico', { body: '' });
    scene.server.add('/elsewhere', { body: '<!doctype html><title>Elsewhere</title><p>Nobody.' });
    options = await scene.open(`chrome-extension://${scene.extensionId}/options.html`);
  });
  afterAll(() => scene.close());

  const write = (settings: Partial<Settings>) =>
    options.evaluate((record) => chrome.storage.local.set(record), {
      [SETTINGS_KEY]: recordOf({ ...DEFAULT_SETTINGS, ...settings }),
    });
  const leave = async (page: Page) => {
    await page.goto(scene.server.url('/elsewhere'));
  };
  const comeBack = async (page: Page) => {
    // Going back by the driver waits for a load, which a page out of the cache does not do.
    await page.evaluate('history.back()');
    await expect.poll(() => page.evaluate('window.persisted'), PATIENCE).toBe(true);
  };
  const KEPT = `${STORY}<p id="later">Nobody yet.</p><script>
    addEventListener('pageshow', ({ persisted }) => {
      window.persisted = persisted;
      if (persisted) document.querySelector('#later').textContent = 'Then Lammy.';
    });</script>`;

  test('comes out of the back/forward cache has its marks once, and is read where it changed', async () => {
    const page = await scene.page(KEPT);
    const errors = listenToErrors(page);
    await expectCardAt(page, 'Blinken', 'Antony Blinken');
    await leave(page);
    await comeBack(page);
    await expectMarksStay(page, ['Blinken', 'Lammy']);
    await expectCardAt(page, 'Lammy', 'David Lammy');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('was in that cache while its site was switched off comes back without a mark', async () => {
    onTestFinished(() => write({}));
    const page = await scene.page(KEPT);
    await expectMarks(page, ['Blinken']);
    await leave(page);
    await write({ sitesOff: ['127.0.0.1'] });
    await comeBack(page);
    await expect.poll(() => traces(page), PATIENCE).toEqual(NOTHING);
    await write({});
    await expectMarks(page, ['Blinken', 'Lammy']);
    await page.close();
  });

  test('is switched off with a card open keeps nothing of ours, and has it all once when switched on', async () => {
    onTestFinished(() => write({}));
    const page = await scene.page(STORY);
    const errors = listenToErrors(page);
    for (let times = 0; times < 2; times++) {
      const word = await expectCardAt(page, 'Blinken', 'Antony Blinken');
      await write({ sitesOff: ['127.0.0.1'] });
      await expectNothingOfOurs(page, word);
      await write({});
      await expectMarksStay(page, ['Blinken']);
    }
    await expectCardAt(page, 'Blinken', 'Antony Blinken');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('was open before an update closes its card, has everything once, and so after a reload', async () => {
    const page = await scene.page(STORY);
    const errors = listenToErrors(page);
    await expectCardAt(page, 'Blinken', 'Antony Blinken');
    await page.mouse.move(2, 2);
    await scene.update();
    await expectMarksStay(page, ['Blinken']);
    expect(await traces(page)).toEqual({ names: ['backgrounder-dotted'], hosts: 0 });
    await expectCardAt(page, 'Blinken', 'Antony Blinken');
    await page.reload();
    await expectMarksStay(page, ['Blinken']);
    await expectCardAt(page, 'Blinken', 'Antony Blinken');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('is asked for before the old script has noticed an update has everything once', async () => {
    const page = await scene.page(STORY);
    const errors = listenToErrors(page);
    await expectMarks(page, ['Blinken']);
    await scene.update();
    await scene.openToolbarPopup(page);
    await page.waitForTimeout(STILLNESS_MS);
    await expectMarksStay(page, ['Blinken']);
    await expectCardAt(page, 'Blinken', 'Antony Blinken');
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('a document that is prerendered', () => {
  let server: Server;
  let browser: BareChromium;
  beforeAll(async () => {
    server = await serve(SAMPLES);
    browser = await launchBareChromium(ensureBrowser('chromium'), BUILDS.chromium);
    // A document that is made ahead while the extension is being installed is not read; one that is shown is.
    server.add('/ready', { body: `<!doctype html><html lang="en">${STORY}` });
    const tab = await browser.openTab(server.url('/ready'));
    await until(async () => (await marksOf(tab))[0]);
    server.add('/favicon.ico', { body: '' });
    const rules = '{"prerender":[{"source":"list","urls":["/next"],"eagerness":"immediate"}]}';
    server.add('/first', {
      body: `<!doctype html><title>First</title><a href="/next" style="position: fixed; inset: 0">
        On to Lammy</a><script type="speculationrules">${rules}</script>`,
    });
    server.add('/next', {
      body: `<!doctype html><html lang="en"><title>Next</title>${STORY}<p>And Zelenskyy.</p>`,
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const pause = () => new Promise((resolve) => setTimeout(resolve, STILLNESS_MS));
  const marksOf = async (tab: BareTab) => (await tab.look(seeMarks)).map((mark) => mark.surface);
  const badge = () =>
    browser.inBackground(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([{ id }]) => chrome.action.getBadgeText({ tabId: id }))`,
    );
  const write = async (settings: Partial<Settings>): Promise<void> => {
    const record = { [SETTINGS_KEY]: recordOf({ ...DEFAULT_SETTINGS, ...settings }) };
    await browser.inBackground(`chrome.storage.local.set(${JSON.stringify(record)})`);
  };
  /** A tab with a document that is made ahead, for long enough to be read ahead too. */
  const openFirst = async (): Promise<BareTab> => {
    const tab = await browser.openTab(server.url('/first'));
    await expect.poll(() => tab.prerenders.at(-1), PATIENCE).toBe('Ready');
    await expect.poll(() => marksOf(tab), PATIENCE).toEqual(['Lammy']);
    await pause();
    expect(tab.ours().ahead, 'nothing more comes into what nobody has opened').toEqual(['gate.js']);
    return tab;
  };
  const goOn = async (tab: BareTab): Promise<void> => {
    await tab.click(200, 200);
    await expect.poll(() => tab.look(() => document.title), PATIENCE).toBe('Next');
    const activationStart = await tab.look(
      () =>
        (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
          .activationStart,
    );
    expect(activationStart, 'it was prerendered').toBeGreaterThan(0);
  };

  test('has its marks once when it is shown, opens its card, and complains of nothing', async () => {
    const tab = await openFirst();
    await goOn(tab);
    await expect.poll(() => marksOf(tab), PATIENCE).toEqual(['Blinken', 'Zelenskyy']);
    expect(tab.ours().shown).toEqual(['gate.js', 'reader.js']);
    await pause();
    expect(await marksOf(tab)).toEqual(['Blinken', 'Zelenskyy']);
    const [mark] = await tab.look(seeMarks);
    await tab.move(mark?.x ?? 0, mark?.y ?? 0);
    await expect.poll(() => tab.dialogs(), PATIENCE).toEqual(['Antony Blinken']);
    expect(tab.errors).toEqual([]);
  });

  test('is shown without a mark where its site was switched off meanwhile, and with all after', async () => {
    onTestFinished(() => write({}));
    const tab = await openFirst();
    await write({ sitesOff: ['127.0.0.1'] });
    await goOn(tab);
    await expect.poll(() => tab.look(() => CSS.highlights.size), PATIENCE).toBe(0);
    await pause();
    expect(await tab.look(() => CSS.highlights.size)).toBe(0);
    await write({});
    await expect.poll(() => marksOf(tab), PATIENCE).toEqual(['Blinken', 'Zelenskyy']);
    expect(tab.errors).toEqual([]);
  });

  test('leaves the toolbar button to the page that is shown', async () => {
    await openFirst();
    await expect.poll(badge, PATIENCE).toBe('1');
  });

  test('has its own number on the toolbar button when it is shown', async () => {
    await goOn(await openFirst());
    await expect.poll(badge, PATIENCE).toBe('2');
  });
});
