/** The pages of the options: addresses, title and focus, what stays on every page, and how much is on one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS_KEY } from '../../src/settings/settings.ts';
import { recordOf } from '../../src/settings/record.ts';
import { GATE_SCENES, type GateScene } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { emptyStorage, type OwnPage } from './own-page.ts';
import { button, checkbox, link, textbox } from './own-page-controls.ts';
import { openOwnPage } from './own-page-drivers.ts';

const PAGES = [
  ['highlights', 'Highlights'],
  ['cards', 'Cards'],
  ['sites', 'Sites'],
  ['keys', 'Shortcuts and button'],
  ['data', 'Data and about'],
] as const;

/** Settings that all differ from their defaults, so that each has its button. */
const CHANGED = {
  ...DEFAULT_SETTINGS,
  ...{ on: false, entitiesOff: ['david-lammy'], castOn: ['joe-biden'], highlightStyle: 'tint' },
  ...{ marking: 'first', dwellMs: 700, leaveMs: 700, openKey: 'shift', textSize: 115 },
  ...{ theme: 'dark', badge: false, sitesOff: ['a.example'] },
  dismissedMentions: [{ site: 'a.example', entity: 'david-lammy', surface: 'Lammy' }],
} as const;

/** Where the reader is: address, title, the focused heading, and the link that is marked in the list. Runs in the page. */
const place = (): string[] => [
  location.hash,
  document.title,
  document.activeElement?.tagName === 'H1' ? document.activeElement.textContent : '',
  [...document.querySelectorAll('[aria-current="page"]')].map((each) => each.textContent).join(),
];
const placeOf = ([id, name]: (typeof PAGES)[number]): string[] => [
  `#${id}`,
  `${name} · Backgrounder settings`,
  ...[name, name],
];

/** What has the focus, how its focus is shown, and whether it was there before. Runs in the page. */
const stop = () => {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const isKnown = element.dataset['stop'] !== undefined;
  element.dataset['stop'] = '';
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  const isInSight = top >= -1 && bottom <= innerHeight + 1;
  const isVisible = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && isInSight;
  return { name: element.outerHTML.slice(0, 120), isKnown, isVisible };
};

/** Keeps what the first drawing has of two settings. Runs before the page's own script. */
const keepFirst = (page: Document): void => {
  const observer = new MutationObserver(() => {
    const box = page.querySelector<HTMLInputElement>('input[name=on]');
    if (!box) return;
    observer.disconnect();
    const { dataset } = page.documentElement;
    dataset['first'] = JSON.stringify([box.checked, dataset['theme']]);
  });
  observer.observe(page, { childList: true, subtree: true });
};

describe.each(GATE_SCENES)('in %s,', (_name, launch) => {
  let scene: GateScene;
  let options: OwnPage;
  beforeAll(async () => {
    const launched = await launch();
    scene = launched;
    options = await openOwnPage(launched, 'options.html');
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    await emptyStorage(options);
    await open();
  });

  /** Loads the page anew, and waits until all of it is drawn. @param address with `#` */
  async function open(address = ''): Promise<void> {
    await options.goto(`options.html${address}`);
    const isDrawn = 'document.querySelector(\'link[href^="/highlights"]\') !== null';
    await expect.poll(() => options.ask(isDrawn), PATIENCE).toBe(true);
  }
  const store = (record: unknown): Promise<void> =>
    options.ask(`chrome.storage.local.set(${JSON.stringify({ [SETTINGS_KEY]: record })})`);
  const run = <Value>(look: () => Value): Promise<Awaited<Value>> =>
    options.ask(`(${String(look)})()`);
  const expectPlace = (page: (typeof PAGES)[number]): Promise<void> =>
    expect.poll(() => run(place), PATIENCE).toEqual(placeOf(page));

  describe('an address', () => {
    test('each page has one, with its title and the focus, also by Back and Forward', async () => {
      expect((await run(place))[1]).toBe('Highlights · Backgrounder settings');
      for (const page of PAGES.slice(1)) {
        await options.keyOn(link(page[1], 'nav'), 'Enter');
        await expectPlace(page);
      }
      await options.ask('history.back()');
      await expectPlace(PAGES[3]);
      await options.ask('history.back()');
      await expectPlace(PAGES[2]);
      await options.ask('history.forward()');
      await expectPlace(PAGES[3]);
    });

    test.each([
      ['#theme-heading', 'Light or dark'],
      ['#about', 'About'],
      ['#dismissed-heading', 'Ignored matches'],
    ])('%s of a section shows it on its page', async (address, heading) => {
      await open(address);
      const focused = () => options.ask('document.activeElement.textContent');
      await expect.poll(focused, PATIENCE).toBe(heading);
    });

    test('of a folded section unfolds it', async () => {
      await open('#leave-heading');
      await expect.poll(() => options.ask('document.activeElement.id'), PATIENCE).toBe('leave-ms');
      expect(await options.count(textbox('Milliseconds before a card closes'))).toBe(1);
    });

    test('that nothing has shows the first page', async () => {
      await open('#no-such-page');
      await options.says('Highlights', 'h1');
    });
  });

  test.each(PAGES)('%s fits a window of 1280 × 800 with the default settings', async (id) => {
    await options.resize(1280, 800);
    await open(`#${id}`);
    expect(await options.ask('[innerWidth, innerHeight]')).toEqual([1280, 800]);
    expect(await options.ask('document.documentElement.scrollHeight')).toBeLessThanOrEqual(800);
  });

  test.each(PAGES)('on %s, every stop of the Tab key shows the focus', async (id) => {
    await store(recordOf(CHANGED as never));
    await open(`#${id}`);
    await options.ask(
      'document.querySelectorAll("details").forEach((fold) => { fold.open = true })',
    );
    const hidden: string[] = [];
    let stops = 0;
    for (; stops < 100; stops++) {
      await options.press('Tab');
      const now = await run(stop);
      if (!now || now.isKnown) break;
      if (!now.isVisible) hidden.push(now.name);
    }
    expect(hidden).toEqual([]);
    expect(stops).toBeGreaterThan(5);
  });

  describe('every page', () => {
    test('says that stored settings could not be read', async () => {
      await store('not settings');
      for (const [id] of PAGES) {
        await open(`#${id}`);
        await options.says('Your settings could not be read');
      }
    });

    test('keeps the sentence about the last change, with its undo', async () => {
      await options.switchTo(checkbox('Lammy'), false);
      await options.pressOn(button('Reset What is highlighted'));
      for (const [id] of PAGES) {
        await options.ask(`location.hash = "${id}"`);
        await options.says('Reset: What is highlighted.', '[role=status]');
      }
      await options.pressOn(button('Undo'));
      await options.ask('location.hash = "highlights"');
      await expect.poll(() => options.isOn(checkbox('Lammy')), PATIENCE).toBe(false);
    });
  });

  test('the first drawing has the stored settings already', async () => {
    await store(recordOf({ ...DEFAULT_SETTINGS, on: false, theme: 'dark' }));
    // As often as needed: where the storage is slow, the page is drawn without it.
    const firstDrawn = async (): Promise<unknown> => {
      await options.beforeScripts(keepFirst);
      await options.reload();
      const first = () => options.ask<string>('document.documentElement.dataset.first ?? ""');
      await expect.poll(first, PATIENCE).not.toBe('');
      return JSON.parse(await first());
    };
    await expect.poll(firstDrawn, PATIENCE).toEqual([false, 'dark']);
  });
});
