/**
 * Decides whether a weak action counts: a verb that means many things, like "hit" and "stop". Its object has to be right beside
 * it and somebody's of the rule: "stop Moscow's missiles". Knows the tables of one language.
 */
import type { Act } from './concept-name.ts';
import { isPassive } from './concept-actor.ts';
import { isAsked } from './concept-undergoing.ts';
import type { Owner } from './concept-owner.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words from a weak action its object may stand. */
const BESIDE_REACH = 7;

/** @param action a match of `actions`, which has the weak ones in it */
export const isWeak = (
  { weakActions }: ConceptTables,
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
): boolean => weakActions.lengthAt(sentence, start) === end - start;

/** Whether a weak action is done to an object in its own sentence. */
export function isSure(
  tables: ConceptTables,
  sentence: readonly Token[],
  { act, owner }: { act: Act; owner: Owner },
): boolean {
  const { action, object } = act;
  if (owner !== 'ours') return false;
  const isAfter = object.end > action.end;
  const [start, end] = isAfter ? [action.end, object.start] : [object.end, action.start];
  const isApart = sentence.slice(start, end + 1).some(({ gap }) => /[,;:()]|\s-\s/.test(gap));
  if (isApart || end - start > BESIDE_REACH) return false;
  if (isAfter && isObjectElsewhere(tables, sentence, { start, end })) return false;
  return isAfter || tables.freeOrder || isDone(tables, sentence, act);
}

/** "Drones were hit", "drones hit by Poland", "how many drones did Poland hit". */
const isDone = (tables: ConceptTables, sentence: readonly Token[], act: Act): boolean =>
  isPassive(tables, sentence, act) ||
  tables.agent.lengthAt(sentence, act.action.end) > 0 ||
  isAsked(tables, sentence, { start: act.object.end, end: act.action.start });

/**
 * "Hit Russia with drones", "halted flights as drones came": another thing is right after the action. In "a few of Moscow's drones"
 * only small words are before the owner.
 */
function isObjectElsewhere(
  tables: ConceptTables,
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
): boolean {
  const { locative, oblique, owner, article, references, pronoun, objectsOf } = tables;
  if ([locative, oblique].some((table) => has(table, sentence, { start, end }))) return true;
  let at = start;
  const isSmall = (): boolean =>
    /^\d+$/.test(sentence[at]?.word ?? '') ||
    [article, references, pronoun].some((table) => table.lengthAt(sentence, at) > 0) ||
    (at > start && owner.lengthAt(sentence, at) > 0);
  while (at < end && isSmall()) at++;
  // "A damaged Russian drone"
  if (at > start && objectsOf.lengthAt(sentence, at + 1) > 0) return false;
  return at < end && objectsOf.lengthAt(sentence, at) === 0;
}
