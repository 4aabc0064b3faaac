/**
 * What the benchmark's pages are made of: texts of the corpus, and the ordinary words of those texts, each as often
 * as they have it. Nothing is downloaded; a corpus that grows gives other pages.
 */
import { readCorpus } from '../../src/cli/evaluate.ts';
import type { CompiledDetection } from '../../src/detect/index.ts';
import { wordingsOf } from '../../src/detect/compile.ts';

interface CorpusText {
  text: string;
  /** ISO 639-1. */
  lang: string;
}

/** Texts of one kind of page, and the words for its other paragraphs. */
export interface PageMatter {
  texts: string[];
  words: string[];
}

/**
 * @param entities words of their names and of what their ideas are about are no ordinary ones
 * @returns matter for pages in English, in other languages of Latin script, and in Cyrillic script
 */
export function pageMatter(
  entities: CompiledDetection['entities'],
): Record<'english' | 'latin' | 'cyrillic', PageMatter> {
  const telling = tellingWords(entities);
  const corpus = corpusTexts();
  const matterOf = (script: string, wanted: (lang: string) => boolean): PageMatter => {
    const word = new RegExp(`^\\p{Script=${script}}[\\p{Script=${script}}’'-]*$`, 'u');
    const texts = corpus
      .filter(({ lang, text }) => wanted(lang) && letterShare(text, script) > 0.8)
      .map(({ text }) => text);
    const words = texts
      .flatMap((text) => text.match(/[\p{L}\p{M}’'-]+/gu) ?? [])
      // Lower-case words only: the others are names. Paragraphs get capitals of their own.
      .filter((found) => word.test(found) && found === found.toLowerCase())
      .filter((found) => telling.every((other) => !found.startsWith(other)));
    return { texts, words };
  };
  return {
    english: matterOf('Latin', (lang) => lang === 'en'),
    latin: matterOf('Latin', (lang) => lang !== 'en'),
    cyrillic: matterOf('Cyrillic', () => true),
  };
}

/** The texts of the corpus; a line that names no language is English. */
const corpusTexts = (): CorpusText[] =>
  readCorpus().map(({ text, lang = 'en' }) => ({ text, lang }));

/** Beginnings of words that make the scanner look. */
function tellingWords(entities: CompiledDetection['entities']): string[] {
  return entities
    .flatMap(wordingsOf)
    .flatMap((phrase) => phrase.toLowerCase().split(/[\s-]+/))
    .filter((word) => word.length > 3)
    .map((word) => word.replaceAll('*', ''));
}

/** @returns how many of the letters are of a script, 0 to 1 */
function letterShare(text: string, script: string): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  const wanted = new RegExp(`\\p{Script=${script}}`, 'u');
  return letters.filter((letter) => wanted.test(letter)).length / Math.max(1, letters.length);
}
