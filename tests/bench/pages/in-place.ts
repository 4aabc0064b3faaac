/** What a page notices of us before the reader acts, and what its own changes cost with marks in it. */
import { median } from '../measure.ts';
import { thousandMarks, type Document } from './documents.ts';
import type { Scene, Tab } from './scene.ts';

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

export async function printUntouched(own: Scene, news: Document): Promise<void> {
  const html = news.html.replace('<body>', `${WATCH}<body>`);
  const looks: Seen[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // A const of the page's script is no property of its window.
    looks.push(await own.open({ name: 'watched', html }, ({ page }) => page.evaluate('seen')));
  }
  const first = median(looks.map(({ marked, parsed }) => marked - parsed));
  const most = (part: 'mutations' | 'shift'): number =>
    Math.max(...looks.map((look) => look[part]));
  console.log(
    `\nBefore the reader acts: ${most('mutations')} DOM mutations, layout shift ${most('shift')}; first highlight seen by a frame ${first.toFixed(0)} ms after the page was parsed.`,
  );
}

/** The page's own changes with marks in it, against a page without us, and one that an idle observer watches. */
export async function printChanges(own: Scene, other: Scene): Promise<void> {
  const document = thousandMarks();
  const times = { own: [] as number[], nobody: [] as number[], idle: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.own.push(await own.open(document, timeChanges));
    times.nobody.push(await other.open(document, timeChanges));
    times.idle.push(
      await other.open(document, async (tab) => {
        await tab.page.evaluate(observeIdly);
        return timeChanges(tab);
      }),
    );
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

const timeChanges = ({ page }: Tab): Promise<number> =>
  page.evaluate(() => {
    const grow = document.getElementById('grow');
    const start = performance.now();
    for (let count = 0; count < 5000; count++) grow?.append(document.createTextNode('word '));
    for (const text of [...(grow?.childNodes ?? [])]) text.nodeValue = 'other ';
    return performance.now() - start;
  });
