/**
 * A browser with one extension, in which pages are opened, each in a tab and so a process of its own, and what they
 * cost the main thread is read off the browser's own counters. Knows no contender.
 */
import type { CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../../src/cli/browsers/chromium.ts';
import { ensureBrowser } from '../../../src/cli/browsers/install.ts';
import type { Server } from '../../../src/cli/serve.ts';
import { trace, type TraceEvent } from '../trace.ts';
import type { Document } from './documents.ts';

/** What one page cost: CPU time of the main thread in ms (not wall time), counts, and bytes. */
export interface Cost {
  task: number;
  script: number;
  style: number;
  layout: number;
  layouts: number;
  /** After a collection. */
  heap: number;
}

/** A tab that shows a page. */
export interface Tab {
  page: Page;
  session: CDPSession;
}

export interface Scene {
  /** Opens a document, waits until it has been read, and hands it over. */
  open<Result>(document: Document, look: (tab: Tab) => Promise<Result>): Promise<Result>;
  /**
   * What a document costs from its request until it has been read.
   * @param visit whether it is the first page of its site in the tab, or one that its reader went on to
   */
  cost(document: Document, visit?: 'first' | 'next'): Promise<Cost>;
  /** The extension's longest uninterrupted piece of work on a document, in ms of thread time. */
  longest(document: Document): Promise<number>;
  close(): Promise<void>;
}

/** From when a page is parsed until it has been read, in ms; more for each million units. */
const SETTLE_MS = 700;
const SETTLE_PER_MILLION_MS = 400;

/** @param extension folder */
export async function openScene(server: Server, extension: string): Promise<Scene> {
  const chromium = ensureBrowser('chromium');
  const browser = await launchChromium(chromium, { extension, headless: true });
  // The first tab of a browser is dearer than the others.
  await browser.open('about:blank');

  const load = async ({ page }: Tab, document: Document): Promise<void> => {
    // What saved pages ask for elsewhere never comes, so their load event may not either.
    await page.goto(addressOf(server, document), { waitUntil: 'domcontentloaded' });
    await page.waitForTimeout(SETTLE_MS + (document.html.length / 1e6) * SETTLE_PER_MILLION_MS);
  };
  const inTab = async <Result>(work: (tab: Tab) => Promise<Result>): Promise<Result> => {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    try {
      return await work({ page, session });
    } finally {
      await page.close();
    }
  };
  return {
    open: (document, look) =>
      inTab(async (tab) => {
        await load(tab, document);
        return look(tab);
      }),
    cost: (document, visit = 'first') =>
      inTab(async (tab) => {
        if (visit === 'next') await load(tab, document);
        await tab.session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await load(tab, document);
        const { task, script, style, layout, layouts } = await metrics(tab.session);
        await tab.session.send('HeapProfiler.collectGarbage');
        const { heap } = await metrics(tab.session);
        return { task, script, style, layout, layouts, heap };
      }),
    longest: (document) =>
      inTab(async (tab) => longestOf(await trace(tab.session, () => load(tab, document)))),
    close: () => browser.close(),
  };
}

function addressOf(server: Server, { name, html }: Document): string {
  const path = `/bench/${name.replace(/\W+/g, '-')}.html`;
  server.add(path, { body: html, headers: {} });
  return server.url(path);
}

async function metrics(session: CDPSession): Promise<Cost> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  const value = (name: string): number => list.find((metric) => metric.name === name)?.value ?? NaN;
  return {
    task: 1000 * value('TaskDuration'),
    script: 1000 * value('ScriptDuration'),
    style: 1000 * value('RecalcStyleDuration'),
    layout: 1000 * value('LayoutDuration'),
    layouts: value('LayoutCount'),
    heap: value('JSHeapUsedSize'),
  };
}

/**
 * Calls of the content script, and microtasks after its start: the trace does not say whose those are, so on a page with
 * scripts of its own this is too much rather than too little.
 */
function longestOf(events: readonly TraceEvent[]): number {
  const isOurs = ({ args }: TraceEvent): boolean =>
    args?.data?.url?.startsWith('chrome-extension://') === true;
  const start = events.find((event) => event.name === 'EvaluateScript' && isOurs(event));
  if (!start) return NaN;
  const pieces = events.filter(
    (event) =>
      event.ph === 'X' &&
      event.pid === start.pid &&
      event.tid === start.tid &&
      (isOurs(event) || (event.name === 'RunMicrotasks' && event.ts > start.ts)),
  );
  return Math.max(...pieces.map(({ tdur = 0 }) => tdur / 1000));
}
