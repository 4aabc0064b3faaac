/**
 * Finds out whose forces are "ours": "Latvian here. Our army should shoot them down". Also whose drones: "Kremlin: shooting down
 * our drones is war". Knows the tables of one language.
 */
import { isOthersName, isOthersPlace, namesOthers } from './concept-actor.ts';
import { roleOf, type Act } from './concept-name.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { Token } from './token.ts';

/** How many words before its forces or its drones "our" may stand. */
const OWN_REACH = 3;
/** How many sentences before may name the speaker. */
const SPEAKER_REACH = 3;

/** Whether a member's people speak of their own forces as the subject of an action. */
export function isOwnForces(
  tables: ConceptTables,
  { sentences, index }: { sentences: readonly (readonly Token[])[]; index: number },
  act: Act,
): boolean {
  const sentence = sentences[index] ?? [];
  if (!isOwnSubject(tables, sentence, act)) return false;
  const first = sentences[0] ?? [];
  if (first.some((_, at) => isFrom(tables, first, at))) return true;
  const told = sentences.slice(Math.max(0, index - SPEAKER_REACH), index + 1);
  const isOthers = told.some((one) =>
    one.some((_, at) => isOthersName(tables, one, at) && !isOthersPlace(tables, one, at)),
  );
  return !isOthers && told.some((one) => has(tables.actors, one, { start: 0, end: one.length }));
}

/** Whether "we" or "our" is nearer before the action than any name that acts. */
function isOwnSubject(tables: ConceptTables, sentence: readonly Token[], act: Act): boolean {
  for (let at = act.action.start - 1; at >= 0; at--) {
    if (tables.own.lengthAt(sentence, at) > 0) return true;
    if (roleOf(tables, sentence, { at, act })) return false;
  }
  return false;
}

/** "Latvian here", "as a Pole". */
function isFrom(tables: ConceptTables, sentence: readonly Token[], at: number): boolean {
  const length = tables.actors.lengthAt(sentence, at);
  if (length === 0) return false;
  const before = [at - 1, at - 2, at - 3].some(
    (start) => start >= 0 && start + tables.fromBefore.lengthAt(sentence, start) === at,
  );
  return before || tables.fromAfter.lengthAt(sentence, at + length) > 0;
}

/** "Kremlin: shooting down our drones would put Nato at war": the owner of the objects speaks of an actor. */
export function isOwnersSpeech(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Act,
): boolean {
  if (object.start < action.end) return false;
  if (!has(tables.own, sentence, { start: object.start - OWN_REACH, end: object.start }))
    return false;
  if (namesOthers(tables, sentence)) return false;
  const isName = (at: number): boolean =>
    tables.actors.lengthAt(sentence, at) > 0 || tables.objectsOf.lengthAt(sentence, at) > 0;
  const first = sentence.findIndex((_, at) => isName(at));
  // "Moscow shot down our drones" is said by somebody else.
  const isApart = sentence
    .slice(first + 1, action.start + 1)
    .some(({ gap }, at) => /[,:"“”]/.test(gap) || isName(first + 1 + at));
  const isOwner = first >= 0 && isApart && tables.objectsOf.lengthAt(sentence, first) > 0;
  return isOwner && has(tables.actors, sentence, { start: 0, end: sentence.length });
}
