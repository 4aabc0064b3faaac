/** What a page notices of us before the reader acts, and what its own changes cost with marks in it. */
import { median } from '../measure.ts';
import { thousandMarks, type Document } from './documents.ts';
import { printHead, printRow, short } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Tab } from './tab.ts';

const ROUNDS = 9;

interface Seen {
  mutations: number;
  shift: number;
  parsed: number;
  marked: number;
}

/** Put at a page's beginning: counts what happens to it, and notes when the first highlight is there. */
const WATCH = `<script>
  const seen = { mutations: 0, shift: 0, parsed: 0, marked: 0 };
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) seen.shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
  addEventListener('DOMContentLoaded', () => {
    seen.parsed = performance.now();
    new MutationObserver((records) => { seen.mutations += records.length; })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const look = () => {
    if (CSS.highlights.size > 0) seen.marked = performance.now();
    else requestAnimationFrame(look);
  };
  look();
</script>`;

/**
 * When the first highlight is seen, with the background awake and asleep, and what else a page sees before the reader acts.
 * @throws Error where the background is not as it should be
 */
export async function printUntouched(own: Scene, news: Document): Promise<void> {
  const document = { name: 'watched', html: news.html.replace('<body>', `${WATCH}<body>`) };
  const looks: Seen[] = [];
  const delay = async (tab: Tab, isAwake: boolean): Promise<number> => {
    if (!isAwake) await own.stopBackground();
    if ((await own.isBackgroundAwake()) !== isAwake)
      throw new Error(`The background is ${isAwake ? 'asleep' : 'awake'}.`);
    await tab.load(document);
    // A const of the page's script is no property of its window.
    const seen = await tab.page.evaluate<Seen>('seen');
    if (!seen.marked) throw new Error('Nothing was highlighted.');
    looks.push(seen);
    return seen.marked - seen.parsed;
  };
  console.log(
    `\nFrom the parsed page (DOMContentLoaded) to the first highlight that a frame shows: ms, medians of ${ROUNDS} rounds\n`,
  );
  printHead(['background', 'fresh tab', 'next page of the site']);
  // Awake first: it has just started, and nothing wakes one that need not be awake.
  for (const isAwake of [true, false]) {
    const [fresh, next]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      await own.inTab(async (tab) => {
        fresh.push(await delay(tab, isAwake));
        // A reader who goes on has just left a page, so that it is awake.
        if (isAwake) next.push(await delay(tab, isAwake));
      });
    }
    const cell = (each: number[]): string => (each.length > 0 ? short(median(each)) : '');
    printRow([isAwake ? 'awake' : 'asleep', cell(fresh), cell(next)]);
  }
  const most = (part: 'mutations' | 'shift'): number =>
    Math.max(...looks.map((look) => look[part]));
  console.log(
    `\nBefore the reader acts: ${most('mutations')} DOM mutations, layout shift ${most('shift')}.`,
  );
}

/** The page's own changes with marks in it, against a page without us, and one that an idle observer watches. */
export async function printChanges(own: Scene, other: Scene): Promise<void> {
  const document = thousandMarks();
  const times = { own: [] as number[], nobody: [] as number[], idle: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.own.push(await own.inTab(timeChanges(document)));
    times.nobody.push(await other.inTab(timeChanges(document)));
    times.idle.push(await other.inTab(timeChanges(document, observeIdly)));
  }
  const ratio = (base: 'nobody' | 'idle') => (median(times.own) / median(times[base])).toFixed(2);
  console.log(
    `\nThe page's own 10,000 changes with 1,000 marks: ${ratio('idle')} of those under an observer that does nothing (what marks cost), ${ratio('nobody')} of those that nobody watches.`,
  );
}

function observeIdly(): void {
  new MutationObserver(() => undefined).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['contenteditable'],
  });
}

const timeChanges =
  (document: Document, prepare: () => void = () => undefined) =>
  async ({ page, load }: Tab): Promise<number> => {
    await load(document);
    await page.evaluate(prepare);
    return page.evaluate(changeMuch);
  };

function changeMuch(): number {
  const grow = document.getElementById('grow');
  const start = performance.now();
  for (let count = 0; count < 5000; count++) grow?.append(document.createTextNode('word '));
  for (const text of [...(grow?.childNodes ?? [])]) text.nodeValue = 'other ';
  return performance.now() - start;
}
