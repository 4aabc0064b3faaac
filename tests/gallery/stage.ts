/**
 * One page of a browser on which states are shown and photographed: its theme, its width, the reader's font size.
 * Knows nothing of states or files.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Condition } from './conditions.ts';

export interface Stage {
  page: Page;
  /** Sets theme, width and text size. @param height of the viewport in CSS px, where it is part of the picture */
  set(condition: Condition, height?: number): Promise<void>;
  /** Makes the viewport so high, in CSS px. */
  setHeight(height: number): Promise<void>;
  /** By how much the page is wider than its viewport, in CSS px; 0 where all is well. */
  overflow(): Promise<number>;
  /** A PNG of the whole page from its top, down to `mostHeight` CSS px; of the viewport where its height was set. */
  photograph(mostHeight?: number): Promise<Buffer>;
}

const USUAL_HEIGHT = 600;
/** Chromium paints nothing further down. */
const MOST_HEIGHT = 16_000;

/** Opens a page in a context of its own; it goes with its browser. */
export async function openStage(browser: Browser): Promise<Stage> {
  const context = await browser.newContext({
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let condition: Condition | undefined;
  let fixedHeight: number | undefined;
  const setHeight = async (height: number): Promise<void> => {
    if (!condition) throw new Error('A stage has no height before its first condition.');
    const { width, text } = condition.size;
    await page.setViewportSize({ width, height: Math.ceil(Math.min(height, MOST_HEIGHT)) });
    // Last: a new size of the viewport undoes it.
    await setTextSize(session, text);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  };
  return {
    page,
    setHeight,
    async set(next, height) {
      condition = next;
      fixedHeight = height;
      await page.emulateMedia({
        colorScheme: next.theme === 'light' ? 'light' : 'dark',
        forcedColors: next.theme === 'forced' ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      await setHeight(height ?? USUAL_HEIGHT);
    },
    overflow: () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      }),
    async photograph(mostHeight = MOST_HEIGHT) {
      if (fixedHeight !== undefined) return page.screenshot();
      const content = await page.evaluate(() => document.documentElement.scrollHeight);
      // Playwright's own pictures of full pages would undo the text size.
      await setHeight(Math.min(content, mostHeight));
      return page.screenshot();
    },
  };
}

/** As the reader's setting does it: media queries in rem answer to it too. It lasts as long as the session. */
async function setTextSize(session: CDPSession, text: number): Promise<void> {
  const fontSizes = { standard: 16 * text, fixed: 13 * text };
  await session.send('Page.setFontSizes', { fontSizes });
}
