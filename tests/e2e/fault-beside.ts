/** Where the card should be: beside its word. Knows boxes, no browser. */
import { overlap } from './harness.ts';
import type { ReaderAt } from './reader-at.ts';

/** From word to card, and a little for rounding, in px. */
const MOST_GAP = 13;

/** What is wrong with the place of the card; undefined where it stands beside its word. */
export async function faultBeside(reader: ReaderAt, surface: string): Promise<string | undefined> {
  const [card, word] = [await reader.card(), (await reader.mark(surface)).lines[0]];
  if (!card || !word) return 'no card';
  if (overlap(card.box, word)) return 'the card lies over its word';
  const gap = Math.max(card.box.top - word.bottom, word.top - card.box.bottom);
  if (gap > MOST_GAP) return `the card is ${gap} px away`;
  const isBeside = card.box.left < word.right && card.box.right > word.left;
  return isBeside ? undefined : 'the card is beside the line';
}
