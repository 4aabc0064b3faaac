/**
 * The card goes where its word goes, closes when the word cannot be seen any more, and never lies over it. The pages are
 * data (tests/pages/popover/moves.jsonl). In both browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultBeside } from './fault-beside.ts';
import { PATIENCE } from './harness.ts';
import { cardOf, READERS, restOn, STILLNESS_MS, type ReaderAt } from './reader-at.ts';
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
      else await expect.poll(() => faultBeside(reader, 'David Lammy'), PATIENCE).toBeUndefined();
    });
  }
});
