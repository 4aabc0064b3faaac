/**
 * Finds out whether the sentence before has the actor: "Three drones entered Estonia's airspace. The air force shot down two".
 * Knows the tables of one language.
 */
import { isOthersName, isOthersPlace, isPassive, namesOthers } from './concept-actor.ts';
import { placeWord, roleOf, type Act, type Role } from './concept-name.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { Token } from './token.ts';

/** How many words at the start of a sentence may contain the pronoun for the actor of the sentence before. */
const SUBJECT_REACH = 3;

/** How many words after a name its forces may stand. */
const FORCES_REACH = 3;

/** How a sentence points to an actor: by a pronoun, by having no subject, or by forces without a name. */
type Link = 'pronoun' | 'open' | 'forces';

interface Pair {
  sentence: readonly Token[];
  /** The sentence before. */
  before: readonly Token[];
}

/** Whether the actor of a sentence that names none is in the sentence before. */
export function isActorBefore(tables: ConceptTables, pair: Pair, act: Act): boolean {
  const link = linkToActor(tables, pair, act);
  return link !== undefined && isActorFor(tables, pair.before, link);
}

/**
 * Whether a sentence names the actor of the sentence after it.
 * @param link how that sentence points to it
 */
function isActorFor(tables: ConceptTables, sentence: readonly Token[], link: Link): boolean {
  const end = { start: sentence.length, end: sentence.length };
  const act = { action: end, object: end };
  const rolesAt = sentence.map((_, at) => roleOf(tables, sentence, { at, act }));
  // Whoever sends the objects does not shoot at them: "Russia fired drones. The air force shot down three".
  const isOther = (role: Role | undefined, at: number): boolean =>
    role === 'other' && (link !== 'forces' || isOthersName(tables, sentence, at));
  if (rolesAt.some(isOther)) return false;
  if (link !== 'forces' && rolesAt.includes('member')) return true;
  if (link === 'forces') {
    const hasObject = has(tables.objects, sentence, { start: 0, end: end.end });
    const isOthers = namesOthers(tables, sentence);
    const isForces = (at: number): boolean =>
      rolesAt[at] === 'member' &&
      has(tables.actsFor, sentence, { start: at + 1, end: at + 1 + FORCES_REACH });
    return sentence.some(
      (_, at) =>
        (hasObject && !isOthers && isForces(at)) ||
        isEntered(tables, sentence, { at, isPlace: hasObject && !isOthers }),
    );
  }
  const isNobody = rolesAt.every((role) => role === undefined);
  return link === 'pronoun' && isNobody && has(tables.actors, sentence, { start: 0, end: end.end });
}

/**
 * "Polish airspace", but not "near the Polish border": the forces there are the actor's.
 * @param isPlace whether any place will do: "a drone over Poland"
 */
function isEntered(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, isPlace }: { at: number; isPlace: boolean },
): boolean {
  const length = tables.actors.lengthAt(sentence, at);
  const place = placeWord(tables, sentence, at);
  if (length === 0 || (place >= 0 && tables.near.lengthAt(sentence, place) > 0)) return false;
  const beside = tables.freeOrder ? [at + length, at - 1] : [at + length];
  const isTerritory = beside.some((next) => tables.territory.lengthAt(sentence, next) > 0);
  return isTerritory || (isPlace && place >= 0);
}

/** How a sentence points to an actor in the sentence before. @param before the sentence before */
function linkToActor(
  tables: ConceptTables,
  { sentence, before }: Pair,
  act: Act,
): Link | undefined {
  const isOthers = sentence.some((_, at) => isOthersPlace(tables, sentence, at));
  const isDone = isPassive(tables, sentence, act);
  if (has(tables.subject, sentence, { start: 0, end: SUBJECT_REACH }))
    return isDone && isOthers ? undefined : 'pronoun';
  const subject = { start: 0, end: Math.min(act.action.start, act.object.start) };
  if (namesOthers(tables, sentence)) return undefined;
  if (hasNoSubject(tables, sentence, act)) return 'open';
  if (has(tables.actsFor, sentence, subject)) return 'forces';
  return has(tables.actsFor, before, { start: 0, end: before.length }) ? 'open' : undefined;
}

/** Whether nobody is the subject of the action: "Drones were shot down", "Shooting down drones is possible". */
function hasNoSubject(tables: ConceptTables, sentence: readonly Token[], act: Act): boolean {
  const between = { start: act.object.end, end: act.action.start };
  return act.action.start === 0 || has(tables.passive, sentence, between);
}
