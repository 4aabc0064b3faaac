/**
 * How well a card chooses its first fact, on the sentences of tests/cards. Each sentence has the facts that an editor
 * accepts. `npm run evaluate` prints the table.
 */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { cueWords } from '../card/cue-words.ts';
import { rankFacts } from '../card/rank-facts.ts';
import { contextOf, readKnowledge } from '../dataset/index.ts';
import { bundledDetector } from './bundled-detector.ts';
import { compileBundled } from './dataset-plugin.ts';
import { readJsonLines } from './files.ts';

const CASES = fileURLToPath(new URL('../../tests/cards/best-facts.jsonl', import.meta.url));

/** One line of tests/cards/best-facts.jsonl. */
const bestFactSchema = z.strictObject({
  /** Id of the entity whose mention the reader rests the pointer on. */
  entity: z.string(),
  sentence: z.string(),
  /** Ids of the facts that may come first, the best one first. */
  best: z.array(z.string()),
  /** Nobody tunes for held-back cases. */
  split: z.enum(['own', 'held-back']),
});
type BestFactCase = z.infer<typeof bestFactSchema>;

export interface FirstFact {
  subject: BestFactCase;
  /** Id of the fact that comes first. */
  first: string;
}

/** The fact that comes first, for each case. */
export function firstFacts(): FirstFact[] {
  const knowledge = readKnowledge(compileBundled().knowledge);
  const detector = bundledDetector({ cast: false });
  return readJsonLines(CASES, bestFactSchema).map((subject) => {
    const context = contextOf(knowledge, subject.entity);
    if (!context)
      throw new Error(
        `best-facts.jsonl names ${subject.entity}, which is not an entity of the dataset.`,
      );
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

/** Prints how often an accepted fact comes first, then the other cases. */
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
