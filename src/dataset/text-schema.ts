/** The small pieces that all schemas of this room are made of. */
import { z } from 'zod';
import {
  ID_MAX,
  LINE_MAX,
  NAME_MAX,
  NAME_WORDS_MAX,
  PHRASE_GAPS_MAX,
  PHRASE_MAX,
  PHRASE_WORDS_MAX,
} from './caps.ts';

/** Text that is not empty, of any length: for files of our own. */
export const line = z.string().trim().min(1);

/** Text that is not empty. @param max length, in UTF-16 code units */
export const lineUpTo = (max: number) => line.max(max, { abort: true });

/** Text of a field that has no cap of its own. */
export const shortLine = lineUpTo(LINE_MAX);

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Words of a text. In scripts that do not separate words, two letters count as one. */
export function wordCount(text: string): number {
  const spaceless = text.match(SPACELESS)?.length ?? 0;
  const rest = text.replace(SPACELESS, ' ').match(/\S+/g)?.length ?? 0;
  return rest + Math.ceil(spaceless / 2);
}

/** Text of few words. @param max length, in UTF-16 code units */
export const fewWords = (max: number, words: number) =>
  lineUpTo(max).refine((text) => wordCount(text) <= words, `at most ${words} words`);

/** A name as text. */
export const nameText = fewWords(NAME_MAX, NAME_WORDS_MAX);

/** A phrase for detection, in which `*`, `…` and `!` are signs. */
export const phrase = lineUpTo(PHRASE_MAX)
  .refine(
    (text) => text.split(/\s+/).length <= PHRASE_WORDS_MAX,
    `at most ${PHRASE_WORDS_MAX} words`,
  )
  .refine(
    (text) => text.split('…').length - 1 <= PHRASE_GAPS_MAX,
    `at most ${PHRASE_GAPS_MAX} gaps (…)`,
  )
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'a letter or a digit, not signs alone');

/** Lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .max(ID_MAX, { abort: true })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** ISO 639-1, or ISO 639-3 where that has none. */
export const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'a language code of two or three letters, like en');

/** ISO 15924. */
export const scriptCode = z
  .string()
  .regex(/^[A-Z][a-z]{3}$/, 'a script code of ISO 15924, like Latn');
