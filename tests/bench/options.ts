/**
 * `npm run bench -- options`: how long the options page takes from the start of its navigation to the frame that shows its first
 * control, beside a page of an extension that is empty but for one control. Asserts nothing on time.
 */
import type { Page } from 'playwright-core';
import { launchChromium, type Chromium } from '../../src/cli/browsers/chromium.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { BUILDS } from '../../src/cli/paths.ts';
import { median } from './measure.ts';
import { emptyExtension } from './pages/empty-extension.ts';

const ROUNDS = 25;

/** Runs before the page's own script. Resolves to the time of the first frame that has a control, in ms since the navigation. */
const WATCH = `globalThis.firstControl = new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('main input, body > input')) {
      setTimeout(() => resolve(performance.now()));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

/** @param args the folder of another build, to compare it */
export async function printOptions([build]: readonly string[]): Promise<void> {
  const empty = emptyExtension();
  const launch = (extension: string): Promise<Chromium> =>
    launchChromium(ensureBrowser('chromium'), { extension, headless: true });
  const own = await launch(build ?? BUILDS.chromium);
  const other = await launch(empty.path);
  const times: Record<'own' | 'other', number[]> = { own: [], other: [] };
  try {
    const urls = {
      own: `chrome-extension://${own.extensionId}/options.html`,
      other: `chrome-extension://${other.extensionId}/popup.html`,
    };
    for (let round = 0; round <= ROUNDS; round++) {
      for (const name of ['own', 'other'] as const) {
        const page = await (name === 'own' ? own : other).context.newPage();
        const time = await timeOf(page, urls[name]);
        // The first round fills the browser's caches.
        if (round > 0) times[name].push(time);
        await page.close();
      }
    }
  } finally {
    await own.close();
    await other.close();
    empty.remove();
  }
  const [ours, bare] = [median(times.own), median(times.other)];
  console.log(
    `\nOptions page, ms from its navigation to the first frame with a control, ${ROUNDS} rounds\n`,
  );
  console.log(`  bare extension page  ${bare.toFixed(0)}`);
  console.log(`  Backgrounder         ${ours.toFixed(0)}`);
  console.log(`  ratio                ${(ours / bare).toFixed(2)} (goal 1.6)`);
}

async function timeOf(page: Page, url: string): Promise<number> {
  await page.addInitScript(WATCH);
  await page.goto(url);
  return page.evaluate<number>('firstControl');
}
