/** The icons are those of assets/icon.svg: drawn again, they look as the files that are kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import playwright from 'playwright-core';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { drawIcons, ICONS } from '../../src/cli/icons.ts';

/** By how much a channel of a pixel may differ: browsers smooth edges in their own ways. Of 255. */
const SMOOTHING = 12;

/** @returns the largest difference of a channel; infinite between pictures of other sizes */
function difference(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  return a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (b.data[at] ?? 0))), 0);
}

test('each icon is drawn from the one drawing', async () => {
  const browser = await playwright.chromium.launch({
    executablePath: ensureBrowser('chromium').path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const drawn = await drawIcons(await browser.newPage());
    expect(drawn.length).toBeGreaterThan(0);
    const stale = drawn.filter(({ name, png }) => {
      const kept = PNG.sync.read(readFileSync(join(ICONS, name)));
      return difference(PNG.sync.read(png), kept) > SMOOTHING;
    });
    expect(
      stale.map(({ name }) => name),
      'npm run pictures -- icons',
    ).toEqual([]);
  } finally {
    await browser.close();
  }
});
