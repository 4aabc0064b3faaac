/**
 * Fingerprints of a page's paragraphs, and how many of a source's paragraphs are among them: finds the article that a dataset is made from.
 * Pure: the caller brings the hash. Knows neither facts nor their evidence.
 */
import { spellingsOf } from './align.ts';
import type { Source } from './schema.ts';
import type { SourceText } from './source-text.ts';

/** SHA-256 of UTF-8 text in lower-case hexadecimal. */
export type Sha256 = (text: string) => Promise<string>;

/** A page with the fingerprints of its paragraphs in all spellings. */
export interface PageToCheck {
  text: SourceText;
  /** By text. */
  prints: ReadonlyMap<string, string>;
}

/** @param paragraphs each with single spaces between its words */
export async function pageToCheck(
  paragraphs: readonly string[],
  sha256: Sha256,
): Promise<PageToCheck> {
  const text = { paragraphs: paragraphs.map((paragraph) => paragraph.split(' ')) };
  const spellings = text.paragraphs.flatMap(spellingsOf).map((words) => words.join(' '));
  return { text, prints: await printsOf(spellings, sha256) };
}

export async function printsOf(
  texts: readonly string[],
  sha256: Sha256,
): Promise<Map<string, string>> {
  const prints = [...new Set(texts)].map(async (text) => [text, await sha256(text)] as const);
  return new Map(await Promise.all(prints));
}

/** Digits of a short fingerprint: a page of 1,000 paragraphs has one of them by chance four times in a million. */
const SHORT = 8;

/** @returns the beginnings of the fingerprints of a source's paragraphs, as one text that is small enough to be read each time */
export const sourcePrints = (paragraphs: Source['paragraphs']): string =>
  paragraphs.map(({ sha256 }) => sha256.slice(0, SHORT)).join('');

/** The share of a source's paragraphs that a page has, from 0 to 1. @param prints from `sourcePrints` */
export function shareFound(prints: string, page: PageToCheck): number {
  const known = new Set(Array.from(page.prints.values(), (print) => print.slice(0, SHORT)));
  const wanted = prints.match(/.{8}/g) ?? [];
  return wanted.filter((print) => known.has(print)).length / Math.max(1, wanted.length);
}
