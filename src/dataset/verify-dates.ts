/**
 * The part of the verification that holds dates against the calendar: what the source's words for days, weeks,
 * months and years can mean in a text of its date, and whether facts, events and the reason given for the
 * source's own date agree with them.
 */
import { contains, dateWordsIn, isDay, spanOf, type DateWords, type Span } from './date-words.ts';
import { evidenceOf, factDiscrepancy, firstParagraph, type Discrepancy } from './evidence.ts';
import type { Dataset, DatasetFact, Source } from './schema.ts';
import { comparable, type SourceText } from './source-text.ts';
import type { TimelineEvent } from './structure-schema.ts';

/** Languages whose words for dates are known. */
export const DATE_LANGUAGES: readonly string[] = ['en'];

/** In a language whose words for dates are not known, what the dataset says of them is believed. */
export function wrongDates(dataset: Dataset, source: SourceText): Discrepancy[] {
  const { source: known, facts, timeline } = dataset;
  const always = [
    ...madeUpWords(known, source),
    ...facts.flatMap((fact) => wrongFactDate(known, fact, source)),
    ...timeline.flatMap((event) => wrongEvent(dataset, event, source)),
  ];
  if (!DATE_LANGUAGES.includes(known.language)) return always;
  return [
    ...always,
    ...wrongBasis(known),
    ...wrongMeanings(known),
    ...unlistedWords(known, source),
    ...facts.flatMap((fact) => wrongWords(known, fact, source)),
    ...undatedWords(dataset),
  ];
}

/** The words that a dataset lists, with what they mean. */
interface Listed {
  words: string;
  value: string;
  span: Span;
}

const listedIn = ({ dateWords }: Source): Listed[] =>
  dateWords.map(({ words, date }) => ({ words, value: date, span: spanOf(date) }));

/** Those of the listed words that stand in a text. */
const standingIn = (text: string, { dateWords }: Source): Listed[] =>
  listedIn({ dateWords } as Source).filter(({ words }) => text.includes(comparable(words)));

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
/** "2024-09-10, a Tuesday". */
function named(value: string): string {
  const span = spanOf(value);
  return isDay(span) ? `${value}, a ${WEEKDAY.format(span.first * 86_400_000)}` : value;
}

const meansOneOf = ({ canMean }: DateWords, spans: readonly Span[], text: Span): boolean =>
  spans.some((span) => canMean(span, text));

/**
 * The reason for a date that was worked out names a date of the calendar, by which it holds on to the real year,
 * and only dates that the source's words mean. Where it gives one beside a word for a day ("Tuesday night", which
 * was on 10 September), the two are the same day.
 */
function wrongBasis(known: Source): Discrepancy[] {
  const text = spanOf(known.date.value);
  const spans = [text, ...listedIn(known).map(({ span }) => span)];
  const problem = (found: string, expected: string): Discrepancy => ({
    where: 'source.date.basis',
    paragraph: 0,
    found,
    expected,
  });
  const sentences = known.date.basis.split(/(?<=[.!?]) /).map(dateWordsIn);
  const isAnchored = sentences.flat().some((words) => /\d{4}/.test(words.text));
  if (known.date.inferred && !isAnchored) {
    return [problem('no date of the calendar', 'one with its year, such as 10 September 2024')];
  }
  return sentences.flatMap((found) =>
    found.flatMap((words, at) => {
      const meant = spans.filter((span) => words.canMean(span, text));
      const beside = [found[at - 1], found[at + 1]].filter((other) => other?.isDay);
      const agrees = beside.some((other) => meant.some((span) => other?.canMean(span, text)));
      if (meant.length > 0 && (!/\d/.test(words.text) || beside.length === 0 || agrees)) return [];
      return [
        problem(
          `"${words.text}"`,
          `words that mean ${known.date.value} or a date in source.dateWords, as those beside it do`,
        ),
      ];
    }),
  );
}

const aboutWords = (words: string, found: string, expected: string): Discrepancy => ({
  where: `source.dateWords "${words}"`,
  paragraph: 0,
  found,
  expected,
});

/** Listed words stand in the source. */
function madeUpWords(known: Source, source: SourceText): Discrepancy[] {
  const everything = comparable(source.paragraphs.map((words) => words.join(' ')).join(' | '));
  return known.dateWords
    .filter(({ words }) => !everything.includes(comparable(words)))
    .map(({ words }) => aboutWords(words, 'words of one’s own', 'words of the source'));
}

/** Listed words say a date, and can mean the one that is given for them. */
function wrongMeanings(known: Source): Discrepancy[] {
  const text = spanOf(known.date.value);
  return listedIn(known).flatMap(({ words, value, span }): Discrepancy[] => {
    const said = dateWordsIn(words);
    if (said.length === 0) {
      return [aboutWords(words, 'no word for a date', 'words like "Tuesday" or "last week"')];
    }
    if (said.every(({ canMean }) => canMean(span, text))) return [];
    const expected = `a date that the words can mean in a text of ${named(known.date.value)}`;
    return [aboutWords(words, named(value), expected)];
  });
}

/** Every word for a date in the source is listed, so that nothing it dates goes unseen. */
function unlistedWords(known: Source, source: SourceText): Discrepancy[] {
  return source.paragraphs.flatMap((words, index) => {
    const paragraph = words.join(' ');
    const listed = standingIn(comparable(paragraph), known);
    return dateWordsIn(paragraph)
      .filter(
        ({ text }) => !listed.some((entry) => comparable(entry.words).includes(comparable(text))),
      )
      .map(({ text }) => ({
        where: 'source.dateWords',
        paragraph: index + 1,
        found: `"${text}" in the source`,
        expected: 'an entry that says which date it means',
      }));
  });
}

/**
 * A fact has the date that its evidence gives: that of words in it, or the source's own where it has none but
 * those that include the source's date or lie ahead of it.
 */
function wrongFactDate(known: Source, fact: DatasetFact, source: SourceText): Discrepancy[] {
  const { value } = fact.date;
  const text = spanOf(known.date.value);
  const standing = standingIn(evidenceOf(fact, source), known);
  if (standing.some((entry) => entry.value === value)) return [];
  const isPast = ({ span }: Listed): boolean => span.last < text.first;
  const isPresent = ({ span }: Listed): boolean => contains(span, text);
  if (value === known.date.value && (standing.some(isPresent) || !standing.some(isPast))) return [];
  const dates = standing.filter(isPast).map((entry) => `${entry.value} ("${entry.words}")`);
  const wanted = known.dateWords
    .filter(({ date }) => date === value)
    .map(({ words }) => `"${words}"`);
  const expected =
    dates.length > 0
      ? `${dates.join(' or ')}, as its evidence says`
      : `${known.date.value}, or evidence with ${wanted.join(' or ') || 'a word for that date'}`;
  return [factDiscrepancy(fact, value, expected)];
}

/** The words of a statement mean dates that its evidence gives, and one of the days is that of the fact. */
function wrongWords(known: Source, fact: DatasetFact, source: SourceText): Discrepancy[] {
  const text = spanOf(known.date.value);
  const own = spanOf(fact.date.value);
  const given = [own, text, ...standingIn(evidenceOf(fact, source), known).map(({ span }) => span)];
  return [fact.statement, fact.attribution.setting ?? ''].flatMap((sentence) => {
    const found = dateWordsIn(sentence);
    const wrong = found.filter((words) => !meansOneOf(words, given, text));
    const days = found.filter((words) => words.isDay && !wrong.includes(words));
    const isElsewhere =
      isDay(own) && days.length > 0 && !days.some(({ canMean }) => canMean(own, text));
    return [...wrong, ...(isElsewhere ? days : [])].map((words) =>
      factDiscrepancy(
        fact,
        `the date "${words.text}"`,
        `words that mean ${named(fact.date.value)}`,
      ),
    );
  });
}

/** Words for dates in summaries, roles and labels mean a date that the dataset has; those of a label its event's. */
function undatedWords({ source: known, entities, timeline }: Dataset): Discrepancy[] {
  const text = spanOf(known.date.value);
  const all = [text, ...listedIn(known).map(({ span }) => span)];
  const texts: [where: string, sentence: string, spans: readonly Span[]][] = [
    ...entities.flatMap(({ id, summary, role }): [string, string, Span[]][] => [
      [`summary of ${id}`, summary, all],
      [`role of ${id}`, role.text, all],
    ]),
    ...timeline.map(({ id, label, date }): [string, string, Span[]] => [
      id,
      label,
      [spanOf(date.value)],
    ]),
  ];
  return texts.flatMap(([where, sentence, spans]) =>
    dateWordsIn(sentence)
      .filter((words) => !meansOneOf(words, spans, text))
      .map((words) => ({
        where,
        paragraph: 0,
        found: `the date "${words.text}"`,
        expected: 'words that mean a date of the dataset',
      })),
  );
}

/** An event has a date of its facts, or one that their evidence gives, on the right side of the source's. */
function wrongEvent(
  { source: known, facts }: Dataset,
  event: TimelineEvent,
  source: SourceText,
): Discrepancy[] {
  const carrying = facts.filter(({ id }) => event.facts.includes(id));
  const { value } = event.date;
  const problem = (found: string, expected: string): Discrepancy[] => {
    const paragraph = carrying[0] ? firstParagraph(carrying[0]) : 0;
    return [{ where: event.id, paragraph, found, expected }];
  };
  const dates = carrying.flatMap((fact) => [
    fact.date.value,
    ...standingIn(evidenceOf(fact, source), known).map((entry) => entry.value),
  ]);
  if (!dates.includes(value))
    return problem(named(value), `a date of its facts: ${[...new Set(dates)].join(' or ')}`);
  const [span, text] = [spanOf(value), spanOf(known.date.value)];
  if (event.state === 'reported' && span.first > text.last)
    return problem(`reported ${value}`, `no date after ${known.date.value}`);
  if (event.state === 'planned' && span.last < text.first)
    return problem(`planned ${value}`, `no date before ${known.date.value}`);
  return [];
}
