/**
 * The part of the verification that checks dates against the calendar. The source's words for days, weeks, months and
 * years can mean certain dates in a text of its date. Facts, events and the basis of the source's date have to agree.
 */
import { contains, dateWordsIn, isDay, spanOf, type DateWords, type Span } from './date-words.ts';
import { evidenceOf, factDiscrepancy, firstParagraph, type Discrepancy } from './evidence.ts';
import type { Dataset, DatasetFact, Source } from './schema.ts';
import { comparable, comparableParts, type SourceText } from './source-text.ts';
import type { TimelineEvent } from './structure-schema.ts';

/** Languages whose words for dates `date-words.ts` knows. */
export const DATE_LANGUAGES: readonly string[] = ['en'];

/**
 * In other languages, only what the dataset itself says about the source's words is compared.
 * @param isWhole whether the text has all paragraphs of the dataset. If not, its words for dates may stand in those that it lacks.
 */
export function wrongDates(dataset: Dataset, source: SourceText, isWhole: boolean): Discrepancy[] {
  const { source: known, facts, timeline } = dataset;
  const always = [
    ...(isWhole ? madeUpWords(known, source) : []),
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

/** Words from the dataset's list, with the date that they mean. */
interface Listed {
  words: string;
  value: string;
  span: Span;
}

const listOf = ({ dateWords }: Pick<Source, 'dateWords'>): Listed[] =>
  dateWords.map(({ words, date }) => ({ words, value: date, span: spanOf(date) }));

/** The listed words that a text in comparable form contains, the longest first: "last Tuesday" is not "Tuesday" as well. */
function listedIn(text: string, known: Source): Listed[] {
  const longestFirst = listOf(known)
    .map((entry) => ({ entry, words: comparable(entry.words) }))
    .sort((a, b) => b.words.length - a.words.length);
  let rest = text;
  let before = '';
  return longestFirst.flatMap(({ entry, words }) => {
    // The same words may be listed with two dates.
    if (words !== before && before !== '') rest = rest.replaceAll(before, ' | ');
    before = words;
    return rest.includes(words) ? entry : [];
  });
}

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
/** "2024-09-10, a Tuesday". */
function named(value: string): string {
  const span = spanOf(value);
  return isDay(span) ? `${value}, a ${WEEKDAY.format(span.first * 86_400_000)}` : value;
}

const meansOneOf = ({ canMean }: DateWords, spans: readonly Span[], text: Span): boolean =>
  spans.some((span) => canMean(span, text));

/**
 * The basis of an inferred date names a date of the calendar with its year. It names no date that the source's words do
 * not mean. A date beside a word for a day ("Tuesday night", which was on 10 September) is that day.
 */
function wrongBasis(known: Source): Discrepancy[] {
  const text = spanOf(known.date.value);
  const spans = [text, ...listOf(known).map(({ span }) => span)];
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

/** The source contains the listed words. */
function madeUpWords(known: Source, source: SourceText): Discrepancy[] {
  const everything = comparableParts(source.paragraphs.map((words) => words.join(' ')));
  return known.dateWords
    .filter(({ words }) => !everything.includes(comparable(words)))
    .map(({ words }) =>
      aboutWords(words, 'words that the source does not have', 'words of the source'),
    );
}

/** The listed words are words for a date, and can mean the date that is given for them. */
function wrongMeanings(known: Source): Discrepancy[] {
  const text = spanOf(known.date.value);
  return listOf(known).flatMap(({ words, value, span }): Discrepancy[] => {
    const said = dateWordsIn(words);
    if (said.length === 0) {
      return [aboutWords(words, 'no word for a date', 'words like "Tuesday" or "last week"')];
    }
    if (said.every(({ canMean }) => canMean(span, text))) return [];
    const expected = `a date that the words can mean in a text of ${named(known.date.value)}`;
    return [aboutWords(words, named(value), expected)];
  });
}

/** The list has every word for a date in the source. */
function unlistedWords(known: Source, source: SourceText): Discrepancy[] {
  return source.paragraphs.flatMap((words, index) => {
    const paragraph = words.join(' ');
    const listed = listedIn(comparable(paragraph), known);
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
 * A fact has the date of the words in its evidence, and none after the source's. It has the source's own date if there are no such words, or only words that
 * mean a later date, or words that reach to the source's date ("this week", "since March") and no earlier day.
 */
function wrongFactDate(known: Source, fact: DatasetFact, source: SourceText): Discrepancy[] {
  const { value } = fact.date;
  const text = spanOf(known.date.value);
  const evidence = evidenceOf(fact, source);
  const listed = listedIn(evidence, known);
  if (spanOf(value).first > text.last) {
    const expected = `no date after ${known.date.value}: a plan has the day on which it was told`;
    return [factDiscrepancy(fact, value, expected)];
  }
  if (listed.some((entry) => entry.value === value)) return [];
  /** "since March" reaches to the text. */
  const isSince = ({ words }: Listed): boolean =>
    /^since /i.test(words) || evidence.includes(` since${comparable(words)}`);
  const isPast = (entry: Listed): boolean => entry.span.last < text.first && !isSince(entry);
  const isPresent = (entry: Listed): boolean => contains(entry.span, text) || isSince(entry);
  const isPastDay = (entry: Listed): boolean => isPast(entry) && isDay(entry.span);
  const givesNoPast = !listed.some(isPast) || (listed.some(isPresent) && !listed.some(isPastDay));
  if (value === known.date.value && givesNoPast) return [];
  const dates = listed.filter(isPast).map((entry) => `${entry.value} ("${entry.words}")`);
  const wanted = known.dateWords
    .filter(({ date }) => date === value)
    .map(({ words }) => `"${words}"`);
  const expected =
    dates.length > 0
      ? `${dates.join(' or ')}, as its evidence says; or two narrower pieces of evidence without these words`
      : `${known.date.value}, or evidence with ${wanted.join(' or ') || 'a word for that date'}`;
  return [factDiscrepancy(fact, value, expected)];
}

/** Words for dates in a statement mean dates that its evidence gives. If any mean a day, one means the fact's day. */
function wrongWords(known: Source, fact: DatasetFact, source: SourceText): Discrepancy[] {
  const text = spanOf(known.date.value);
  const own = spanOf(fact.date.value);
  const given = [own, text, ...listedIn(evidenceOf(fact, source), known).map(({ span }) => span)];
  return [fact.statement, fact.attribution.setting ?? ''].flatMap((sentence) => {
    const found = dateWordsIn(sentence);
    const wrong = found.filter((words) => !meansOneOf(words, given, text));
    const days = found.filter((words) => words.isDay && !wrong.includes(words));
    const isElsewhere = isDay(own) && !days.some(({ canMean }) => canMean(own, text));
    return [...wrong, ...(isElsewhere ? days : [])].map((words) =>
      factDiscrepancy(
        fact,
        `the date "${words.text}"`,
        `words that mean ${named(fact.date.value)}`,
      ),
    );
  });
}

/** Words for dates in summaries and roles mean a date of the dataset. Those in a label mean the event's date. */
function undatedWords({ source: known, entities, timeline }: Dataset): Discrepancy[] {
  const text = spanOf(known.date.value);
  const all = [text, ...listOf(known).map(({ span }) => span)];
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

/** An event has a date of its facts or their evidence. A reported event is not after the source's date, a planned one not before. */
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
    ...listedIn(evidenceOf(fact, source), known).map((entry) => entry.value),
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
