/** A stage in Chromium, driven by Playwright. */
import { chromium, type Browser, type CDPSession } from 'playwright-core';
import type { InstalledBrowser } from '../../src/cli/browsers/find.ts';
import { conditionName, type Condition } from './conditions.ts';
import { contentHeightOn, MOST_HEIGHT, USUAL_HEIGHT, type Stage } from './stage.ts';

/** @returns so many stages, and what closes their browser */
export async function openInChromium(
  found: InstalledBrowser,
  count: number,
): Promise<{ stages: Stage[]; close(): Promise<void> }> {
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    // Text in plain grey, unhinted: the same on more machines, and smaller baselines.
    args: [
      '--disable-lcd-text',
      '--font-render-hinting=none',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const stages = await Promise.all(Array.from({ length: count }, () => openStage(browser)));
  return { stages, close: () => browser.close() };
}

/** Opens a page in a context of its own; it goes with its browser. */
async function openStage(browser: Browser): Promise<Stage> {
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
  /** What the page is set to, in words; owned by `set` and `photograph`. */
  let setTo = '';
  const setHeight = async (height: number): Promise<void> => {
    if (!condition) throw new Error('A stage has no height before its first condition.');
    const { width, text } = condition.size;
    await page.setViewportSize({ width, height: Math.ceil(Math.min(height, MOST_HEIGHT)) });
    // Last: a new size of the viewport undoes it.
    await setTextSize(session, text);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  };
  const evaluate: Stage['evaluate'] = (fn, arg) =>
    page.evaluate(fn as (arg: unknown) => unknown, arg as unknown) as never;
  return {
    evaluate,
    async goto(url) {
      await page.goto(url);
    },
    async set(next, height) {
      const wanted = `${conditionName(next)} ${next.size.width} ${height}`;
      if (setTo === wanted) return;
      setTo = wanted;
      condition = next;
      fixedHeight = height;
      await page.emulateMedia({
        colorScheme: next.theme === 'light' ? 'light' : 'dark',
        forcedColors: next.theme === 'forced' ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      await setHeight(height ?? USUAL_HEIGHT);
    },
    async photograph(mostHeight = MOST_HEIGHT) {
      if (fixedHeight !== undefined) return page.screenshot();
      // Playwright's own pictures of full pages would undo the text size.
      setTo = '';
      await setHeight(Math.min(await contentHeightOn({ evaluate }), mostHeight));
      return page.screenshot();
    },
  };
}

/** As the reader's setting does it: media queries in rem answer to it too. It lasts as long as the session. */
async function setTextSize(session: CDPSession, text: number): Promise<void> {
  const fontSizes = { standard: 16 * text, fixed: 13 * text };
  await session.send('Page.setFontSizes', { fontSizes });
}
