/**
 * Corruptions that show what the verification notices. Model: (i) a name, number, word for a date, quoted word or
 * paragraph number of one fact is replaced by another that its evidence does not have, or a date by one that the
 * calendar contradicts; (ii) a name is replaced by another of the same paragraph, a "not" is added or dropped, or an unnamed speaker
 * takes the place of the one in the evidence.
 */
import {
  comparable,
  evidenceOf,
  surnameOf,
  termsOf,
  type Dataset,
  type DatasetFact,
  type SourceText,
  type Term,
} from '../dataset/authoring.ts';
import { dateCorruptionsOf } from './dataset-corrupt-dates.ts';

export interface Corruption {
  kind: '(i)' | '(ii)';
  what: string;
  dataset: Dataset;
}

const NUMBERS = ['two', 'three', 'five', 'nine', '17', '2031'];
const DATE_WORDS = ['Monday', 'Friday', 'March', 'November'];
const QUOTED = ['triumph', 'collapse', 'retreat'];

export function* corruptionsOf(dataset: Dataset, source: SourceText): Generator<Corruption> {
  yield* statementCorruptions(dataset, source);
  for (const corruption of dateCorruptionsOf(dataset, source)) yield { kind: '(i)', ...corruption };
}

/** Surnames of people and names of places: what one name can be confused with. */
function confusableNames({ entities, kinds }: Dataset): string[] {
  return entities
    .filter(({ kind }) => ['person', 'place'].includes(kinds[kind]?.type ?? ''))
    .map(({ name }) => surnameOf(name));
}

function* statementCorruptions(dataset: Dataset, source: SourceText): Generator<Corruption> {
  const names = confusableNames(dataset);
  for (const fact of dataset.facts) {
    yield* termCorruptions(dataset, fact, { source, names });
    yield* paragraphCorruptions(dataset, fact, source);
    yield* mannerCorruptions(dataset, fact);
    const turned = turn(fact.statement);
    if (turned !== undefined) {
      const changed = withFact(dataset, { ...fact, statement: turned });
      yield { kind: '(ii)', what: 'polarity', dataset: changed };
    }
  }
}

function* termCorruptions(
  dataset: Dataset,
  fact: DatasetFact,
  { source, names }: { source: SourceText; names: readonly string[] },
): Generator<Corruption> {
  const evidence = evidenceOf(fact, source);
  const paragraphs = comparable(
    fact.evidence.map(({ paragraph }) => source.paragraphs[paragraph - 1]?.join(' ')).join(' '),
  );
  const absent = (words: readonly string[]) =>
    words.filter((word) => !evidence.includes(comparable(word)));
  const replacements = {
    names: absent(names),
    numbers: absent(NUMBERS),
    dates: absent(DATE_WORDS),
    quoted: absent(QUOTED),
  };
  const replace = (term: Term, other: string): Dataset =>
    withFact(dataset, { ...fact, statement: fact.statement.replace(term.text, other) });
  for (const term of termsOf(
    fact.statement,
    new Set(names.map((name) => comparable(name).trim())),
  )) {
    const other = replacementFor(term, replacements);
    if (other !== undefined) yield { kind: '(i)', what: term.kind, dataset: replace(term, other) };
    if (term.kind !== 'name') continue;
    const neighbour = names.find(
      (name) => paragraphs.includes(comparable(name)) && !fact.statement.includes(name),
    );
    if (neighbour !== undefined) {
      yield {
        kind: '(ii)',
        what: 'name of the same paragraph',
        dataset: replace(term, neighbour),
      };
    }
  }
}

function* paragraphCorruptions(
  dataset: Dataset,
  fact: DatasetFact,
  source: SourceText,
): Generator<Corruption> {
  for (const [at, part] of fact.evidence.entries()) {
    const paragraph = (part.paragraph % source.paragraphs.length) + 1;
    const evidence = fact.evidence.with(at, { ...part, paragraph });
    yield { kind: '(i)', what: 'paragraph', dataset: withFact(dataset, { ...fact, evidence }) };
  }
}

/** Another unnamed speaker than the evidence has. */
function* mannerCorruptions(dataset: Dataset, fact: DatasetFact): Generator<Corruption> {
  const { manner, setting } = fact.attribution;
  for (const other of ['person-familiar', 'people-familiar', 'official'] as const) {
    if (other === manner) continue;
    const attribution = { manner: other, ...(setting !== undefined && { setting }) };
    yield { kind: '(ii)', what: 'manner', dataset: withFact(dataset, { ...fact, attribution }) };
  }
}

interface Replacements {
  names: string[];
  numbers: string[];
  dates: string[];
  quoted: string[];
}

function replacementFor(
  { kind, text }: Term,
  { names, numbers, dates, quoted }: Replacements,
): string | undefined {
  const others = { name: names, number: numbers, date: dates, quote: quoted }[kind];
  // Always the same choice for the same term, but not the same for all terms.
  const other = others[text.length % Math.max(1, others.length)];
  if (other === undefined || kind !== 'quote') return other;
  const words = text.split(' ');
  return words.with(text.length % words.length, other).join(' ');
}

/** Adds or drops a "not". */
function turn(statement: string): string | undefined {
  if (/\bnot\b/.test(statement)) return statement.replace(/\s?\bnot\b/, '');
  const turned = statement.replace(/\b(was|were|would|had|could|might)\b/, '$1 not');
  return turned === statement ? undefined : turned;
}

function withFact(dataset: Dataset, fact: DatasetFact): Dataset {
  return { ...dataset, facts: dataset.facts.map((other) => (other.id === fact.id ? fact : other)) };
}
