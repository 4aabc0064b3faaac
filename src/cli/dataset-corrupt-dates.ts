/**
 * Corruptions of dates that the verification has to notice. Each moves a date of the dataset, everywhere or in one place.
 * The new date has the right form, but the calendar or the evidence contradicts it.
 */
import {
  comparable,
  evidenceOf,
  type Dataset,
  type DatasetFact,
  type SourceText,
} from '../dataset/authoring.ts';
import { dayNumber, firstDayOf } from '../dataset/index.ts';

export interface DateCorruption {
  what: string;
  dataset: Dataset;
}

export function* dateCorruptionsOf(
  dataset: Dataset,
  source: SourceText,
): Generator<DateCorruption> {
  yield* movedEverywhere(dataset);
  yield* movedTogether(dataset);
  yield* movedFacts(dataset, source);
  yield* movedEvents(dataset, source);
  yield* movedBasis(dataset);
  yield* leftOutWords(dataset);
}

const UNITS: [unit: string, pattern: RegExp][] = [
  ['day', /^\d{4}-\d\d-\d\d$/],
  ['week', /W/],
  ['month', /^\d{4}-\d\d$/],
  ['year', /^\d{4}$/],
];
const unitOf = (value: string): string =>
  UNITS.find(([, pattern]) => pattern.test(value))?.[0] ?? '';

/** A date moved by days, weeks, months or years: by the unit in which it is given. */
function moved(value: string, by: number): string {
  const [year = '', rest = ''] = value.split('-');
  const two = (number: number): string => String(number).padStart(2, '0');
  switch (unitOf(value)) {
    case 'day': {
      const day = dayNumber(firstDayOf({ value, inferred: false })) + by;
      return new Date(day * 86_400_000).toISOString().slice(0, 10);
    }
    case 'week':
      return `${year}-W${two(Number(rest.slice(1)) + by)}`;
    case 'month': {
      const month = Number(year) * 12 + Number(rest) - 1 + by;
      return `${String(Math.floor(month / 12))}-${two((month % 12) + 1)}`;
    }
    default:
      return String(Number(year) + by);
  }
}

const datesOf = ({ source, facts, timeline }: Dataset): string[] => [
  ...new Set([
    source.date.value,
    ...source.dateWords.map(({ date }) => date),
    ...[...facts, ...timeline].map(({ date }) => date.value),
  ]),
];

/** A copy with each date replaced everywhere. A corrupted copy does not have to be valid. */
function withDates(dataset: Dataset, change: (value: string) => string): Dataset {
  const known = new Set(datesOf(dataset));
  const json = JSON.stringify(dataset, (_, value: unknown) =>
    typeof value === 'string' && known.has(value) ? change(value) : value,
  );
  return JSON.parse(json) as Dataset;
}

const NEIGHBOURS = [-1, 1];

/** One date moved everywhere: a Tuesday becomes a Monday. */
function* movedEverywhere(dataset: Dataset): Generator<DateCorruption> {
  for (const value of datesOf(dataset)) {
    for (const by of NEIGHBOURS) {
      const dates = withDates(dataset, (other) => (other === value ? moved(value, by) : other));
      const isSourceDate = value === dataset.source.date.value;
      yield {
        what: isSourceDate ? 'date of the source' : `${unitOf(value)} everywhere`,
        dataset: dates,
      };
    }
  }
}

/** All days moved by the same number, and weeks with them. Only the calendar shows it. */
function* movedTogether(dataset: Dataset): Generator<DateCorruption> {
  for (const by of [-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7]) {
    yield {
      what: 'all dates together',
      dataset: withDates(dataset, (value) => {
        if (unitOf(value) === 'day') return moved(value, by);
        return unitOf(value) === 'week' ? moved(value, Math.trunc(by / 7)) : value;
      }),
    };
  }
}

/** Whether a fact's evidence has words for a date. */
function isGiven(
  value: string,
  fact: DatasetFact,
  { source: known }: Dataset,
  source: SourceText,
): boolean {
  const evidence = evidenceOf(fact, source);
  return known.dateWords.some(
    ({ words, date }) => date === value && evidence.includes(comparable(words)),
  );
}

function* movedFacts(dataset: Dataset, source: SourceText): Generator<DateCorruption> {
  for (const fact of dataset.facts) {
    for (const by of NEIGHBOURS) {
      const value = moved(fact.date.value, by);
      if (isGiven(value, fact, dataset, source)) continue;
      const facts = dataset.facts.map((other) =>
        other === fact ? { ...fact, date: { ...fact.date, value } } : other,
      );
      yield { what: 'date of one fact', dataset: { ...dataset, facts } };
    }
  }
}

function* movedEvents(dataset: Dataset, source: SourceText): Generator<DateCorruption> {
  for (const event of dataset.timeline) {
    const facts = dataset.facts.filter(({ id }) => event.facts.includes(id));
    for (const by of NEIGHBOURS) {
      const value = moved(event.date.value, by);
      if (facts.some((fact) => fact.date.value === value || isGiven(value, fact, dataset, source)))
        continue;
      const timeline = dataset.timeline.map((other) =>
        other === event ? { ...event, date: { ...event.date, value } } : other,
      );
      yield { what: 'date of one event', dataset: { ...dataset, timeline } };
    }
  }
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A day of the month or a weekday in the basis of the source's date, replaced by its neighbour. */
function* movedBasis(dataset: Dataset): Generator<DateCorruption> {
  const { source } = dataset;
  const { basis } = source.date;
  for (const { 0: word, index } of basis.matchAll(/\b\d{1,2}\b|\b[A-Z][a-z]+day\b/g)) {
    for (const by of NEIGHBOURS) {
      const weekday = WEEKDAYS.indexOf(word);
      const other = weekday < 0 ? String(Number(word) + by) : WEEKDAYS.at((weekday + by) % 7);
      const corrupted = basis.slice(0, index) + (other ?? '') + basis.slice(index + word.length);
      // Another weekday of the source without a date beside it contradicts nothing.
      if (weekday >= 0 && source.dateWords.some(({ words }) => words.includes(other ?? '')))
        continue;
      const date = { ...source.date, basis: corrupted };
      yield { what: 'basis of the date', dataset: { ...dataset, source: { ...source, date } } };
    }
  }
}

/** A word for a date left out of the dataset's list. */
function* leftOutWords(dataset: Dataset): Generator<DateCorruption> {
  const { source } = dataset;
  for (const entry of source.dateWords) {
    const dateWords = source.dateWords.filter((other) => other !== entry);
    yield {
      what: 'word for a date left out',
      dataset: { ...dataset, source: { ...source, dateWords } },
    };
  }
}
