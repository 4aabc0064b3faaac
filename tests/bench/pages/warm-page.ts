/**
 * Bundled and run in a page without the extension, again and again until everything is compiled: how long the parts of
 * reading a page take. Everything of ours that a timer runs is timed here, and nothing of the browser's.
 */
import { catalogue, rules, scanner } from 'virtual:dataset';
import { createDetector, readScanning, withJudge } from '../../../src/detect/index.ts';
import {
  createPageReader,
  createPainter,
  markAt,
  type PageReader,
} from '../../../src/page/index.ts';
import { createPageWalk } from '../../../src/page/walk.ts';

/** What the benchmark calls. Times in ms. */
export interface WarmPage {
  /** One walk over the text nodes. */
  walk: () => number;
  /** The same, with every UTF-16 unit looked at. */
  read: () => number;
  /** The same, with the scanner. */
  scan: () => number;
  /** Median time of one call. */
  time: (what: 'walk' | 'read' | 'scan') => number;
  /** Reads the whole page anew. @returns what it took, waits aside */
  reread: () => Promise<number>;
  /** Changes one text node. @returns what that took us, waits aside */
  change: (at: number) => Promise<number>;
  /** Asks for the mark at so many points. @returns the time of one question, and how many had one */
  hitTest: (points: number) => { ms: number; hits: number };
  marks: () => number;
}

let own = 0;
let pending = 0;
const later = globalThis.setTimeout;
globalThis.setTimeout = ((work: () => void, ms?: number) => {
  const isSlice = !ms;
  if (isSlice) pending++;
  return later(() => {
    const start = performance.now();
    work();
    own += performance.now() - start;
    if (isSlice) pending--;
  }, ms);
}) as typeof globalThis.setTimeout;
const wait = (ms: number): Promise<void> => new Promise((resolve) => later(resolve, ms));
const quiet = async (ms: number): Promise<void> => {
  do await wait(ms);
  while (pending > 0);
};

const detector = createDetector(
  withJudge(readScanning(scanner), { catalogue, rules }),
  ({ tier }) => tier === 'main',
);
const page = readPage();

/** All that is known here of how our engine reads a page: a reader of `document` that paints what it finds. */
function readPage(): PageReader<string> {
  const { signal } = new AbortController();
  const painter = createPainter(signal);
  const walk = createPageWalk(
    {
      createScanner: () => detector.createScanner(),
      isWorthScanning: () => true,
      onRead: () => undefined,
      onRooted: () => undefined,
    },
    signal,
  );
  const reader: PageReader<string> = createPageReader(
    {
      walk,
      finder: {
        createScanner: () => detector.createScanner(),
        startPage() {
          const found = detector.startPage({ lang: document.documentElement.lang });
          return {
            find: (text) => found.detect(text).map((each) => ({ ...each, label: each.entity })),
            revision: () => found.revision(),
            restart() {
              found.restart();
            },
          };
        },
      },
      onChange() {
        painter.paint(reader.marks.all(), 'dotted');
      },
      onRooted: () => undefined,
    },
    signal,
  );
  reader.start();
  return reader;
}

const over = (look: (text: string) => number): number => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    sum += look((node as Text).data);
  }
  return sum;
};
const table = new Uint16Array(0x10000).fill(1);
const ways = {
  walk: () => over((text) => text.length),
  read: () =>
    over((text) => {
      let sum = 0;
      for (let at = 0; at < text.length; at++) sum += table[text.charCodeAt(at)] ?? 0;
      return sum;
    }),
  scan: () => {
    const each = detector.createScanner();
    return over((text) => Number(each.feed(text)));
  },
};
const middle = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;

(globalThis as { warm?: WarmPage }).warm = {
  ...ways,
  time(what) {
    const times: number[] = [];
    for (let round = 0; round < 15; round++) {
      const start = performance.now();
      let calls = 0;
      do {
        ways[what]();
        calls++;
      } while (performance.now() - start < 8);
      times.push((performance.now() - start) / calls);
    }
    return middle(times);
  },
  async reread() {
    own = 0;
    const start = performance.now();
    page.reread();
    own += performance.now() - start;
    await quiet(60);
    return own;
  },
  async change(at) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let step = 0; step <= at; step++) walker.nextNode();
    own = 0;
    walker.currentNode.nodeValue = `changed ${at}`;
    // Longer than changes are gathered for.
    await quiet(200);
    return own;
  },
  hitTest(points) {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return (seed / 2147483647) * below;
    };
    const places = Array.from({ length: points }, () => ({
      x: random(innerWidth),
      y: random(innerHeight),
    }));
    let hits = 0;
    const start = performance.now();
    for (const place of places) if (markAt(page.marks, place)) hits++;
    return { ms: (performance.now() - start) / points, hits };
  },
  marks: () => page.marks.size,
};
