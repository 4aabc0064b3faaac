/**
 * `npm run bench -- popup`: how long the real toolbar popup takes from the start of its document to its first
 * paint, with the background asleep, beside the popup of an extension that is empty. Asserts nothing.
 */
import { launchChromium, type Chromium } from '../../src/cli/browsers/chromium.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve } from '../../src/cli/serve.ts';
import { median } from './measure.ts';
import { emptyExtension } from './pages/empty-extension.ts';

const ROUNDS = 9;

/** Resolves once the search field has the focus. */
const UNTIL_READY = `new Promise((resolve) => {
  const look = () => {
    if (document.activeElement instanceof HTMLInputElement) resolve(true);
    else setTimeout(look);
  };
  look();
})`;

/** In the page itself, since an answer over the protocol comes late. */
const PAINT_END = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null`;

export async function printPopup(): Promise<void> {
  const empty = emptyExtension();
  const server = await serve(SAMPLES);
  const launch = (extension: string): Promise<Chromium> =>
    launchChromium(ensureBrowser('chromium'), { extension, headless: true });
  const [own, other] = [await launch(BUILDS.chromium), await launch(empty.path)];
  const times: Record<'own' | 'other', (number | null)[]> = { own: [], other: [] };
  try {
    const pages = {
      own: await own.open(server.url('news-2024.html')),
      other: await other.open(server.url('news-2024.html')),
    };
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ['own', 'other'] as const) {
        const browser = name === 'own' ? own : other;
        await stopWorkers(browser);
        const popup = await browser.openToolbarPopup(pages[name]);
        await popup.evaluate(UNTIL_READY);
        await pages[name].waitForTimeout(250);
        times[name].push(await popup.evaluate<number | null>(PAINT_END));
        await pages[name].bringToFront();
        await pages[name].mouse.click(5, 5);
        await pages[name].waitForTimeout(250);
      }
    }
  } finally {
    await own.close();
    await other.close();
    await server.close();
    empty.remove();
  }
  const middle = (name: 'own' | 'other') =>
    median(times[name].filter((time): time is number => time !== null));
  console.log(
    `\nToolbar popup, ms from the start of its document to its first paint, ${ROUNDS} rounds\n`,
  );
  console.log(`  empty extension  ${middle('other').toFixed(0)}`);
  console.log(`  Backgrounder     ${middle('own').toFixed(0)}`);
  console.log(`  ratio            ${(middle('own') / middle('other')).toFixed(2)} (goal 1.5)`);
}

async function stopWorkers(browser: Chromium): Promise<void> {
  for (const worker of browser.context.serviceWorkers()) {
    const session = await browser.context.browser()?.newBrowserCDPSession();
    const targets = await session?.send('Target.getTargets');
    const target = targets?.targetInfos.find(({ url }) => url === worker.url());
    if (target) await session?.send('Target.closeTarget', { targetId: target.targetId });
    await session?.detach();
  }
}
