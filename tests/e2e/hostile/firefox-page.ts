/**
 * Hostile pages in Firefox, one after the other in one tab: a look with the browser's own privileges, which the page's scripts cannot
 * reach. Knows no fixtures.
 */
import { seeCardInFirefox } from '../../../src/cli/browsers/card-probe.ts';
import type { Firefox } from '../../../src/cli/browsers/firefox.ts';
import { errorsInFirefox, openFirefox } from '../harness.ts';
import type { HostileBrowser, HostilePage } from './driver.ts';

/** What of the browser's own interface is needed here. */
declare const Cu: { forceGC(): void };

export async function hostileFirefox(): Promise<HostileBrowser> {
  const firefox = await openFirefox();
  const page = pageIn(firefox);
  return {
    ...firefox,
    async open(url) {
      await page.goto(url);
      return page;
    },
  };
}

const pageIn = (firefox: Firefox): HostilePage => ({
  look: (run, ...args) => firefox.evaluatePrivileged(run, ...args),
  async lookInFrame(frame, run, ...args) {
    await firefox.switchToFrame(frame - 1);
    try {
      return await firefox.evaluatePrivileged(run, ...args);
    } finally {
      await firefox.switchToFrame(null);
    }
  },
  ask: (expression) => firefox.evaluate((script) => window.eval(script) as unknown, expression),
  goto: (url) => firefox.goto(url),
  card: () => seeCardInFirefox(firefox),
  async move(x, y) {
    await firefox.movePointer(x, y);
  },
  click: (x, y) => firefox.click(x, y),
  type: (text) => firefox.press(text),
  compose: (text) => firefox.press(text),
  collectGarbage: () =>
    firefox.evaluateInBrowser(() => {
      Cu.forceGC();
    }),
  async errors() {
    const all = await errorsInFirefox(firefox);
    const isOwn = (text: string): boolean => text.includes('moz-extension:');
    return { own: all.filter(isOwn), page: all.filter((text) => !isOwn(text)) };
  },
  // The next page takes its place.
  close: () => Promise.resolve(),
});
