/**
 * Decides whether a weak action counts: a verb that means many things, like "hit" and "stop". Its object has to be right beside
 * it and somebody's of the rule: "stop Moscow's missiles". Knows the tables of one language.
 */
import type { Act } from './concept-name.ts';
import { isPassive } from './concept-actor.ts';
import { isAsked } from './concept-object.ts';
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

/** "Hit Russia with drones", "blasted Moscow over drones", "halted deliveries of missiles". "A few of the drones" are drones. */
function isObjectElsewhere(
  tables: ConceptTables,
  sentence: readonly Token[],
  between: PhraseMatch,
): boolean {
  const { locative, oblique, owner, references } = tables;
  if (has(locative, sentence, between) || has(oblique, sentence, between)) return true;
  for (let at = between.start; at < between.end; at++) {
    if (owner.lengthAt(sentence, at) > 0 && references.lengthAt(sentence, at - 1) === 0)
      return true;
  }
  return false;
}
