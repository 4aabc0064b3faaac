/** Draws the icons from assets/icon.svg in a page of a browser. Writes no file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ICON_SIZES } from './icon-sizes.ts';
import { ROOT } from './paths.ts';

/** Where they are kept. */
export const ICONS = join(ROOT, 'assets/public/icon');

export interface Icon {
  /** Name of its file. */
  name: string;
  png: Buffer;
}

/** Every icon in every size. */
export async function drawIcons(page: Page): Promise<Icon[]> {
  const svg = readFileSync(join(ROOT, 'assets/icon.svg'), 'utf8');
  const icons: Icon[] = [];
  for (const [state, sizes] of Object.entries(ICON_SIZES)) {
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>* { margin: 0 } svg { display: block; width: ${size}px }</style><div class="${state}">${svg}</div>`,
      );
      const name = `${state === 'off' ? 'off-' : ''}${size}.png`;
      icons.push({ name, png: await page.screenshot({ omitBackground: true }) });
    }
  }
  return icons;
}
