/**
 * `npm run pictures [-- icons | store]`: the icons, from assets/icon.svg, and the README's pictures, from the built product in a
 * real browser; with a word, the icons alone or the pictures for the stores alone. Fonts are the machine's own; take them where
 * a good serif is installed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import gifenc from 'gifenc';
import playwright, { type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { readArguments, refuseArguments } from './arguments.ts';
import { build } from './build.ts';
import { launchChromium, type Chromium } from './browsers/chromium.ts';
import { ensureBrowser } from './browsers/install.ts';
import { drawIcons, ICONS } from './icons.ts';
import { BUILDS, ROOT, SAMPLES } from './paths.ts';
import { serve } from './serve.ts';
import { cardOn, markOf } from './shown.ts';
import { takeStorePictures } from './store-pictures.ts';

const PICTURES = join(ROOT, 'assets/pictures');
const VIEWPORT = { width: 760, height: 560 };
/** Time between two frames of the animation, in ms. */
const FRAME_MS = 110;

const CURSOR = `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="26" viewBox="0 0 18 26"><path
  d="M1 1v20l5-4.6 3.2 7.6 3.2-1.4-3.2-7.4H17z" fill="#111" stroke="#fff" stroke-width="1.4"/></svg>`;

async function takeIcons(page: Page): Promise<void> {
  mkdirSync(ICONS, { recursive: true });
  for (const { name, png } of await drawIcons(page)) writeFileSync(join(ICONS, name), png);
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

/** What can be asked for by a word; without one, all but the store's pictures, which are not kept in the repository. */
type Wanted = 'icons' | 'readme' | 'store';

async function takeFromProduct(wanted: Wanted): Promise<void> {
  if (!build()) process.exit(1);
  const server = await serve(SAMPLES);
  const chromium = await launchChromium(ensureBrowser('chromium'), {
    extension: BUILDS.chromium,
    headless: true,
  });
  if (wanted === 'store') {
    console.log(`Store pictures: ${await takeStorePictures(chromium, (name) => server.url(name))}`);
  } else {
    mkdirSync(PICTURES, { recursive: true });
    const url = server.url('news-2024.html');
    await takePopover(chromium, url);
    await takePopup(chromium, url);
    await takeOptions(chromium);
    await takeAnimation(chromium, url);
    console.log(`Pictures: ${PICTURES}`);
  }
  await chromium.close();
  await server.close();
}

async function drawAndKeepIcons(): Promise<void> {
  const browser = await playwright.chromium.launch({
    executablePath: ensureBrowser('chromium').path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  await takeIcons(await browser.newPage());
  await browser.close();
  console.log(`Icons: ${ICONS}`);
}

const USAGE = 'pictures -- [icons | store]';
const { positionals } = readArguments(USAGE, { allowPositionals: true });
const [wanted = 'readme', ...others] = positionals;
if (others.length > 0 || !(wanted === 'readme' || wanted === 'icons' || wanted === 'store'))
  refuseArguments(USAGE, `There are no pictures "${positionals.join(' ')}".`);
if (wanted !== 'store') await drawAndKeepIcons();
if (wanted !== 'icons') await takeFromProduct(wanted);
