/** Words for dates in an article, with the date that each means, where the words decide it. Never a guess. Pure. */
import {
  comparable,
  dateWordsIn,
  type DateWords,
  spanOf,
  type Span,
  SOURCE_WORDS,
  type SourceText,
} from '../dataset/authoring.ts';
import { sentencesOf } from './sentences.ts';

/** Words for a date, as often as they stand there with the same meaning. */
export interface ProposedDate {
  words: string;
  /** The only date that they can mean; left out if there are several, or if nothing decides. */
  date?: string;
  /** What they could mean. */
  choices: string[];
  places: { paragraph: number; sentence: number }[];
}

/** @param day date of the article, if it is known */
export function datesIn(source: SourceText, language: string, day?: string): ProposedDate[] {
  const text = day === undefined ? undefined : spanOf(day);
  const found = new Map<string, ProposedDate>();
  source.paragraphs.forEach((paragraphWords, index) => {
    sentencesOf(paragraphWords).forEach(([first, last], sentence) => {
      const said = paragraphWords.slice(first - 1, last).join(' ');
      const isAhead = speaksOfFuture(said, language);
      for (const dateWords of dateWordsIn(said)) {
        const words = withWordBefore(dateWords, said);
        const isPast = followsSpeech(said.slice(0, dateWords.at), language);
        const { date, choices } = meaningOf(dateWords, text, isAhead && !isPast);
        const key = comparable(words) + choices.join();
        const known = found.get(key) ?? { words, choices, places: [], ...(date && { date }) };
        known.places.push({ paragraph: index + 1, sentence });
        found.set(key, known);
      }
    });
  });
  return [...found.values()];
}

/** With the word before it where that belongs to the meaning: "in May", "since 2014". */
function withWordBefore({ text, at }: DateWords, said: string): string {
  const before = /\S+[ -]$/.exec(said.slice(0, at))?.[0] ?? '';
  return /^since /i.test(before) || dateWordsIn(text).length === 0 ? before + text : text;
}

/** @param isAhead whether the sentence speaks of the future. If not, no day and no month lies behind the text's date. */
function meaningOf(
  words: DateWords,
  text: Span | undefined,
  isAhead: boolean,
): Pick<ProposedDate, 'date' | 'choices'> {
  const choices = words
    .dates(text)
    .filter((date) => isAhead || !text || saysSide(words) || spanOf(date).first <= text.last);
  const [date, ...others] = choices;
  const isDecided = date !== undefined && others.length === 0 && saysYear(words);
  return { choices, ...(isDecided && { date }) };
}

const WEEKDAY = /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i;

/** "next week" says itself on which side of the text it is. */
const saysSide = ({ text, isDay }: DateWords): boolean => !isDay && !/^\p{Lu}/u.test(text);

/** "10 September" and "in May" do not, and nobody guesses. With a weekday, the calendar decides. */
const saysYear = ({ text }: DateWords): boolean =>
  /\d{4}/.test(text) ||
  WEEKDAY.test(text) ||
  !(/\d(?!\w* (?:day|week|month|year)s? ago)/.test(text) || /^\p{Lu}\p{Ll}+\.?$/u.test(text));

/** Whether a text ends with "said on": a report tells what has been said, even of plans. */
function followsSpeech(before: string, language: string): boolean {
  const words = comparable(before).trim().split(' ');
  const last = words.at(-1) === 'on' ? words.at(-2) : words.at(-1);
  return SOURCE_WORDS[language]?.speech.includes(last ?? '') ?? false;
}

/** Whether a sentence has words for what lies ahead: "will", "are to". */
export function speaksOfFuture(sentence: string, language: string): boolean {
  const text = comparable(sentence);
  const future = SOURCE_WORDS[language]?.future ?? [];
  return future.some((words) => text.includes(` ${words} `));
}

/** A date of the calendar with its year at the head of an article: "LINDMARK, 8 May 2030 — …". */
export function printedDate(source: SourceText): { words: string; date: string } | undefined {
  const HEAD_WORDS = 12;
  const [first = [], second = []] = source.paragraphs;
  for (const words of [first, second]) {
    const head = words.slice(0, HEAD_WORDS).join(' ');
    for (const found of dateWordsIn(head)) {
      const [date, ...others] = found.dates(undefined);
      // In a sentence, a date says when something happened, not when the article was written.
      const before = head.slice(0, found.at);
      const isDateline =
        /^[^\p{Ll}]*$/u.test(before) || /^(?:published|updated|by)\b/i.test(before);
      if (date !== undefined && others.length === 0 && found.isDay && isDateline) {
        return { words: found.text, date };
      }
    }
  }
  return undefined;
}
