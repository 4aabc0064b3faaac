/**
 * How well a card chooses its first fact: on written sentences, each with the facts that an editor accepts first.
 * The sentences are data; `npm run evaluate` prints the table.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cueWords } from '../card/cue-words.ts';
import { rankFacts } from '../card/rank-facts.ts';
import { contextOf, type Knowledge } from '../dataset/index.ts';
import { bundledDetector } from './bundled-detector.ts';
import { compileBundled } from './dataset-plugin.ts';

const CASES = fileURLToPath(new URL('../../tests/cards/best-facts.jsonl', import.meta.url));

/** One line of tests/cards/best-facts.jsonl. */
export interface BestFactCase {
  /** Id of the entity whose mention the reader hovers. */
  entity: string;
  sentence: string;
  /** Ids of the facts that may come first, the best first. */
  best: string[];
  /** Held-back cases are never tuned for. */
  split: 'own' | 'held-back';
}

export interface FirstFact {
  subject: BestFactCase;
  /** Id of the fact that comes first. */
  first: string;
}

/** @returns what comes first in each case */
export function firstFacts(): FirstFact[] {
  const knowledge = JSON.parse(compileBundled().knowledge) as Knowledge;
  const detector = bundledDetector({ cast: false });
  const cases = readFileSync(CASES, 'utf8').trimEnd().split('\n');
  return cases.map((line) => {
    const subject = JSON.parse(line) as BestFactCase;
    const context = contextOf(knowledge, subject.entity);
    if (!context) throw new Error(`best-facts.jsonl names ${subject.entity}, which is no entity.`);
    const mentions = detector.detect(subject.sentence);
    const own = mentions.find(({ entity }) => entity === subject.entity);
    const { start = 0, end = 0 } = own ?? {};
    const cues = {
      ...cueWords(subject.sentence, start, end, 'en'),
      entities: mentions.map(({ entity }) => entity),
    };
    const [first] = rankFacts(context, cues);
    return { subject, first: first?.id ?? '' };
  });
}

/** Prints how often a fact that is accepted comes first, and the cases where none does. */
export function printFactEvaluation(): void {
  const all = firstFacts();
  console.log(`\n${'first fact of a card'.padEnd(22)} cases  right      %`);
  const isRight = ({ subject, first }: FirstFact): boolean => subject.best.includes(first);
  for (const split of ['own', 'held-back'] as const) {
    const cases = all.filter(({ subject }) => subject.split === split);
    const right = cases.filter(isRight).length;
    const share = ((100 * right) / cases.length).toFixed(1).padStart(7);
    console.log(
      `${split.padEnd(22)}${String(cases.length).padStart(6)}${String(right).padStart(7)}${share}`,
    );
  }
  for (const { subject, first } of all.filter((each) => !isRight(each))) {
    const { entity, sentence, best, split } = subject;
    console.log(
      `[${entity}, ${split}] ${sentence}\n    first: ${first}; accepted: ${best.join(', ')}`,
    );
  }
}
