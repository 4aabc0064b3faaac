/**
 * `npm run bench -- opening`: what a card costs the page's main thread, in thread time, with the built extension
 * in Chromium and a real pointer. Beside it, the same pointer resting on plain text and on a word for which the
 * page itself opens a small popover after the same rest. Asserts nothing on time.
 */
import type { CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../src/cli/browsers/chromium.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { BUILDS, SAMPLES } from '../../src/cli/paths.ts';
import { serve } from '../../src/cli/serve.ts';
import { median } from './measure.ts';
import { trace, type TraceEvent } from './trace.ts';

/** The pointer moves away this long, so that no opening is a "next one", in ms. */
const AWAY_MS = 900;
/** From the pointer's arrival to the last frame that an opening may have caused, in ms. */
const WATCHED_MS = 1000;
/** Part of the watched time that counts as "after the dwell", in ms from the arrival. */
const DWELL_MS = 500;
const ROUNDS = 20;

/** Thread time in ms. */
interface Cost {
  /** While the pointer rested: drawing the card unseen. */
  dwell: number;
  /** From the opening on: placing, style, layout and paint. */
  opening: number;
}

/** Text at which nothing opens, and a word at which the page opens a small popover by itself. */
const BASELINES = `
  <p style="position: fixed; left: 16px; bottom: 8px; margin: 0">
    <span id="plain">Plain text</span> <span id="own">A word</span>
  </p>
  <div id="small" popover="manual">A small popover.</div>`;

export async function printOpening(): Promise<void> {
  const server = await serve(SAMPLES);
  const chromium = await launchChromium(ensureBrowser('chromium'), {
    extension: BUILDS.chromium,
    headless: true,
  });
  try {
    const page = await chromium.open(server.url('news-2026.html'));
    await page.evaluate(addBaselines, { html: BASELINES, dwell: DWELL_MS });
    await page.waitForTimeout(1500);
    const marks = (await page.evaluate(seeMarks)).filter(({ y }) => y > 40 && y < 620);
    const [plain, own] = [await middleOf(page, '#plain'), await middleOf(page, '#own')];
    const session = await page.context().newCDPSession(page);
    const samples: Record<'first' | 'card' | 'plain' | 'own', Cost[]> = {
      first: [],
      card: [],
      plain: [],
      own: [],
    };
    for (let round = 0; round < ROUNDS; round++) {
      const mark = marks[round % marks.length];
      if (!mark) throw new Error('The sample page has no mention in sight.');
      samples[round === 0 ? 'first' : 'card'].push(await costAt(page, session, mark));
      samples.plain.push(await costAt(page, session, plain));
      samples.own.push(await costAt(page, session, own));
    }
    console.log(`\nOpening a card: main thread in ms (thread time), ${ROUNDS} rounds\n`);
    printCost('the first card of a page', samples.first);
    printCost('a card', samples.card);
    printCost("the page's own small popover", samples.own);
    printCost('nothing: plain text', samples.plain);
  } finally {
    await chromium.close();
    await server.close();
  }
}

function addBaselines({ html, dwell }: { html: string; dwell: number }): void {
  document.body.insertAdjacentHTML('beforeend', html);
  const [word, small] = [document.getElementById('own'), document.getElementById('small')];
  let timer: ReturnType<typeof setTimeout>;
  word?.addEventListener('pointerenter', () => {
    timer = setTimeout(() => small?.showPopover(), dwell);
  });
  word?.addEventListener('pointerleave', () => {
    clearTimeout(timer);
    small?.hidePopover();
  });
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function costAt(
  page: Page,
  session: CDPSession,
  { x, y }: { x: number; y: number },
): Promise<Cost> {
  await page.mouse.move(990, 400);
  await page.waitForTimeout(AWAY_MS);
  const events = await trace(session, async () => {
    await page.mouse.move(x, y, { steps: 4 });
    await page.waitForTimeout(WATCHED_MS);
  });
  return costOf(events);
}

/** The pointer's last event tells thread and start; tasks count as "opening" once the dwell is nearly over. */
function costOf(events: readonly TraceEvent[]): Cost {
  const arrival = events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'mousemove')
    .toSorted((a, b) => a.ts - b.ts)
    .at(-1);
  if (!arrival) return { dwell: NaN, opening: NaN };
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      name === 'RunTask' &&
      ph === 'X' &&
      pid === arrival.pid &&
      tid === arrival.tid &&
      ts > arrival.ts,
  );
  const spent = (wanted: (ms: number) => boolean) =>
    tasks
      .filter(({ ts }) => wanted((ts - arrival.ts) / 1000))
      .reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0) / 1000, 0);
  const beforeEnd = DWELL_MS - 60;
  return { dwell: spent((ms) => ms < beforeEnd), opening: spent((ms) => ms >= beforeEnd) };
}

function printCost(title: string, costs: readonly Cost[]): void {
  const dwell = costs.map((cost) => cost.dwell);
  const opening = costs.map((cost) => cost.opening).toSorted((a, b) => a - b);
  const p95 = opening[Math.ceil(opening.length * 0.95) - 1] ?? NaN;
  console.log(
    `${title.padEnd(32)} after the dwell: median ${median(opening).toFixed(1).padStart(5)}, ` +
      `p95 ${p95.toFixed(1).padStart(5)}   while resting: median ${median(dwell).toFixed(1).padStart(5)}`,
  );
}
