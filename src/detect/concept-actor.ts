/**
 * Finds who does an action: an actor of the concept rule, or somebody else. It tries one place after another: an agent ("by"), a
 * subject after the verb, the nearest name before the action, a speaker, and last where it happens. Knows the tables of one
 * language.
 */
import { agentOf } from './concept-agent.ts';
import { asidesBefore, isIn } from './concept-aside.ts';
import { isGiver, placeWord, roleOf, type Act, type Role } from './concept-name.ts';
import { isNoun as isNounAt } from './concept-object.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words after a verb its subject may stand if the object comes first. */
const INVERTED_REACH = 4;
/** How many words into a sentence an action opens it: "An explicit shoot-down policy". */
const OPENING_REACH = 3;
/** How many words before an object its remains may stand. */
const REMAINS_REACH = 8;
/** How many words before the action its subject may begin. */
const SUBJECT_REACH = 12;
/** How many words from the act its place may stand. */
const PLACE_REACH = 6;

/** `place`: the sentence names no one who acts, but it happens where an actor of the rule is. */
export type Actor = 'member' | 'other' | 'place';

export function actorOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  act: Act,
): Actor | undefined {
  const found = agentOf(tables, sentence, act);
  if (found) return found;
  if (isDoneByObject(tables, sentence, act)) return 'other';
  const remains = remainsBefore(tables, sentence, act);
  if (remains >= 0) {
    const role =
      invertedRole(tables, sentence, act) ?? subjectRole(tables, sentence, { act, from: remains });
    return role === 'member' ? role : 'other';
  }
  const role =
    invertedRole(tables, sentence, act) ??
    subjectRole(tables, sentence, { act, from: 0 }) ??
    (tables.verbLast ? afterRole(tables, sentence, act) : undefined) ??
    speakerRole(tables, sentence, act);
  if (role === 'weapon') return userOf(tables, sentence);
  return role ?? placeOf(tables, sentence, act);
}

/** Whether a name is that of somebody else who owns no objects. */
export const isOthersName = (
  tables: ConceptTables,
  sentence: readonly Token[],
  at: number,
): boolean =>
  tables.otherActors.lengthAt(sentence, at) > 0 && tables.objectsOf.lengthAt(sentence, at) === 0;

/** Whether a sentence has such a name. */
export const namesOthers = (tables: ConceptTables, sentence: readonly Token[]): boolean =>
  sentence.some((_, at) => isOthersName(tables, sentence, at));

/** "Norwegian NASAMS": whoever else the sentence names may use them. */
const userOf = (tables: ConceptTables, sentence: readonly Token[]): Actor =>
  namesOthers(tables, sentence) ? 'other' : 'member';

/** The first name in a span that acts, up to a comma. Articles do not count toward its length. */
function firstRole(
  tables: ConceptTables,
  sentence: readonly Token[],
  { act, start, end }: { act: Act } & PhraseMatch,
): Role | undefined {
  let last = Math.min(end, sentence.length);
  for (let at = Math.max(0, start); at < last; at++) {
    if (/[,;:]/.test(sentence[at]?.gap ?? '')) return undefined;
    if (tables.article.lengthAt(sentence, at) > 0) last = Math.min(last + 1, sentence.length);
    const role = roleOf(tables, sentence, { at, act });
    if (role) return role;
  }
  return undefined;
}

/** The subject after its verb, if the language inverts: "Збив дрон румунський літак". */
function invertedRole(
  tables: ConceptTables,
  sentence: readonly Token[],
  act: Act,
): Role | undefined {
  const { action, object } = act;
  const within = (start: number, end: number) => firstRole(tables, sentence, { act, start, end });
  const between = tables.verbFirst ? within(action.start + 1, object.start) : undefined;
  if (between || !tables.freeOrder || tables.verbLast) return between;
  const end = Math.max(action.end, object.end);
  const role = isNounAt(tables, sentence, action)
    ? within(end, end + INVERTED_REACH)
    : within(action.start + 1, action.start + 3);
  return role ?? afterRole(tables, sentence, act);
}

/** A name after a verb that its object stands before: "drony zničila polská armáda", "ロシアの無人機を撃墜したポーランド軍". */
function afterRole(tables: ConceptTables, sentence: readonly Token[], act: Act): Role | undefined {
  const { action, object } = act;
  if (!tables.freeOrder || object.start >= action.start) return undefined;
  return firstRole(tables, sentence, {
    ...{ act, start: action.end, end: action.end + INVERTED_REACH },
  });
}

/** "The drones were shot down". In "would be hard for Poland to shoot down" the action is no participle. */
export const isPassive = (
  { freeOrder, passive, participles }: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Act,
): boolean =>
  !freeOrder &&
  participles.lengthAt(sentence, action.start) > 0 &&
  has(passive, sentence, { start: object.end, end: action.start });

/** Where the remains of the object stand before it, or -1: "debris of a drone shot down over Izmail fell in Romania". */
function remainsBefore(
  { remains }: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Act,
): number {
  const start = Math.min(action.start, object.start);
  for (let at = start - 1; at >= Math.max(0, start - REMAINS_REACH); at--) {
    if (remains.lengthAt(sentence, at) > 0) return at;
  }
  return -1;
}

/** The nearest name before the action. Where the object undergoes it, the nearest name before the object. */
function subjectRole(
  tables: ConceptTables,
  sentence: readonly Token[],
  { act, from }: { act: Act; from: number },
): Role | undefined {
  const { action, object } = act;
  const asides = asidesBefore(tables, sentence, action.start);
  const end = isPassive(tables, sentence, act) ? object.start : action.start;
  for (let at = Math.min(end, sentence.length) - 1; at >= from; at--) {
    if (isIn(asides, at)) continue;
    const role = roleOf(tables, sentence, { at, act });
    if (role) return role;
  }
  return undefined;
}

/** "Shooting down drones would be a risk for Nato": the action opens the sentence, and has no subject. */
const isOpening = (
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Act,
): boolean =>
  object.start >= action.start &&
  action.start <= (isNounAt(tables, sentence, action) ? OPENING_REACH : 0);

/** "We will shoot down any drone, Tusk said": a later clause names the actor. */
function speakerRole(
  tables: ConceptTables,
  sentence: readonly Token[],
  act: Act,
): Role | undefined {
  const isWe = has(tables.subject, sentence, { start: 0, end: act.action.start });
  let isLater = !isWe && isOpening(tables, sentence, act);
  for (let at = act.action.end; at < sentence.length; at++) {
    isLater ||= /[,:]|\s-/.test(sentence[at]?.gap ?? '');
    if (!isWe && (isClauseStart(tables, sentence, at) || isOthersPlace(tables, sentence, at)))
      return undefined;
    const role = isLater ? roleOf(tables, sentence, { at, act }) : undefined;
    if (role === 'other' && !isWe) return undefined;
    if (role) return role;
  }
  return undefined;
}

/** ", and Polish jets were scrambled": somebody else does something else. */
const isClauseStart = ({ and }: ConceptTables, sentence: readonly Token[], at: number): boolean =>
  (sentence[at]?.gap ?? '').startsWith(',') && and.lengthAt(sentence, at) > 0;

export const isOthersPlace = (
  tables: ConceptTables,
  sentence: readonly Token[],
  at: number,
): boolean => isOthersName(tables, sentence, at) && placeWord(tables, sentence, at) >= 0;

/**
 * Where it happens, if nobody acts: the first place after the act, a place at the start of the sentence, or a name before the
 * action that only describes something ("Washington's decision").
 */
function placeOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Act,
): Actor | undefined {
  const end = Math.max(action.end, object.end);
  const start = Math.min(action.start, object.start);
  const asides = asidesBefore(tables, sentence, action.start);
  const isHere = (at: number): boolean => {
    const place = placeWord(tables, sentence, at);
    if (place < 0) return at < start && !isIn(asides, at) && !isGiver(tables, sentence, at);
    if (tables.near.lengthAt(sentence, place) > 0) return false;
    if (at >= end)
      return place < end + PLACE_REACH && !isParted(sentence, { start: end - 1, end: place });
    const isBetween = place >= start && at < action.start && at >= action.start - PLACE_REACH;
    const rest = { start: at, end: action.start };
    const subject = { start: Math.max(at, action.start - SUBJECT_REACH), end: action.start };
    if (place >= start && has(tables.actsFor, sentence, subject)) return true;
    return place === 0 || (isBetween && !isParted(sentence, rest));
  };
  if (isOpening(tables, sentence, { action, object }) && !namesOthers(tables, sentence))
    return has(tables.actors, sentence, { start: 0, end: sentence.length }) ? 'place' : undefined;
  for (let at = 0; at < sentence.length; at++) {
    if (at >= start && isOthersPlace(tables, sentence, at)) return undefined;
    if (tables.actors.lengthAt(sentence, at) > 0 && isHere(at)) return 'place';
  }
  return undefined;
}

/** Whether punctuation is between the words of a span. */
const isParted = (sentence: readonly Token[], { start, end }: PhraseMatch): boolean =>
  sentence.slice(start + 1, end + 1).some(({ gap }) => /[,;:()]/.test(gap));

/** "Drones that shoot down Shaheds", "missiles destroyed a depot of drones": an object of the rule acts. */
function isDoneByObject(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Act,
): boolean {
  if (object.start < action.start) return false;
  const relative = [action.start - 1, action.start - 2].find(
    (at) => tables.relative.lengthAt(sentence, at) > 0,
  );
  const endsAt = (end: number): boolean =>
    [1, 2].some((length) => tables.objects.lengthAt(sentence, end - length) === length) ||
    tables.things.lengthAt(sentence, end - 1) > 0;
  if (relative !== undefined) return endsAt(relative);
  return tables.doneByObjects.lengthAt(sentence, action.start) > 0 && endsAt(action.start);
}
