/**
 * Which paragraph of a text is which paragraph of a dataset's source. They are compared by their fingerprints, never by their
 * numbers and never by similarity: a paragraph that changed is not there. Pure; the caller brings the hash.
 */
import type { Source } from './schema.ts';
import type { SourceText } from './source-text.ts';

export interface Aligned {
  /** The text in the numbers of the dataset. A paragraph that is not in the text has no words. */
  source: SourceText;
  /** Numbers of the dataset's paragraphs that the text does not have, counted from 1. */
  absent: ReadonlySet<number>;
  /** Numbers of the text's paragraphs that the dataset does not know, counted from 1. */
  unknown: readonly number[];
}

export function alignSource(
  known: Source['paragraphs'],
  text: SourceText,
  sha256: (text: string) => string,
): Aligned {
  const free = new Map<string, { at: number; words: string[] }[]>();
  const wanted = new Set(known.map((print) => print.sha256));
  text.paragraphs.forEach((paragraph, at) => {
    const words = spellingsOf(paragraph).find((way) => wanted.has(sha256(way.join(' '))));
    if (!words) return;
    const print = sha256(words.join(' '));
    free.set(print, [...(free.get(print) ?? []), { at, words }]);
  });
  const used = new Set<number>();
  const absent = new Set<number>();
  const paragraphs = known.map((print, index) => {
    const found = free.get(print.sha256)?.shift();
    if (!found) absent.add(index + 1);
    else used.add(found.at);
    return found?.words ?? [];
  });
  const unknown = text.paragraphs.flatMap((_, at) => (used.has(at) ? [] : at + 1));
  return { source: { paragraphs }, absent, unknown };
}

/** A paragraph as it came, and as others may have typed its quotation marks. Words stay the same words. */
function spellingsOf(words: string[]): string[][] {
  const straight = words.map((word) => word.replace(/[‘’]/g, "'").replace(/[“”„]/g, '"'));
  const typographic = straight.map((word) =>
    word
      .replace(/^([([]*)"/, '$1“')
      .replace(/^([([“]*)'/, '$1‘')
      .replace(/(\p{Pd})"(?=\p{L})/gu, '$1“')
      .replace(/"/g, '”')
      .replace(/'/g, '’'),
  );
  return [words, straight, typographic];
}
