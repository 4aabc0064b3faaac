/**
 * Text in, mentions out. Pure: no DOM, no browser, no settings.
 * Two layers: `scanner` reads everything fast and only says where to look; `detect` decides, on the text of
 * one block. The result never depends on how the text was cut into chunks.
 */
import type { EntityDetection } from '../dataset/index.ts';
import { createConceptFinder } from './concept.ts';
import { fold } from './fold.ts';
import type { Mention } from './mention.ts';
import { createNameFinder } from './names.ts';
import { triggersOf } from './phrase.ts';
import { compileScanner, type Scanner } from './scanner.ts';
import { tokenize, type Token } from './token.ts';

export type { Mention } from './mention.ts';
export { HIT_BEFORE, HIT_HERE, NO_HIT, type Scanner } from './scanner.ts';

export interface Detector {
  /** A scanner with a state of its own, for one walk over a page. */
  createScanner(): Scanner;
  /** All mentions in the text of one block, in order and without overlap. */
  detect(text: string): Mention[];
}

type Tier = 'main' | 'cast';

/** @param entities all of them main ones unless they say otherwise */
export function createDetector(entities: readonly (EntityDetection & { tier?: Tier })[]): Detector {
  const triggers = entities.flatMap(({ names, concept }) =>
    triggersOf([...names.map(({ text }) => text), ...(concept?.objects ?? [])]),
  );
  const findersOf = (wanted: Tier) =>
    entities.filter(({ tier }) => (tier ?? 'main') === wanted).map(createNameFinder);
  const mainNames = findersOf('main');
  const castNames = findersOf('cast');
  const concepts = entities.map(createConceptFinder);
  const createScanner = compileScanner(triggers);
  const gate = createScanner();
  return {
    createScanner,
    detect(text) {
      gate.reset();
      if ((gate.feed(text) | gate.feed(' ')) === 0) return [];
      const tokens = tokenize(text, fold(text));
      const findAll = (finders: readonly ((text: string, tokens: Token[]) => Mention[])[]) =>
        finders.flatMap((find) => find(text, tokens)).sort(byLength);
      return withoutOverlap([findAll(mainNames), findAll(concepts), findAll(castNames)].flat());
    },
  };
}

const byLength = (a: Mention, b: Mention): number =>
  b.end - b.start - (a.end - a.start) || a.start - b.start;

/** Names of main entities win over ideas, those over the cast's names; the longer over the shorter. */
function withoutOverlap(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    if (kept.every(({ start, end }) => mention.end <= start || mention.start >= end)) {
      kept.push(mention);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}
