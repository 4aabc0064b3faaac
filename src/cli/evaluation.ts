/**
 * How good detection is on cases of tests/corpus: precision, recall and F1 by entity, language and phenomenon. A mention
 * counts if it overlaps an expected one of the same entity, one to one. Pure; the caller brings cases and detector.
 */
import { z } from 'zod';
import type { Mention } from '../detect/index.ts';

/** One line of tests/corpus: a text, and the mentions that a careful editor expects in it. */
export const caseSchema = z.strictObject({
  text: z.string(),
  /** Entity and surface form, in the order of the text. */
  mentions: z.array(z.tuple([z.string(), z.string()])),
  /** ISO 639-1, with a script where it matters. English if left out. */
  lang: z.string().optional(),
  phenomenon: z.string().optional(),
  /** What the case is for. */
  why: z.string().optional(),
});
export type Case = z.infer<typeof caseSchema>;

export interface Score {
  cases: number;
  found: number;
  wrong: number;
  missed: number;
}

export interface CaseError {
  kind: 'wrong' | 'missed';
  entity: string;
  surface: string;
  subject: Case;
}

export interface Evaluation {
  byEntity: Map<string, Score>;
  byLanguage: Map<string, Score>;
  byPhenomenon: Map<string, Score>;
  /** Concepts only. */
  conceptByLanguage: Map<string, Score>;
  errors: CaseError[];
}

type Span = Pick<Mention, 'entity' | 'start' | 'end'>;

/** @throws Error that names a surface form which its text does not contain */
export function expectedSpans({ text, mentions }: Case): Span[] {
  let from = 0;
  return mentions.map(([entity, surface]) => {
    const start = text.indexOf(surface, from);
    if (start < 0)
      throw new Error(`"${surface}" is not in "${text}" after offset ${String(from)}.`);
    from = start + surface.length;
    return { entity, start, end: from };
  });
}

export function evaluate(
  cases: readonly Case[],
  detect: (text: string) => Mention[],
  isConcept: (entity: string) => boolean,
): Evaluation {
  const result: Evaluation = {
    byEntity: new Map(),
    byLanguage: new Map(),
    byPhenomenon: new Map(),
    conceptByLanguage: new Map(),
    errors: [],
  };
  for (const subject of cases) {
    const { found, wrong, missed } = compare(expectedSpans(subject), detect(subject.text));
    const language = subject.lang ?? 'en';
    const concept = [...found, ...wrong, ...missed].some(({ entity }) => isConcept(entity));
    const wholes = [
      scoreIn(result.byLanguage, language),
      scoreIn(result.byPhenomenon, subject.phenomenon ?? 'other'),
      ...(concept ? [scoreIn(result.conceptByLanguage, language)] : []),
    ];
    for (const score of wholes) score.cases++;
    const entities = new Set([...found, ...wrong, ...missed].map(({ entity }) => entity));
    for (const entity of entities) scoreIn(result.byEntity, entity).cases++;
    const spans = { found, wrong, missed };
    for (const kind of ['found', 'wrong', 'missed'] as const) {
      for (const { entity } of spans[kind]) {
        for (const score of [scoreIn(result.byEntity, entity), ...wholes]) score[kind]++;
      }
    }
    for (const kind of ['wrong', 'missed'] as const) {
      for (const { entity, start, end } of kind === 'wrong' ? wrong : missed) {
        result.errors.push({ kind, entity, surface: subject.text.slice(start, end), subject });
      }
    }
  }
  return result;
}

function scoreIn(scores: Map<string, Score>, key: string): Score {
  const score = scores.get(key) ?? { cases: 0, found: 0, wrong: 0, missed: 0 };
  scores.set(key, score);
  return score;
}

/** Pairs spans of the same entity that overlap, each once. */
function compare(expected: readonly Span[], detected: readonly Span[]) {
  const missed = [...expected];
  const found: Span[] = [];
  const wrong: Span[] = [];
  for (const span of detected) {
    const at = missed.findIndex(
      ({ entity, start, end }) => entity === span.entity && start < span.end && span.start < end,
    );
    if (at < 0) wrong.push(span);
    else found.push(...missed.splice(at, 1));
  }
  return { found, wrong, missed };
}

/** Share of the found mentions that are right; 1 if there are none. */
export function precision({ found, wrong }: Score): number {
  return found + wrong === 0 ? 1 : found / (found + wrong);
}

/** Share of the expected mentions that were found; 1 if there are none. */
export function recall({ found, missed }: Score): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}

/** Harmonic mean of both. */
export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
