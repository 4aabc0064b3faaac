/**
 * Whether an action is done to the object before it: a passive, a headline without its auxiliary, a question, a relative clause. Knows
 * the tables of one language.
 */
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words into a headline or its clause the object may stand. */
const HEADLINE_REACH = 5;

/** Whether the action is done to an object before it: "were shot down", "by Poland", "that Poland shot down". */
export function isUndergoing(
  tables: ConceptTables,
  sentence: readonly Token[],
  { object, action }: { object: PhraseMatch; action: PhraseMatch },
): boolean {
  const between = { start: object.end, end: action.start };
  if (has(tables.passive, sentence, between)) return true;
  if (isHeadline(tables, sentence, { object, action })) return true;
  if (has(tables.agent, sentence, { start: action.end, end: action.end + 4 })) return true;
  if (isAsked(tables, sentence, between)) return true;
  return has(tables.relative, sentence, between) && has(tables.actors, sentence, between);
}

/** "How many drones did the Dutch shoot down": the subject is after the auxiliary. */
export function isAsked(
  { auxiliary, article, actors }: ConceptTables,
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
): boolean {
  for (let at = start; at < end; at++) {
    if (auxiliary.lengthAt(sentence, at) === 0) continue;
    const name = article.lengthAt(sentence, at + 1) > 0 ? at + 2 : at + 1;
    if (actors.lengthAt(sentence, name) > 0) return true;
  }
  return false;
}

/** "Drone shot down over Poland": no word is between, and no object follows. */
function isHeadline(
  tables: ConceptTables,
  sentence: readonly Token[],
  { object, action }: { object: PhraseMatch; action: PhraseMatch },
): boolean {
  if (object.end !== action.start || tables.participles.lengthAt(sentence, action.start) === 0)
    return false;
  const clause = { start: object.start - HEADLINE_REACH, end: object.start };
  const isFirst =
    clause.start <= 0 ||
    has(tables.compare, sentence, clause) ||
    sentence.slice(clause.start, object.start + 1).some(({ gap }) => /[,:"”»]|\s-/.test(gap));
  if (!isFirst) return false;
  const next = sentence[action.end];
  const ends = [tables.locative, tables.and, tables.agent, tables.compare];
  return (
    !next || /[,;:"”»]/.test(next.gap) || ends.some((end) => end.lengthAt(sentence, action.end) > 0)
  );
}
