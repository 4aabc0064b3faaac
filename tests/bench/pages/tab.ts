/** A tab in which documents of the benchmark are opened. Knows no extension. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Server } from '../../../src/cli/serve.ts';
import type { Document } from './documents.ts';

export interface Tab {
  page: Page;
  session: CDPSession;
  /** Goes to a document and waits until extensions have read it. */
  load: (document: Document) => Promise<void>;
}

/** From when a page is parsed until it has been read, in ms; more for each million units. */
const SETTLE_MS = 700;
const SETTLE_PER_MILLION_MS = 400;

/** Opens a tab, and so a process; closes it after the work. */
export async function inTab<Result>(
  context: BrowserContext,
  server: Server,
  work: (tab: Tab) => Promise<Result>,
): Promise<Result> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  /** So that a document that is loaded again is another page of the same site. */
  let visits = 0;
  const load = async ({ name, html }: Document): Promise<void> => {
    const path = `/bench/${name.replace(/\W+/g, '-')}-${++visits}.html`;
    server.add(path, { body: html });
    // What saved pages ask for elsewhere never comes, so their load event may not either.
    await page.goto(server.url(path), { waitUntil: 'domcontentloaded' });
    await page.waitForTimeout(SETTLE_MS + (html.length / 1e6) * SETTLE_PER_MILLION_MS);
  };
  try {
    return await work({ page, session, load });
  } finally {
    await page.close();
  }
}
