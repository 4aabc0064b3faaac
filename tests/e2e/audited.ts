/** Pages of the extension in a tab, as axe judges them, in either browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { launchFirefox } from '../../src/cli/browsers/firefox.ts';
import { setView, VIEW_PREFERENCES } from '../../src/cli/browsers/firefox-view.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { BUILDS } from '../../src/cli/paths.ts';
import type { Scheme } from './colour-scheme.ts';
import { openChromium } from './harness.ts';

export interface AuditedPages {
  /** Opens a page of the extension so wide, and higher than its content: axe cannot judge what is scrolled out of sight. */
  open(page: string, width: number, scheme: Scheme): Promise<void>;
  press(key: string): Promise<void>;
  /** Whether there is such an element. */
  has(selector: string): Promise<boolean>;
  /** @returns one line for each thing that axe has against the page, or cannot decide */
  audit(): Promise<string[]>;
  close(): Promise<void>;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What Firefox's driver sends of a function is its text; a page of an extension runs no other script. */
const LOAD_AXE = Object.assign((): void => undefined, { toString: () => `() => {${AXE}}` });
const HEIGHT = 6000;

declare const axe: { run(): Promise<AxeResults> };

/** To be run in the page: the popup is as high as its window then. */
function unroll(height: number): void {
  const { style } = document.querySelector<HTMLElement>('.popup') ?? document.body;
  style.maxHeight = 'none';
  style.height = `${height}px`;
}

/** To be run in the page, after axe. */
async function runAxe(): Promise<string[]> {
  const { violations, incomplete } = await axe.run();
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  );
}

export async function auditedInChromium(): Promise<AuditedPages> {
  const scene = await openChromium();
  let page: Page | undefined;
  const current = (): Page => {
    if (!page) throw new Error('No page is open.');
    return page;
  };
  return {
    async open(name, width, colorScheme) {
      page = await scene.open(`chrome-extension://${scene.extensionId}/${name}`);
      await page.setViewportSize({ width, height: HEIGHT });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    },
    press: (key) => current().keyboard.press(key),
    has: async (selector) => (await current().locator(selector).count()) > 0,
    async audit() {
      await current().evaluate(unroll, HEIGHT - 100);
      await current().evaluate(AXE);
      const found = await current().evaluate(runAxe);
      await current().close();
      return found;
    },
    close: () => scene.close(),
  };
}

export async function auditedInFirefox(): Promise<AuditedPages> {
  const firefox = await launchFirefox(ensureBrowser('firefox'), {
    ...{ extension: BUILDS.firefox, headless: true, preferences: VIEW_PREFERENCES },
  });
  return {
    async open(name, width, scheme) {
      // An address that differs in its fragment alone would leave the page as it is.
      await firefox.goto('about:blank');
      await firefox.goto(firefox.extensionUrl(name));
      await setView(firefox, { width, height: HEIGHT, scheme, isForced: false });
    },
    press: (key) => firefox.press(key),
    has: (selector) =>
      firefox.evaluate((wanted) => document.querySelector(wanted) !== null, selector),
    async audit() {
      await firefox.evaluate(unroll, HEIGHT - 100);
      await firefox.evaluate(LOAD_AXE);
      return firefox.evaluate(runAxe);
    },
    close: () => firefox.close(),
  };
}
