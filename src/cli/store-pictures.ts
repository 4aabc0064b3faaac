/**
 * The pictures for the stores, from the built product on the sample pages: five of 1280 × 800 px and the promotional one of
 * 440 × 280 px, as Chromium's store asks (Mozilla's takes the same). Opaque, as both ask. Knows no store's listing.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Chromium } from './browsers/chromium.ts';
import { readJson } from './files.ts';
import { OUTPUT, ROOT } from './paths.ts';
import { cardOn, markOf } from './shown.ts';
import { until } from './until.ts';

const FOLDER = join(OUTPUT, 'store');
/** In CSS px, as everything here. */
const SCREEN = { width: 1280, height: 800 };
const PROMOTION = { width: 440, height: 280 };
/** The name's band above the product, in the promotional picture. */
const BAND = 88;
/** Until a page of the extension has drawn what it shows, in ms. */
const DRAWN_MS = 600;

/** Cards to show: a sample page, a word in it, and the browser's colours. */
const CARDS = [
  { name: '1-card', sample: 'news-2024.html', word: 'Lammy', colours: 'light' },
  {
    name: '2-idea',
    sample: 'news-2024.html',
    word: 'shoot down Russian drones',
    colours: 'light',
  },
  { name: '3-two-years-later', sample: 'news-2026.html', word: 'Storm Shadow', colours: 'dark' },
] as const;

/**
 * Takes all of them.
 * @param address of a sample page
 * @returns the folder
 */
export async function takeStorePictures(
  chromium: Chromium,
  address: (sample: string) => string,
): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, sample, word, colours } of CARDS) {
    const page = await chromium.open(address(sample));
    await page.setViewportSize(SCREEN);
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    await openCard(page, word);
    keep(name, await page.screenshot());
    if (name === '1-card') await takePromotion(page);
    await page.close();
  }
  await takeSearch(chromium, address('news-2024.html'));
  await takeOptions(chromium);
  return FOLDER;
}

const keep = (name: string, png: Buffer): void => {
  writeFileSync(join(FOLDER, `${name}.png`), png);
};

/** Rests the pointer on a word, so high in the window that its card opens below it. */
async function openCard(page: Page, word: string): Promise<void> {
  const far = await markOf(page, word);
  await page.mouse.wheel(0, Math.max(0, far.y - SCREEN.height * 0.4));
  await page.waitForTimeout(DRAWN_MS);
  const mark = await markOf(page, word);
  await page.mouse.move(mark.x, mark.y, { steps: 5 });
  await cardOn(page);
}

/** The popup where the browser shows it: below its button, at the right edge. */
async function takeSearch(chromium: Chromium, url: string): Promise<void> {
  const page = await chromium.open(url);
  await page.setViewportSize(SCREEN);
  await markOf(page, 'Lammy');
  const popup = await chromium.openToolbarPopup(page);
  // The page answers the popup, which then has the site's switch.
  const answered = 'document.querySelector("[role=switch]") !== null';
  const heard = await until(async () => (await popup.evaluate<boolean>(answered)) || undefined);
  if (!heard) throw new Error('The popup heard nothing of its page.');
  await popup.type('victory');
  await page.waitForTimeout(DRAWN_MS);
  const shown = await popup.screenshot();
  const behind = await page.screenshot();
  await page.setContent(`<style>
      body { margin: 0; background: url(${dataUrl(behind)}) }
      img { position: fixed; top: 8px; right: 24px; border-radius: 8px; box-shadow: 0 4px 24px #0005 }
    </style><img src="${dataUrl(shown)}" alt="">`);
  keep('4-search', await page.screenshot());
  await page.close();
}

async function takeOptions(chromium: Chromium): Promise<void> {
  const page = await chromium.open(`chrome-extension://${chromium.extensionId}/options.html`);
  await page.setViewportSize(SCREEN);
  await page.waitForTimeout(DRAWN_MS);
  keep('5-options', await page.screenshot());
  await page.close();
}

/** The icon and the name above a piece of the page with an open card. */
async function takePromotion(page: Page): Promise<void> {
  const { box } = await cardOn(page);
  const product = await page.screenshot({
    clip: {
      x: box.left - (PROMOTION.width - (box.right - box.left)) / 2,
      // One whole line of the page.
      y: box.top - 36,
      width: PROMOTION.width,
      height: PROMOTION.height - BAND,
    },
  });
  const { extensionName } = readJson(
    join(ROOT, 'assets/public/_locales/en/messages.json'),
  ) as Record<string, { message: string }>;
  const icon = readFileSync(join(ROOT, 'assets/icon.svg'), 'utf8');
  await page.setViewportSize(PROMOTION);
  await page.setContent(`<style>
      body { margin: 0; background: #f6f3ec; color: #1b1b1a }
      header { display: flex; height: ${BAND}px; align-items: center; gap: 14px; padding: 0 24px; font: 600 34px/1 serif }
      svg { width: 48px }
      img { display: block }
    </style><header>${icon}${extensionName?.message ?? ''}</header><img src="${dataUrl(product)}" alt="">`);
  keep('promotion', await page.screenshot());
}

const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
