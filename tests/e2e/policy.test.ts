/**
 * The extension's own pages keep to their content policy: opened in real browsers, they do nothing that it forbids.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  listenToErrors,
  openChromium,
  openFirefox,
  PATIENCE,
  type ChromiumScene,
  type FirefoxScene,
} from './harness.ts';

/** The pages, each with a selector for something that is there once its settings, read with zod, are shown. */
const PAGES: [page: string, ready: string][] = [
  ['popup.html', '[role=option]'],
  ['options.html', 'input[type=checkbox]:checked'],
  ['welcome.html', 'input[type=radio]:checked'],
];

describe('in Chromium', () => {
  let scene: ChromiumScene;
  beforeAll(async () => {
    scene = await openChromium();
  });
  afterAll(() => scene.close());

  test.each(PAGES)('%s breaks no rule of its policy', async (name, ready) => {
    const page = await scene.context.newPage();
    const errors = listenToErrors(page);
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { violations: seen });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        seen.push(`${violatedDirective} ${blockedURI}`);
      });
    });
    await page.goto(`chrome-extension://${scene.extensionId}/${name}`);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('violations')).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('in Firefox', () => {
  let firefox: FirefoxScene;
  beforeAll(async () => {
    firefox = await openFirefox();
  });
  afterAll(() => firefox.close());

  /** What the browser has reported of content policies since its start, the background's included. */
  const complaints = (): Promise<string[]> =>
    firefox.evaluatePrivileged(() => {
      interface ConsoleService {
        getMessageArray(): { message: string }[];
      }
      const { console: service } = (
        globalThis as unknown as { Services: { console: ConsoleService } }
      ).Services;
      return service
        .getMessageArray()
        .map(({ message }) => message)
        .filter((message) => message.includes('Content-Security-Policy'));
    });

  test.each(PAGES)('%s breaks no rule of its policy', async (name, ready) => {
    await firefox.goto(firefox.extensionUrl(name));
    const isReady = () =>
      firefox.evaluate((wanted) => document.querySelector(wanted) !== null, ready);
    await expect.poll(isReady, PATIENCE).toBe(true);
    expect(await complaints()).toEqual([]);
  });
});
