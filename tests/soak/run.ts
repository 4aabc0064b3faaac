/**
 * `npm run soak -- --minutes N`: the last build in a real Chromium for as long as you like. 20 tabs go from story to story, one shows a
 * live blog, and every fifth round updates the extension under all of them. Each round prints what pages and background hold. It
 * fails on an error in a console, and on a card's host that stays in a page.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../src/cli/browsers/chromium.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve } from '../../src/cli/serve.ts';
import { readBackground, readPage, type PageGauge } from './gauges.ts';
import { LIVE_BLOG } from './live-blog.ts';

const TABS = 20;
const STORIES = ['news-2024.html', 'news-2026.html', 'languages.html'];
const ROUNDS_BETWEEN_UPDATES = 5;
/** How long a page may do what it does before it is looked at, in ms. */
const REST_MS = 1500;

const { values } = parseArgs({ options: { minutes: { type: 'string' } } });
const end = Date.now() + Number(values.minutes ?? 5) * 60_000;

const server = await serve(SAMPLES);
server.add('/favicon.ico', { body: '' });
server.add('/live', { body: LIVE_BLOG });
const chromium = await launchChromium(ensureBrowser('chromium'), {
  extension: BUILDS.chromium,
  headless: true,
});
const errors: string[] = [];

async function openTab(url: string): Promise<Page> {
  const page = await chromium.context.newPage();
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
  });
  await page.goto(url);
  return page;
}

const mega = (bytes: number | undefined): string =>
  (bytes === undefined ? 'asleep' : (bytes / 1e6).toFixed(2)).padStart(8);
const row = (round: number, live: PageGauge, story: PageGauge, background?: number): string =>
  [
    String(round).padStart(5),
    mega(background),
    ...[live, story].flatMap(({ heap, nodes, listeners, hosts }) => [
      mega(heap),
      String(nodes).padStart(7),
      String(listeners).padStart(6),
      String(hosts).padStart(3),
    ]),
    String(errors.length).padStart(7),
  ].join(' ');

let hosts = 0;
try {
  const live = await openTab(server.url('live'));
  const tabs: Page[] = [];
  while (tabs.length < TABS) tabs.push(await openTab(server.url(STORIES[0] ?? '')));
  console.log('      |        |       live blog            |        story               |');
  console.log(
    'round | MB bg  |      MB   nodes listen hosts |     MB   nodes listen hosts | errors',
  );
  for (let round = 1; Date.now() < end; round++) {
    for (const [index, tab] of tabs.entries()) {
      await tab.goto(server.url(STORIES[(index + round) % STORIES.length] ?? ''));
    }
    if (round % ROUNDS_BETWEEN_UPDATES === 0) await chromium.update();
    await live.waitForTimeout(REST_MS);
    const [first] = tabs;
    if (!first) throw new Error('No tab.');
    const gauges = [await readPage(live), await readPage(first)] as const;
    hosts = Math.max(hosts, ...gauges.map((gauge) => gauge.hosts));
    console.log(row(round, ...gauges, await readBackground(chromium)));
  }
} finally {
  await chromium.close();
  await server.close();
}
for (const error of new Set(errors)) console.error(error);
// Nobody rests on a mention here, so no card is open.
if (errors.length > 0 || hosts > 0) process.exitCode = 1;
