/**
 * Corruptions by which the verification proves itself. Model: (i) one name, number, date word, quoted word or
 * paragraph number of one fact is replaced by another that its evidence does not have, or a date by one that the
 * calendar contradicts; (ii) one name is replaced by another of the same paragraph, or the statement's polarity is
 * turned.
 */
import { evidenceOf, surnameOf } from '../dataset/evidence.ts';
import type { Dataset, DatasetFact } from '../dataset/schema.ts';
import { comparable, type SourceText } from '../dataset/source-text.ts';
import { termsOf, type Term } from '../dataset/terms.ts';
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

function* statementCorruptions(dataset: Dataset, source: SourceText): Generator<Corruption> {
  const surnames = dataset.entities
    .filter(({ kind }) => kind === 'person' || kind === 'country')
    .map(({ name }) => surnameOf(name));
  const vocabulary = new Set(surnames.map((name) => comparable(name).trim()));
  for (const fact of dataset.facts) {
    const evidence = evidenceOf(fact, source);
    const paragraphs = comparable(
      fact.evidence.map(({ paragraph }) => source.paragraphs[paragraph - 1]?.join(' ')).join(' '),
    );
    const absent = (words: string[]) =>
      words.filter((word) => !evidence.includes(comparable(word)));
    const change = (statement: string): Dataset => withFact(dataset, { ...fact, statement });
    for (const term of termsOf(fact.statement, vocabulary)) {
      const other = replacementFor(term, {
        names: absent(surnames),
        numbers: absent(NUMBERS),
        dates: absent(DATE_WORDS),
        quoted: absent(QUOTED),
      });
      if (other !== undefined) {
        yield {
          kind: '(i)',
          what: term.kind,
          dataset: change(fact.statement.replace(term.text, other)),
        };
      }
      if (term.kind !== 'name') continue;
      const neighbour = surnames.find(
        (name) => paragraphs.includes(comparable(name)) && !fact.statement.includes(name),
      );
      if (neighbour !== undefined) {
        yield {
          kind: '(ii)',
          what: 'name of the same paragraph',
          dataset: change(fact.statement.replace(term.text, neighbour)),
        };
      }
    }
    for (const [at, part] of fact.evidence.entries()) {
      const paragraph = (part.paragraph % source.paragraphs.length) + 1;
      const moved = fact.evidence.with(at, { ...part, paragraph });
      yield {
        kind: '(i)',
        what: 'paragraph',
        dataset: withFact(dataset, { ...fact, evidence: moved }),
      };
    }
    const turned = turn(fact.statement);
    if (turned !== undefined) yield { kind: '(ii)', what: 'polarity', dataset: change(turned) };
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
  // Deterministic, and not always the same: by the length of what it replaces.
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
