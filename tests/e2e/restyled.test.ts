/**
 * A page restyles whatever it can; the card looks as on a page that does not, pixel by pixel. The ways are data
 * (tests/pages/popover/restyled.jsonl). In both browsers.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLines } from './popover-pages.ts';
import { cardOf, READERS, restOn, type ReaderAt } from './reader-at.ts';

interface Restyled {
  name: string;
  css?: string;
  script?: string;
}

const WAYS = readLines<Restyled>('restyled.jsonl');
/** Where a page can do nothing about it: at its own place in the window, in its own font and size. */
const WORD = `<p style="all: initial; position: fixed; left: 200px; top: 40px; font: 18px/20px monospace; display: block">
  David Lammy</p>`;
/** Families that a page may define: names that the tokens have, or had, and every generic one. */
const FAMILIES = [
  ...[
    'Iowan Old Style',
    'Charter',
    'Source Serif 4',
    'Noto Serif',
    'Georgia',
    'Segoe UI',
    'Noto Sans',
  ],
  ...['serif', 'sans-serif', 'monospace', 'system-ui', 'ui-monospace', 'ui-serif', 'ui-sans-serif'],
  ...['DejaVu Serif', 'DejaVu Sans', 'Times New Roman', 'Arial', 'initial', '-webkit-standard'],
];
const FONT = readFileSync(
  createRequire(import.meta.url).resolve(
    '@fontsource/noto-sans-mono/files/noto-sans-mono-latin-400-normal.woff2',
  ),
).toString('base64');
const FACES = FAMILIES.map(
  (family) => `@font-face { font-family: '${family}'; src: url(data:font/woff2;base64,${FONT}) }`,
).join('\n');

/** Inside of the card's edge, so that nothing of the page is in the picture, in px. */
const INSET = 12;

/** The card's pixels. */
async function pictureOfCard(reader: ReaderAt): Promise<PNG> {
  const { box } = await cardOf(reader);
  const shot = PNG.sync.read(await reader.screenshot());
  const [left, top] = [Math.ceil(box.left) + INSET, Math.ceil(box.top) + INSET];
  const [width, height] = [
    Math.floor(box.right) - INSET - left,
    Math.floor(box.bottom) - INSET - top,
  ];
  const picture = new PNG({ width, height });
  PNG.bitblt(shot, picture, left, top, width, height, 0, 0);
  return picture;
}

async function openOn(
  reader: ReaderAt,
  { css = '', script = '' }: Omit<Restyled, 'name'>,
): Promise<PNG> {
  const style = css.replace('{{faces}}', FACES);
  await reader.open(`<style>${style}</style>${WORD}<script>{ ${script} }</script>`);
  await reader.move(600, 600);
  await restOn(reader, 'David Lammy');
  await cardOf(reader);
  // A page's fonts may come late, and the caret of a press is not wanted in the picture.
  await reader.ask('document.fonts.ready.then(() => 1)');
  return pictureOfCard(reader);
}

/** The card on a page that restyles nothing. The first card ever has a tip, so it is the second. */
async function plainCard(reader: ReaderAt): Promise<PNG> {
  await openOn(reader, {});
  return openOn(reader, {});
}

describe.each(READERS)('in %s, the card looks as ever on a page with', (_, launch) => {
  let reader: ReaderAt;
  let twin: PNG | undefined;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  for (const way of WAYS) {
    test(way.name, async () => {
      const plain = (twin ??= await plainCard(reader));
      const picture = await openOn(reader, way);
      expect([picture.width, picture.height]).toEqual([plain.width, plain.height]);
      const different = picture.data.reduce(
        (sum, byte, at) => sum + Number(byte !== plain.data[at]),
        0,
      );
      expect(different).toBe(0);
    });
  }
});
