/**
 * `npm run evaluate`: how good detection is on tests/corpus, with the errors: on the cases that were written before the rules, and on
 * those that were written after them. `-- PART` prints only the errors of one language, phenomenon or entity. Then how good the search is on tests/search, and the choice of facts on tests/cards.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledDetection, bundledDetector } from './bundled-detector.ts';
import { printFactEvaluation } from './fact-evaluation.ts';
import { readJsonLines } from './files.ts';
import { printSearchEvaluation } from './search-evaluation.ts';
import {
  caseSchema,
  evaluate,
  f1,
  precision,
  recall,
  type Case,
  type CaseError,
  type Evaluation,
  type Score,
} from './evaluation.ts';

const CORPUS = fileURLToPath(new URL('../../tests/corpus', import.meta.url));

/** The parts of the corpus: when its cases were written, by people who did not see the rules. */
export const CORPUS_PARTS = ['before-rules', 'after-rules'] as const;

/**
 * Cases of the project.
 * @param parts all by default
 * @throws Error that names the file and the line that is wrong
 */
export function readCorpus(parts: readonly string[] = CORPUS_PARTS): Case[] {
  return parts.flatMap((part) => {
    const folder = join(CORPUS, part);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) => readJsonLines(join(folder, name), caseSchema));
  });
}

export function evaluateBundled(cases: readonly Case[] = readCorpus()): Evaluation {
  const detector = bundledDetector({ cast: false });
  const concepts = new Set(
    bundledDetection().entities.flatMap(({ id, concepts: rules = [] }) =>
      rules.length > 0 ? [id] : [],
    ),
  );
  return evaluate(
    cases,
    (text) => detector.detect(text),
    (entity) => concepts.has(entity),
  );
}

function printScores(title: string, scores: ReadonlyMap<string, Score>): void {
  const percent = (share: number) => (100 * share).toFixed(1).padStart(6);
  console.log(`\n${title.padEnd(22)} cases  found  wrong missed   prec. recall     F1`);
  for (const [name, score] of [...scores].sort(([a], [b]) => a.localeCompare(b))) {
    const counts = [score.cases, score.found, score.wrong, score.missed];
    const shares = [precision(score), recall(score), f1(score)];
    console.log(
      `${name.padEnd(22)}${counts.map((n) => String(n).padStart(6)).join(' ')}  ${shares.map(percent).join(' ')}`,
    );
  }
}

function printErrors(errors: readonly CaseError[]): void {
  console.log(`\n${String(errors.length)} errors`);
  for (const { kind, entity, surface, subject } of errors) {
    const { lang = 'en', phenomenon = '', why = '', text } = subject;
    console.log(`${kind} [${entity}] "${surface}" (${lang}, ${phenomenon}: ${why})\n    ${text}`);
  }
}

if (import.meta.main) {
  const part = process.argv[2];
  for (const half of CORPUS_PARTS) {
    const { byEntity, conceptByLanguage } = evaluateBundled(readCorpus([half]));
    console.log(`\nCases of tests/corpus/${half}`);
    printScores('entity', byEntity);
    printScores('the idea, by language', conceptByLanguage);
  }
  const { byLanguage, byPhenomenon, errors } = evaluateBundled();
  console.log('\nAll cases');
  printScores('language', byLanguage);
  printScores('phenomenon', byPhenomenon);
  printErrors(
    errors.filter(
      ({ entity, subject }) =>
        part === undefined || [entity, subject.lang, subject.phenomenon].includes(part),
    ),
  );
  printSearchEvaluation();
  printFactEvaluation();
}
