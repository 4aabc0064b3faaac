/** Words for dates in an article, with the date that each means, where the words decide it. Never a guess. Pure. */
import {
  comparable,
  dateWordsIn,
  spanOf,
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
  source.paragraphs.forEach((words, index) => {
    sentencesOf(words).forEach(([first, last], sentence) => {
      const said = words.slice(first - 1, last).join(' ');
      for (const dateWords of dateWordsIn(said)) {
        const isAhead = speaksOfFuture(said, language);
        const choices = dateWords
          .dates(text)
          // In a sentence about what has happened, a bare weekday is not ahead.
          .filter(
            (date) => isAhead || !text || !dateWords.isDay || spanOf(date).first <= text.last,
          );
        const [date, ...others] = choices;
        const key = `${comparable(dateWords.text)}${choices.join()}`;
        const known = found.get(key);
        const place = { paragraph: index + 1, sentence };
        if (known) known.places.push(place);
        else {
          found.set(key, {
            words: dateWords.text,
            ...(date !== undefined && others.length === 0 && { date }),
            choices,
            places: [place],
          });
        }
      }
    });
  });
  return [...found.values()];
}

function speaksOfFuture(sentence: string, language: string): boolean {
  const future = new Set(SOURCE_WORDS[language]?.future);
  return comparable(sentence)
    .trim()
    .split(' ')
    .some((word) => future.has(word));
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
