/** What may lie over a word: the pages are data (tests/pages/popover/over-words.jsonl). In both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardOf, READERS, restOn, STILLNESS_MS, type ReaderAt } from './reader-at.ts';
import { readLines } from './popover-pages.ts';

const STYLE = `<style>
  body { margin: 40px; font: 18px/1.5 sans-serif }
  .t { position: relative; width: 640px; padding: 12px; border: 1px solid #999 }
  .over { position: absolute; inset: 0; z-index: 2 }
  .own::after { content: ''; position: absolute; inset: 0; z-index: 1 }
  .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
</style>`;

const PAGES = readLines<{ name: string; html: string; answers: boolean }>('over-words.jsonl');

describe.each(READERS)('in %s, a word under', (_, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  for (const { name, html, answers } of PAGES) {
    test(`${name} ${answers ? 'answers' : 'does not answer'}`, async () => {
      await reader.open(STYLE + html);
      await reader.move(5, 5);
      await restOn(reader, 'David Lammy');
      if (answers) {
        expect((await cardOf(reader)).name).toBe('David Lammy');
      } else {
        await reader.wait(STILLNESS_MS);
        expect(await reader.card()).toBeUndefined();
      }
    });
  }

  test('a link over a whole teaser answers, and the click is the link’s', async () => {
    await reader.open(
      `${STYLE}<article class=t><a class=over href="#arrived"></a><h3>David Lammy</h3></article>`,
    );
    const { x, y } = await restOn(reader, 'David Lammy');
    await cardOf(reader);
    await reader.click(x, y);
    expect(await reader.ask('location.hash')).toBe('#arrived');
  });
});
