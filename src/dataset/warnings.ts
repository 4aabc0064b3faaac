/** What a reader should know before adding a dataset, and what does not make it wrong. Each warning has its place. */
import parseLicence from 'spdx-expression-parse';
import { dayNumber, firstDayOf } from './age.ts';
import { markedWords, MARKED_WORDS_MAX } from './common-names.ts';
import type { Linguistics } from './language-schema.ts';
import { loadedWordProblems } from './loaded-words.ts';
import { mixedWords } from './mixed-scripts.ts';
import type { DatasetProblem } from './problem.ts';
import type { Dataset } from './schema.ts';

/**
 * - `loaded-word`: a word that judges
 * - `licence`: not a licence expression of SPDX
 * - `future`: a date after today
 * - `common-words`: names that are ordinary words; such a dataset starts switched off
 * - `mixed-scripts`: a name with letters of two scripts in one word
 * - `restate`: a statement that repeats its evidence word for word
 * - `signature`: it is signed, and this machine cannot check signatures
 */
export type WarningKind =
  'loaded-word' | 'licence' | 'future' | 'common-words' | 'mixed-scripts' | 'restate' | 'signature';

export interface DatasetWarning extends DatasetProblem {
  kind: WarningKind;
}

/** @param today without it, no date is in the future. @param linguistics without it, no name is known to be a small word */
export function warningsOf(
  dataset: Dataset,
  { today, linguistics }: { today?: Date | undefined; linguistics?: Linguistics | undefined },
): DatasetWarning[] {
  const of = (kind: WarningKind, problems: readonly DatasetProblem[]): DatasetWarning[] =>
    problems.map((problem) => ({ kind, ...problem }));
  return [
    ...of('common-words', commonWords(dataset, linguistics)),
    ...of('mixed-scripts', mixedScripts(dataset)),
    ...of('future', today ? futureDates(dataset, today) : []),
    ...of('licence', unknownLicence(dataset)),
    // The words are English ones.
    ...of('loaded-word', dataset.language === 'en' ? loadedWordProblems(dataset) : []),
  ];
}

function commonWords(dataset: Dataset, linguistics: Linguistics | undefined): DatasetProblem[] {
  const marked = markedWords(dataset, linguistics);
  if (marked < MARKED_WORDS_MAX) return [];
  const expected = `fewer than ${MARKED_WORDS_MAX}; it starts switched off`;
  return [
    {
      path: 'entities',
      found: `names that would mark ${marked} words of 1,000 on a page`,
      expected,
    },
  ];
}

function mixedScripts({ entities, title, maker, source }: Dataset): DatasetProblem[] {
  const { publisher, author } = source.publication ?? {};
  const names: [path: string, name: string | undefined][] = [
    ['title', title],
    ['maker.name', maker.name],
    ['source.publication.publisher.text', publisher?.text],
    ['source.publication.author.text', author?.text],
    ...entities.flatMap(({ name, detection }, i): [string, string][] => [
      [`entities[${i}].name`, name],
      ...detection.names.map(({ text }, at): [string, string] => [
        `entities[${i}].detection.names[${at}].text`,
        text,
      ]),
    ]),
  ];
  return names.flatMap(([path, name = '']) =>
    mixedWords(name).map(({ written, strangers, meant }) => ({
      path,
      found: `"${written}" with letters of another script: ${strangers.join(', ')}`,
      expected:
        meant === written ? 'letters of one script' : `"${meant}", if that is what it means`,
    })),
  );
}

function futureDates({ source, made }: Dataset, today: Date): DatasetProblem[] {
  const now = dayNumber({
    year: today.getFullYear(),
    month: today.getMonth() + 1,
    day: today.getDate(),
  });
  const dates: [path: string, value: string][] = [
    ['source.date.value', source.date.value],
    ['made', made],
  ];
  return dates
    .filter(([, value]) => dayNumber(firstDayOf({ value, inferred: false })) > now)
    .map(([path, value]) => ({ path, found: value, expected: 'a date that is not in the future' }));
}

function unknownLicence({ licence }: Dataset): DatasetProblem[] {
  try {
    parseLicence(licence);
    return [];
  } catch {
    const expected = 'a licence expression of SPDX, like CC-BY-4.0 or LicenseRef-of-our-paper';
    return [{ path: 'licence', found: `"${licence}"`, expected }];
  }
}
