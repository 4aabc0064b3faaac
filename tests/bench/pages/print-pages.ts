/**
 * `npm run bench -- pages`: what the built extension costs on whole pages in Chromium, beside other ways of marking
 * the same names in a browser without it, in interleaved rounds. `-- pages FILE...` takes saved pages instead of our
 * own. Asserts nothing on time.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { launchChromium, type Chromium } from '../../../src/cli/browsers/chromium.ts';
import { ensureBrowser } from '../../../src/cli/browsers/install.ts';
import { BUILDS, SAMPLES } from '../../../src/cli/paths.ts';
import { serve, type Server } from '../../../src/cli/serve.ts';
import { eachName } from '../../../src/detect/index.ts';
import { median } from '../measure.ts';
import { contend, type Task } from './contenders.ts';
import { documents, type Document } from './documents.ts';
import { emptyExtension } from './empty-extension.ts';
import { traced, type OwnCost } from './own-cost.ts';

const ROUNDS = 9;
/** Beyond this many UTF-16 units fewer rounds are enough, and mark.js is left out: it takes minutes. */
const LARGE_UNITS = 500_000;
/** From when a page has loaded until it has been read, in ms; more for each million units. */
const SETTLE_MS = 700;
const SETTLE_PER_MILLION_MS = 400;

const WAYS: Task['way'][] = ['walk', 'findAndReplaceDOMText', 'wrapper', 'mark.js'];

interface Scene {
  server: Server;
  page: Page;
  session: CDPSession;
}

export async function printPages(files: readonly string[]): Promise<void> {
  const pages = files.length > 0 ? files.map(fileDocument) : documents();
  const server = await serve(SAMPLES);
  const empty = emptyExtension();
  const browsers: Chromium[] = [];
  const open = async (extension: string): Promise<Scene> => {
    const browser = await launchChromium(ensureBrowser('chromium'), { extension, headless: true });
    browsers.push(browser);
    const page = await browser.open(server.url('news-2024.html'));
    return { server, page, session: await page.context().newCDPSession(page) };
  };
  try {
    const [own, other] = [await open(BUILDS.chromium), await open(empty.path)];
    console.log(
      `\nWhole pages, cold: ms of thread time, medians of ${ROUNDS} rounds (2 on large pages)\n`,
    );
    printRow('page', [
      'units',
      'walk',
      'ours',
      'paired',
      'longest',
      'fARDT',
      'wrapper',
      'mark.js',
      'ours/fARDT',
    ]);
    for (const page of pages) await printPage(page, own, other);
    console.log(
      '\nours: calls of the content script, its first microtasks aside; paired: the whole main thread less that of a browser\nwithout it, trace and noise included. fARDT: findAndReplaceDOMText; it, the wrapper and mark.js get the main names as one expression.',
    );
    await printUntouched(own);
    await printChanges(own, other);
  } finally {
    for (const browser of browsers) await browser.close();
    await server.close();
    empty.remove();
  }
}

function fileDocument(path: string): Document {
  return { name: basename(path), html: readFileSync(path, 'utf8') };
}

function addressOf({ server }: Scene, { name, html }: Document): string {
  const path = `/bench/${name.replace(/\W+/g, '-')}.html`;
  server.add(path, { body: html, headers: {} });
  return server.url(path);
}

async function printPage(document: Document, own: Scene, other: Scene): Promise<void> {
  const units = document.html.length;
  const isLarge = units > LARGE_UNITS;
  const names = mainNames();
  const costs: OwnCost[] = [];
  const without: number[] = [];
  const times = new Map<Task['way'], number[]>();
  for (let round = 0; round < (isLarge ? 2 : ROUNDS); round++) {
    costs.push(await traced(own.session, () => read(own, document)));
    without.push((await traced(other.session, () => read(other, document))).all);
    for (const way of WAYS) {
      if (way === 'mark.js' && isLarge) continue;
      await other.page.goto(addressOf(other, document));
      await addLibrary(other.page, way);
      const { ms } = await other.page.evaluate(contend, { way, names });
      times.set(way, [...(times.get(way) ?? []), ms]);
    }
  }
  const middle = (way: Task['way']): number => median(times.get(way) ?? []);
  const cpu = median(costs.map(({ calls }) => calls));
  const paired = median(costs.map(({ all }) => all)) - median(without);
  const floor = middle('walk');
  printRow(document.name, [
    units.toLocaleString('en'),
    floor.toFixed(1),
    cpu.toFixed(1),
    paired.toFixed(0),
    Math.max(...costs.map(({ longest }) => longest)).toFixed(1),
    middle('findAndReplaceDOMText').toFixed(1),
    middle('wrapper').toFixed(1),
    isLarge ? '-' : middle('mark.js').toFixed(0),
    (cpu / (middle('findAndReplaceDOMText') - floor)).toFixed(2),
  ]);
}

async function read(scene: Scene, document: Document): Promise<void> {
  await scene.page.goto(addressOf(scene, document));
  await scene.page.waitForTimeout(SETTLE_MS + (document.html.length / 1e6) * SETTLE_PER_MILLION_MS);
}

function mainNames(): string {
  const { entities } = bundledDetection();
  return entities
    .filter(({ tier }) => tier === 'main')
    .flatMap(({ names }) => [...eachName(names)].map(({ words }) => words.join(' ')))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('|');
}

const LIBRARIES: Partial<Record<Task['way'], string>> = {
  findAndReplaceDOMText: 'findandreplacedomtext/src/findAndReplaceDOMText.js',
  'mark.js': 'mark.js/dist/mark.js',
};

async function addLibrary(page: Page, way: Task['way']): Promise<void> {
  const path = LIBRARIES[way];
  if (path !== undefined) {
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve(path) });
  }
}

/** What the page can see of us before the reader acts. */
async function printUntouched(own: Scene): Promise<void> {
  const [news] = documents().filter(({ name }) => name === 'news');
  if (!news) return;
  const watching = news.html.replace(
    '<body>',
    `<script>
      window.mutations = 0; window.shift = 0;
      addEventListener('load', () => new MutationObserver((records) => { mutations += records.length; })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
        .observe({ type: 'layout-shift', buffered: true });
    </script><body>`,
  );
  await read(own, { name: 'watching', html: watching });
  const { mutations, shift } = await own.page.evaluate(() => {
    const seen = globalThis as unknown as { mutations: number; shift: number };
    return { mutations: seen.mutations, shift: seen.shift };
  });
  console.log(`\nBefore the reader acts: ${mutations} DOM mutations, layout shift ${shift}.`);
}

/** A page's own changes, and what they cost us. */
async function printChanges(own: Scene, other: Scene): Promise<void> {
  const marks = `<p>Antony Blinken met others.</p>`.repeat(1000);
  const html = `<!doctype html><html lang="en"><body><div id="grow"></div>${marks}`;
  const change = (): number => {
    const grow = document.getElementById('grow');
    const start = performance.now();
    for (let count = 0; count < 10_000; count++) grow?.append(document.createTextNode('word '));
    return performance.now() - start;
  };
  const times: Record<'own' | 'other', number[]> = { own: [], other: [] };
  for (let round = 0; round < 7; round++) {
    for (const [name, scene] of [
      ['own', own],
      ['other', other],
    ] as const) {
      await read(scene, { name: 'thousand', html });
      times[name].push(await scene.page.evaluate(change));
    }
  }
  const ratio = median(times.own) / median(times.other);
  console.log(
    `\nThe page's own 10,000 changes with 1,000 marks: ${ratio.toFixed(2)} of those without us.`,
  );
  const [heavy] = documents().filter(({ name }) => name === 'node-heavy');
  if (!heavy) return;
  const whole = await traced(own.session, () => read(own, heavy));
  const changed = await traced(own.session, async () => {
    for (let count = 0; count < 20; count++) {
      await own.page.evaluate((at) => {
        const cell = document.querySelectorAll('td')[at * 500];
        if (cell?.firstChild) cell.firstChild.nodeValue = `changed ${at}`;
      }, count);
      await own.page.waitForTimeout(150);
    }
  });
  const each = changed.calls / 20;
  console.log(
    `One changed text among 60,000: ${each.toFixed(2)} ms; the whole page ${whole.calls.toFixed(0)} ms: ${(whole.calls / each).toFixed(0)} times cheaper.`,
  );
}

function printRow(title: string, cells: readonly string[]): void {
  console.log(
    `  ${title.padEnd(14).slice(0, 14)}${cells.map((cell) => cell.padStart(11)).join('')}`,
  );
}
