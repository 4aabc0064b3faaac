/** The welcome page: when it opens, its sample by pointer and by keys, its choices, and what it says of the sites. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { activeSurfaces, seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { isWelcome } from '../../src/cli/browsers/welcome-tab.ts';
import type { ChromiumGateScene } from './gate-chromium.ts';
import type { FirefoxGateScene } from './gate-firefox.ts';
import { expectSurfaces, GATE_SCENES } from './gate-scene.ts';
import { openChromium, openFirefox, PATIENCE } from './harness.ts';
import type { OwnPage } from './own-page.ts';
import { button, link, radio } from './own-page-controls.ts';
import { openOwnPage, ownPageInFront } from './own-page-drivers.ts';
import { cardOf, restOn } from './reader-at.ts';

/** What of the browser's own interface runs in pages of the extension, and with the browser's privileges. */
declare const browser: { storage: { session: { get(key: string): Promise<object> } } };
interface Tab {
  linkedBrowser: { currentURI: { spec: string } };
}
declare const gBrowser: { tabs: Tab[]; selectedTab: Tab };

const NAMES = ['Antony Blinken', 'David Lammy', 'Volodymyr Zelenskyy'];

/** Addresses of all tabs, and of the one in front. */
async function tabsInChromium({ context }: Pick<ChromiumGateScene['chromium'], 'context'>) {
  const pages = await Promise.all(
    context.pages().map(async (page) => ({
      address: page.url(),
      isInFront: (await page.evaluate('document.visibilityState')) === 'visible',
    })),
  );
  return pages;
}
const tabsInFirefox = (firefox: Pick<FirefoxGateScene['firefox'], 'evaluateInBrowser'>) =>
  firefox.evaluateInBrowser(() =>
    gBrowser.tabs.map((tab) => ({
      address: tab.linkedBrowser.currentURI.spec,
      isInFront: tab === gBrowser.selectedTab,
    })),
  );

/** Presses the button that asks for all sites, and agrees. */
async function allowSites(scene: ChromiumGateScene | FirefoxGateScene, welcome: OwnPage) {
  // No program can answer Chromium's question.
  if ('chromium' in scene) return scene.allowSites(true);
  await welcome.pressOn(button('Allow all sites'));
  const agree = () =>
    scene.firefox.evaluateInBrowser(() => {
      interface Notification extends Element {
        button: HTMLElement;
      }
      const id = 'addon-webext-permissions-notification';
      const question = document.getElementById(id) as Notification | null;
      question?.button.click();
      return question !== null;
    });
  await expect.poll(agree, PATIENCE).toBe(true);
}

test.each([
  [
    'Chromium',
    async () => {
      const chromium = await openChromium({ keepsWelcome: true });
      onTestFinished(() => chromium.close());
      return tabsInChromium(chromium);
    },
  ],
  [
    'Firefox',
    async () => {
      const firefox = await openFirefox({ keepsWelcome: true });
      onTestFinished(() => firefox.close());
      return tabsInFirefox(firefox);
    },
  ],
])('in %s, one tab opens in front after the installation', async (_browser, tabs) => {
  const welcomes = (await tabs()).filter(({ address }) => isWelcome(address));
  expect(welcomes.map(({ isInFront }) => isInFront)).toEqual([true]);
});

describe.each(GATE_SCENES)('in %s,', (_browser, launch) => {
  let scene: ChromiumGateScene | FirefoxGateScene;
  let welcome: OwnPage;
  beforeAll(async () => {
    scene = await launch();
    welcome = ownPageInFront(scene);
    await welcome.goto('welcome.html');
  });
  afterAll(() => scene.close());
  const marks = (): Promise<SeenMark[]> => welcome.ask(`(${String(seeMarks)})()`);
  const focused = (): Promise<string> => welcome.ask('document.activeElement.textContent');
  const expectNoCard = () => expect.poll(() => scene.card(), PATIENCE).toBeUndefined();

  test('it says that the open tabs are read', async () => {
    await welcome.says('It has started already');
    expect(await welcome.count(button('Allow all sites'))).toBe(0);
    expect(await welcome.ask('document.title')).toBe('Welcome to Backgrounder');
  });

  describe('the sample', () => {
    test('is highlighted, and opens its card where the pointer rests', async () => {
      const names = async () =>
        (await marks()).map(({ surface }) => surface).filter((each) => NAMES.includes(each));
      await expect.poll(names, PATIENCE).toEqual(NAMES);
      await restOn(scene, 'David Lammy');
      const card = await cardOf(scene);
      expect(card.name).toContain('David Lammy');
      expect(card.text).not.toContain('Switch off');
      await scene.move(5, 5);
      await expectNoCard();
    });

    test('opens a card by a button, for keyboards; Escape leads back to it', async () => {
      await welcome.keyOn(button('Open a card'), 'Enter');
      await cardOf(scene);
      expect(await focused()).not.toBe('Open a card');
      await welcome.press('Escape');
      await expectNoCard();
      expect(await focused()).toBe('Open a card');
    });

    test('follows the key commands as a page does', async () => {
      await welcome.reload();
      await expect.poll(async () => (await marks()).length, PATIENCE).toBeGreaterThan(3);
      for (const name of NAMES) {
        await scene.command('next-mention');
        await expect.poll(async () => activeSurfaces(await marks()), PATIENCE).toEqual([name]);
      }
      await scene.command('open-mention');
      expect((await cardOf(scene)).name).toContain('Volodymyr Zelenskyy');
      await welcome.press('Escape');
      await expectNoCard();
    });
  });

  test('a choice applies at once, and the options page has it', async () => {
    for (const name of ['Solid underline', 'Instant', 'Always dark']) {
      await welcome.switchTo(radio(name), true);
    }
    await welcome.says('Saved: Light or dark.');
    expect(await welcome.ask('document.documentElement.dataset.theme')).toBe('dark');
    const solid = (await marks()).filter(({ highlight }) => highlight === 'backgrounder-solid');
    expect(solid.map(({ surface }) => surface)).toEqual(expect.arrayContaining(NAMES));
    expect(await scene.errors()).toEqual([]);
    expect(await welcome.count(link('All settings'))).toBe(1);
    const address = await welcome.ask<string>(
      `[...document.links].find((each) => each.innerText.includes('All settings')).pathname`,
    );
    const options = await openOwnPage(scene, address.slice(1));
    expect(await options.isOn(radio('Solid'))).toBe(true);
    await options.goto(`${address.slice(1)}#cards`);
    for (const name of ['Instant', 'Always dark']) {
      expect(await options.isOn(radio(name))).toBe(true);
    }
  });

  test('where the browser withholds sites, it says so, offers to ask, and says when it has started', async () => {
    onTestFinished(() => scene.allowSites(true));
    await scene.allowSites(false);
    scene.server.add('/story', { body: '<!doctype html><html lang="en"><p>There is Lammy.' });
    const inStory = await scene.openBehind(scene.server.url('/story'));
    const found = async () => (await inStory(seeMarks)).length;
    await welcome.goto('welcome.html');
    await welcome.says('It has not started');
    expect(await found()).toBe(0);
    expect(await welcome.count(button('Allow all sites'))).toBe(1);
    await allowSites(scene, welcome);
    await welcome.says('It has started already');
    expect(await welcome.count(button('Allow all sites'))).toBe(0);
    await expect.poll(found, PATIENCE).toBe(1);
  });

  test('an update opens none', async () => {
    // An update closes the pages of the extension.
    await scene.open('<p>Blinken.</p>');
    await expectSurfaces(scene, ['Blinken']);
    await scene.update();
    // The background has done what an update asks of it.
    const places = () =>
      scene.inExtension(async () => Object.keys(await browser.storage.session.get('places')));
    await expect.poll(places, PATIENCE).toEqual(['places']);
    const tabs = await ('chromium' in scene
      ? tabsInChromium(scene.chromium)
      : tabsInFirefox(scene.firefox));
    expect(tabs.filter(({ address }) => isWelcome(address))).toEqual([]);
  });
});
