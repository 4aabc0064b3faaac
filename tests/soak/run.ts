/**
 * `npm run soak -- --minutes N`: the last build in a real Chromium for as long as you like. 20 tabs go from story to story, a reader
 * rests on a mention in one of them, another tab shows a live blog, and every second round the extension is updated under all of
 * them. `--no-updates` leaves the updates out, and `--dataset FILE`, once for each, adds datasets before. Each round prints what pages
 * and background hold; the end compares the last rounds with the first. Fails on an error in a console, and on anything of ours that
 * stays in a page.
 */
import type { Page } from 'playwright-core';
import { readArguments, refuseArguments } from '../../src/cli/arguments.ts';
import { addDatasets, DATASETS_PAGE } from '../../src/cli/browsers/add-datasets.ts';
import { seeCard } from '../../src/cli/browsers/card-probe.ts';
import { launchChromium, type Chromium } from '../../src/cli/browsers/chromium.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve, type Server } from '../../src/cli/serve.ts';
import { pageAbout, readDatasets, type StartDataset } from '../../src/cli/start-datasets.ts';
import { PATIENCE_MS, until } from '../../src/cli/until.ts';
import { readBackground, readPage, type PageGauge } from './gauges.ts';
import { LIVE_BLOG } from './live-blog.ts';
import { growthOf, headOf, rowOf, type Round } from './table.ts';

const TABS = 20;
const STORIES = ['news-2024.html', 'news-2026.html', 'languages.html'];
/** The page about the added datasets. It is a story too while there are some. */
const ABOUT = 'added.html';
const ROUNDS_BETWEEN_UPDATES = 2;
/** How long a page may do what it does before it is looked at, in ms. */
const REST_MS = 1500;

interface Soak {
  chromium: Chromium;
  server: Server;
  live: Page;
  tabs: readonly Page[];
  stories: readonly string[];
  hasUpdates: boolean;
  errors: Set<string>;
  /** What has happened so far. */
  count: { navigations: number; updates: number; cards: number };
}

async function openTab(chromium: Chromium, url: string, errors: Set<string>): Promise<Page> {
  const page = await chromium.context.newPage();
  page.on('pageerror', (error) => errors.add(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.add(`${page.url()}: ${message.text()}`);
  });
  await page.goto(url);
  return page;
}

/**
 * Rests on the first mention in view until its card is open, and leaves it. An update under the resting hand wants a new move.
 * @throws Error where nothing comes
 */
async function readCard(page: Page): Promise<void> {
  await page.bringToFront();
  const isOpen = await until(async () => {
    const marks = await page.evaluate(seeMarks);
    const mark = marks.find(({ x, y }) => x > 0 && y > 0 && y < 700);
    if (!mark) return undefined;
    await page.mouse.move(5, 5);
    await page.mouse.move(mark.x, mark.y, { steps: 10 });
    await page.waitForTimeout(REST_MS);
    return (await seeCard(page)) ? true : undefined;
  });
  if (!isOpen) throw new Error(`No card opened in ${page.url()}.`);
  await page.mouse.move(5, 5, { steps: 10 });
  const isGone = await until(async () => ((await seeCard(page)) ? undefined : true));
  if (!isGone) throw new Error(`The card stayed in ${page.url()}.`);
}

/** @throws Error where the options do not take them */
async function add(chromium: Chromium, datasets: readonly StartDataset[]): Promise<void> {
  if (datasets.length === 0) return;
  const options = await chromium.open(
    `chrome-extension://${chromium.extensionId}/${DATASETS_PAGE}`,
  );
  const files = datasets.map(({ name, text }) => ({ name, text }));
  const call = `(${addDatasets.toString()})(${JSON.stringify(files)}, ${PATIENCE_MS})`;
  const refused = await options.evaluate<string[] | undefined>(call);
  if (refused?.length !== 0) throw new Error(`Not added: ${String(refused)}`);
  await options.close();
}

/**
 * A page without a card has no host of one, at the latest once a reader has noticed that it was updated.
 * @returns what the page holds then
 */
async function readWithoutHost(page: Page): Promise<PageGauge> {
  const gauge = await until(async () => {
    const now = await readPage(page);
    return now.hosts === 0 ? now : undefined;
  });
  return gauge ?? readPage(page);
}

async function runRound(soak: Soak, round: number): Promise<Round> {
  const { chromium, server, live, tabs, stories, errors, count } = soak;
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(server.url(stories[(index + round) % stories.length] ?? ''));
    count.navigations++;
  }
  if (soak.hasUpdates && round % ROUNDS_BETWEEN_UPDATES === 0) {
    await chromium.update();
    count.updates++;
  }
  const reading = tabs[round % TABS];
  // The same story every time, so that rounds can be compared.
  const [story] = tabs.filter((tab) => tab.url().endsWith(stories[0] ?? ''));
  if (!reading || !story) throw new Error('No tab.');
  await readCard(reading);
  count.cards++;
  await live.bringToFront();
  await live.waitForTimeout(REST_MS);
  const pages: [PageGauge, PageGauge] = [await readWithoutHost(live), await readWithoutHost(story)];
  const background = await readBackground(chromium);
  return { pages, background, updates: count.updates, errors: errors.size };
}

async function soakFor(soak: Soak, minutes: number): Promise<Round[]> {
  const end = Date.now() + minutes * 60_000;
  const rounds: Round[] = [];
  for (const line of headOf()) console.log(line);
  while (Date.now() < end) {
    const round = await runRound(soak, rounds.length + 1);
    rounds.push(round);
    console.log(rowOf(rounds.length, round));
  }
  return rounds;
}

const USAGE = 'soak -- [--minutes N] [--no-updates] [--dataset FILE]...';
const { values } = readArguments(USAGE, {
  options: {
    minutes: { type: 'string' },
    'no-updates': { type: 'boolean', default: false },
    dataset: { type: 'string', multiple: true, default: [] },
  },
});
const minutes = Number(values.minutes ?? 5);
if (!(minutes > 0)) {
  refuseArguments(USAGE, 'N is a number above 0.');
}
const datasets = await readDatasets(values.dataset);

const server = await serve(SAMPLES);
server.add('/favicon.ico', { body: '' });
server.add('/live', { body: LIVE_BLOG });
server.add(`/${ABOUT}`, { body: pageAbout(datasets) });
const stories = datasets.length > 0 ? [...STORIES, ABOUT] : STORIES;
const chromium = await launchChromium(ensureBrowser('chromium'), {
  extension: BUILDS.chromium,
  headless: true,
});
try {
  const errors = new Set<string>();
  await add(chromium, datasets);
  const live = await openTab(chromium, server.url('/live'), errors);
  const tabs: Page[] = [];
  while (tabs.length < TABS) {
    tabs.push(await openTab(chromium, server.url(STORIES[0] ?? ''), errors));
  }
  const count = { navigations: 0, updates: 0, cards: 0 };
  const hasUpdates = !values['no-updates'];
  const parts = { chromium, server, live, tabs, stories, hasUpdates, errors, count };
  const rounds = await soakFor(parts, minutes);
  const { navigations, updates, cards } = count;
  console.log(`${navigations} navigations, ${updates} updates, ${cards} cards read.`);
  for (const line of growthOf(rounds)) console.log(line);
  for (const error of errors) console.error(error);
  // No card is open where pages are looked at.
  const isLeft = rounds.some(({ pages }) => pages.some(({ hosts }) => hosts > 0));
  if (isLeft) console.error('A host of a card stayed in a page.');
  if (errors.size > 0 || isLeft) process.exitCode = 1;
} finally {
  await chromium.close();
  await server.close();
}
