/**
 * What the benchmark's pages are made of: texts of the corpus, and the ordinary words of those texts, each as often
 * as they have it. Nothing is downloaded; a corpus that grows gives other pages.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/paths.ts';
import type { CompiledDetection } from '../../src/detect/index.ts';
import { wordingsOf } from '../../src/detect/compile.ts';

const CORPUS = join(ROOT, 'tests/corpus');

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

/** The texts of all corpus files, in the order of the files; a line that names no language is English. */
function corpusTexts(): CorpusText[] {
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(CORPUS, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { text, lang = 'en' } = JSON.parse(line) as Partial<CorpusText>;
      return text === undefined ? [] : [{ text, lang }];
    });
}

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
