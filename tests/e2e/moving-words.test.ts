/**
 * The card goes where its word goes, closes when the word cannot be seen any more, and never lies over it. The pages are
 * data (tests/pages/popover/moves.jsonl). In both browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATIENCE } from './harness.ts';
import { cardOf, overlaps, READERS, restOn, STILLNESS_MS, type ReaderAt } from './reader-at.ts';
import { readLines } from './popover-pages.ts';

interface Moves {
  name: string;
  html: string;
  /** Script that moves the word; a promise is waited for. */
  move: string;
  /** When: once the card is open, or while the pointer rests. */
  during?: 'rest';
  then: 'follows' | 'closes' | 'away';
}

const STYLE = '<style>body { margin: 60px; font: 18px/1.5 sans-serif }</style>';
/** From word to card, and a little for rounding, in px. */
const MOST_GAP = 13;

/** What is wrong with the place of the card; undefined where it stands beside its word. */
async function fault(reader: ReaderAt): Promise<string | undefined> {
  const [card, word] = [await reader.card(), (await reader.mark('David Lammy')).lines[0]];
  if (!card || !word) return 'no card';
  if (overlaps(card.box, word)) return 'the card lies over its word';
  const gap = Math.max(card.box.top - word.bottom, word.top - card.box.bottom);
  if (gap > MOST_GAP) return `the card is ${gap} px away`;
  const isBeside = card.box.left < word.right && card.box.right > word.left;
  return isBeside ? undefined : 'the card is beside the line';
}

/**
 * Script that runs another soon after the pointer's next move: well within the dwell, whatever the machine's speed, since
 * both are timers of one thread.
 */
const whenPointerComes = (script: string): string =>
  `addEventListener('pointermove', () => setTimeout(() => { ${script} }, 50), { once: true })`;

describe.each(READERS)('in %s, when', (_, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  for (const { name, html, move, during, then } of readLines<Moves>('moves.jsonl')) {
    test(`${name}, the card ${then === 'away' ? 'stays away' : then}`, async () => {
      await reader.open(STYLE + html);
      await reader.move(5, 5);
      await reader.mark('David Lammy');
      if (during) await reader.ask(whenPointerComes(move));
      await restOn(reader, 'David Lammy');
      if (during) {
        await reader.wait(STILLNESS_MS);
        expect(await reader.card()).toBeUndefined();
        return;
      }
      await cardOf(reader);
      await reader.ask(move);
      if (then === 'closes') await expect.poll(() => reader.card(), PATIENCE).toBeUndefined();
      else await expect.poll(() => fault(reader), PATIENCE).toBeUndefined();
    });
  }
});
