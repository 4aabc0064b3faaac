/**
 * What `npm start` does without a display: says what was found on the page, rests the real pointer on one
 * mention, and keeps a picture of the open popover.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { seeCard, seeCardInFirefox } from './browsers/card-probe.ts';
import type { Firefox } from './browsers/firefox.ts';
import { seeMarks, type SeenMark } from './browsers/marks-probe.ts';
import type { Detector } from '../detect/index.ts';
import { bundledDetector } from './bundled-detector.ts';
import { OUTPUT } from './paths.ts';
import { until } from './until.ts';

const SCREENSHOT = join(OUTPUT, 'popover.png');

/**
 * @param added detectors of datasets that were added
 * @returns whether the extension found and showed something
 */
export async function inspectInChromium(page: Page, added: readonly Detector[]): Promise<boolean> {
  const marks = await until(async () => some(await page.evaluate(seeMarks)));
  if (!printTable(marks, added)) return false;
  const mark = await inView(marks ?? [], () => page.evaluate(seeMarks));
  await page.mouse.move(5, 5);
  await page.mouse.move(mark.x, mark.y, { steps: 8 });
  const card = await until(() => seeCard(page));
  if (!card) return fail(`The popover did not open at "${mark.surface}".`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return keep(await page.screenshot(), `Card at "${mark.surface}": ${card.name}`);
}

/** The same in Firefox. */
export async function inspectInFirefox(
  firefox: Firefox,
  added: readonly Detector[],
): Promise<boolean> {
  const marks = await until(async () => some(await firefox.evaluate(seeMarks)));
  if (!printTable(marks, added)) return false;
  const mark = await inView(marks ?? [], () => firefox.evaluate(seeMarks));
  await firefox.movePointer(5, 5);
  await firefox.movePointer(mark.x - 2, mark.y);
  await firefox.movePointer(mark.x, mark.y);
  const card = await until(() => seeCardInFirefox(firefox));
  if (!card) return fail(`The popover did not open at "${mark.surface}".`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return keep(await firefox.screenshot(), `Card at "${mark.surface}": ${card.name}`);
}

/** Waits for the first highlight. @param look `seeMarks`, run in the page */
export async function isMarked(look: () => Promise<SeenMark[]>): Promise<boolean> {
  return (await until(async () => some(await look()))) !== undefined;
}

function printTable(marks: readonly SeenMark[] | undefined, added: readonly Detector[]): boolean {
  if (!marks) {
    return fail('Nothing is highlighted on this page.');
  }
  const detectors = [bundledDetector({ cast: false }), ...added];
  const rows = new Map<string, number>();
  for (const { block, surface } of marks) {
    const mention = detectors
      .flatMap((detector) => detector.detect(block))
      .find((found) => found.surface === surface);
    const row = `${(mention?.entity ?? '?').padEnd(20)} ${surface.replace(/\s+/g, ' ')}`;
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  console.log(`count entity               surface form`);
  for (const row of [...rows.keys()].sort())
    console.log(`${String(rows.get(row)).padStart(5)} ${row}`);
  console.log(`${String(marks.length).padStart(5)} in all\n`);
  return true;
}

/** A mention that is on the screen. */
async function inView(
  marks: readonly SeenMark[],
  again: () => Promise<SeenMark[]>,
): Promise<SeenMark> {
  const visible = (list: readonly SeenMark[]) =>
    list.find(({ lines, y }) => lines.length > 0 && y > 0 && y < 600);
  const mark = visible(marks) ?? visible(await again()) ?? marks[0];
  if (!mark) throw new Error('No mention is on the screen.');
  return mark;
}

function some(marks: SeenMark[]): SeenMark[] | undefined {
  return marks.length > 0 ? marks : undefined;
}

function fail(message: string): false {
  console.error(message);
  return false;
}

function keep(picture: Buffer, caption: string): true {
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(SCREENSHOT, picture);
  console.log(`${caption}\nScreenshot: ${SCREENSHOT}`);
  return true;
}
