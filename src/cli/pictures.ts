/**
 * `npm run pictures [-- icons]`: the icons, from assets/icon.svg, and the README's pictures, from the built product in a real
 * browser; with the word `icons`, the icons alone. Fonts are the machine's own; take them where a good serif is installed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import gifenc from 'gifenc';
import playwright, { type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { build } from './build.ts';
import { seeCard, type SeenCard } from './browsers/card-probe.ts';
import { launchChromium, type Chromium } from './browsers/chromium.ts';
import { ensureBrowser } from './browsers/install.ts';
import { seeMarks, type SeenMark } from './browsers/marks-probe.ts';
import { BUILDS, ROOT, SAMPLES } from './paths.ts';
import { serve } from './serve.ts';
import { until } from './until.ts';

const PICTURES = join(ROOT, 'assets/pictures');
const ICONS = join(ROOT, 'assets/public/icon');
/** In px. The toolbar shows the smaller ones alone, so the grey icon has no larger ones. */
const ICON_SIZES = { '': [16, 32, 48, 128], off: [16, 32, 48] };
const VIEWPORT = { width: 760, height: 560 };
/** Time between two frames of the animation, in ms. */
const FRAME_MS = 110;

const CURSOR = `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="26" viewBox="0 0 18 26"><path
  d="M1 1v20l5-4.6 3.2 7.6 3.2-1.4-3.2-7.4H17z" fill="#111" stroke="#fff" stroke-width="1.4"/></svg>`;

async function takeIcons(page: Page): Promise<void> {
  mkdirSync(ICONS, { recursive: true });
  const svg = readFileSync(join(ROOT, 'assets/icon.svg'), 'utf8');
  for (const [state, sizes] of Object.entries(ICON_SIZES)) {
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>* { margin: 0 } svg { display: block; width: ${size}px }</style><div class="${state}">${svg}</div>`,
      );
      const path = join(ICONS, `${state && `${state}-`}${size}.png`);
      await page.screenshot({ path, omitBackground: true });
    }
  }
}

async function takePopover(chromium: Chromium, url: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await chromium.open(url);
    await page.setViewportSize(VIEWPORT);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const mark = await markOf(page, 'Lammy');
    await page.mouse.move(mark.x, mark.y, { steps: 5 });
    await cardOn(page);
    await page.screenshot({
      path: join(PICTURES, `popover${scheme === 'dark' ? '-dark' : ''}.png`),
    });
    await page.close();
  }
}

async function takePopup(chromium: Chromium, url: string): Promise<void> {
  const page = await chromium.open(url);
  await markOf(page, 'Lammy');
  const popup = await chromium.openToolbarPopup(page);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await popup.type('victory');
  await new Promise((resolve) => setTimeout(resolve, 500));
  writeFileSync(join(PICTURES, 'popup.png'), await popup.screenshot());
  await page.close();
}

async function takeOptions(chromium: Chromium): Promise<void> {
  const page = await chromium.open(`chrome-extension://${chromium.extensionId}/options.html`);
  await page.setViewportSize({ width: 900, height: 760 });
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(PICTURES, 'options.png') });
  await page.close();
}

/** The pointer comes, rests, enters the card; Escape closes it. */
async function takeAnimation(chromium: Chromium, url: string): Promise<void> {
  const page = await chromium.open(url);
  await page.setViewportSize(VIEWPORT);
  const mark = await markOf(page, 'Lammy');
  await page.evaluate((cursor) => {
    const image = Object.assign(new Image(), {
      src: `data:image/svg+xml,${encodeURIComponent(cursor)}`,
    });
    image.style.cssText = 'position:fixed;left:0;top:0;margin:0;pointer-events:none;z-index:9';
    image.popover = 'manual';
    document.body.append(image);
    addEventListener('mousemove', ({ clientX, clientY }) => {
      // The last element to enter the top layer is the uppermost: the drawn pointer stays above the card.
      if (image.matches(':popover-open')) image.hidePopover();
      image.showPopover();
      image.style.cssText += `;border:0;padding:0;background:none;translate:${clientX}px ${clientY}px`;
    });
  }, CURSOR);
  const frames: Buffer[] = [];
  const shoot = async (times = 1): Promise<void> => {
    for (let count = 0; count < times; count++) frames.push(await page.screenshot());
  };
  const glide = async (
    from: { x: number; y: number },
    to: { x: number; y: number },
  ): Promise<void> => {
    for (let at = 1; at <= 6; at++) {
      await page.mouse.move(
        from.x + ((to.x - from.x) * at) / 6,
        from.y + ((to.y - from.y) * at) / 6,
      );
      await shoot();
    }
  };
  const start = { x: 620, y: 480 };
  await page.mouse.move(start.x, start.y);
  await shoot(3);
  await glide(start, mark);
  await cardOn(page);
  await page.mouse.move(mark.x + 1, mark.y);
  await shoot(8);
  const { box } = await cardOn(page);
  const inCard = { x: box.left + 150, y: (box.top + box.bottom) / 2 };
  await glide(mark, inCard);
  await page.mouse.wheel(0, 140);
  await page.waitForTimeout(200);
  await shoot(8);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(100);
  await shoot(6);
  writeFileSync(join(PICTURES, 'hover.gif'), encode(frames));
  await page.close();
}

function encode(frames: readonly Buffer[]): Uint8Array {
  const encoder = gifenc.GIFEncoder();
  for (const frame of frames) {
    const { data, width, height } = PNG.sync.read(frame);
    const palette = gifenc.quantize(data, 64);
    encoder.writeFrame(gifenc.applyPalette(data, palette), width, height, {
      palette,
      delay: FRAME_MS,
    });
  }
  encoder.finish();
  return encoder.bytes();
}

async function markOf(page: Page, surface: string): Promise<SeenMark> {
  const mark = await until(async () =>
    (await page.evaluate(seeMarks)).find((seen) => seen.surface === surface),
  );
  if (!mark) throw new Error(`"${surface}" was not highlighted.`);
  return mark;
}

async function cardOn(page: Page): Promise<SeenCard> {
  const card = await until(() => seeCard(page));
  if (!card) throw new Error('The popover did not open.');
  // Past its arrival.
  await page.waitForTimeout(250);
  return card;
}

async function takeAll(): Promise<void> {
  if (!build()) process.exit(1);
  mkdirSync(PICTURES, { recursive: true });
  const server = await serve(SAMPLES);
  const url = server.url('news-2024.html');
  const chromium = await launchChromium(ensureBrowser('chromium'), {
    extension: BUILDS.chromium,
    headless: true,
  });
  await takePopover(chromium, url);
  await takePopup(chromium, url);
  await takeOptions(chromium);
  await takeAnimation(chromium, url);
  await chromium.close();
  await server.close();
  console.log(`Pictures: ${PICTURES}`);
}

const browser = await playwright.chromium.launch({
  executablePath: ensureBrowser('chromium').path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
await takeIcons(await browser.newPage());
await browser.close();
console.log(`Icons: ${ICONS}`);
if (!process.argv.includes('icons')) await takeAll();
