/**
 * Finds who does an action: an actor of the concept rule, or somebody else. It uses agents ("by"), word order, and whether
 * a name can act where it stands. Knows the tables of one language.
 */
import { isNoun as isNounAt } from './concept-object.ts';
import { ownerOf } from './concept-owner.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words after the action an agent may stand. */
const AGENT_REACH = 12;
/** How many words after its preposition the name of an agent may stand. */
const AGENT_NAME_REACH = 6;
/** How many words after a verb its subject may stand if the object comes first. */
const INVERTED_REACH = 4;

/** `place`: the sentence names no one who acts, but it happens where an actor of the rule is. */
export type Actor = 'member' | 'other' | 'place';

/** An action and the object to which it is done. */
export interface Act {
  action: PhraseMatch;
  object: PhraseMatch;
}

export function actorOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  act: Act,
): Actor | undefined {
  const roleAt = (at: number) => actingRole(tables, sentence, { at, act });
  const firstRole = (from: number, to: number): Actor | undefined => {
    for (let at = Math.max(0, from); at < Math.min(to, sentence.length); at++) {
      if (/[,;:]/.test(sentence[at]?.gap ?? '')) return undefined;
      const role = roleAt(at);
      if (role) return role;
    }
    return undefined;
  };
  const { action, object } = act;
  const isNoun = isNounAt(tables, sentence, action);
  const end = Math.max(action.end, object.end);
  const agent = agentOf(tables, sentence, act);
  if (agent) return agent;
  if (isDoneByObject(tables, sentence, act)) return 'other';
  if (tables.freeOrder) {
    const inverted = isNoun
      ? firstRole(end, end + INVERTED_REACH)
      : firstRole(action.start + 1, action.start + 3);
    if (inverted) return inverted;
    if (object.start < action.start) {
      const after = firstRole(action.end, action.end + INVERTED_REACH);
      if (after) return after;
    }
  }
  for (let at = Math.min(action.start, sentence.length) - 1; at >= 0; at--) {
    const role = roleAt(at);
    if (role) return role;
  }
  return speakerOf(tables, sentence, { act, end }) ?? placeOf(tables, sentence, act);
}

/** "Over Poland", or a name before the action that only describes something: "Washington's decision". */
function placeOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action }: Act,
): Actor | undefined {
  const isThere = sentence.some(
    (_, at) =>
      tables.actors.lengthAt(sentence, at) > 0 &&
      (at < action.start || isPlace(tables, sentence, at)),
  );
  return isThere ? 'place' : undefined;
}

/** "We will shoot down any drone, Tusk said": a later clause names the actor. */
function speakerOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { act, end }: { act: Act; end: number },
): Actor | undefined {
  const isWe = has(tables.subject, sentence, { start: 0, end: act.action.start });
  let isLater = false;
  for (let at = end; at < sentence.length; at++) {
    isLater ||= /[,:\-"”»]/.test(sentence[at]?.gap ?? '');
    const role = isLater ? actingRole(tables, sentence, { at, act }) : undefined;
    if (role === 'other' && !isWe) return undefined;
    if (role) return role;
  }
  return undefined;
}

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

/** "By Poland", "durch die Nato", "from Polish territory". */
function agentOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Act,
): Actor | undefined {
  const isNoun = isNounAt(tables, sentence, action);
  const start = isNoun ? Math.max(action.end, object.end) : agentStart(tables, { action, object });
  const end = Math.min(sentence.length, Math.max(action.end, object.end) + AGENT_REACH);
  for (let at = start; at < end; at++) {
    const length = tables.agent.lengthAt(sentence, at);
    if (length === 0 || isDonor(tables, sentence, at)) continue;
    for (let name = at + length; name <= at + AGENT_NAME_REACH && name < sentence.length; name++) {
      if (name > at + length && /[,;:()]/.test(sentence[name]?.gap ?? '')) break;
      if (tables.otherActors.lengthAt(sentence, name) > 0) {
        // "Fired by Russia" and "from Ukraine" do not say who stops the object.
        const isSource = tables.objectsOf.lengthAt(sentence, name) > 0;
        if (!isSource && tables.locative.lengthAt(sentence, at) === 0) return 'other';
        break;
      }
      if (tables.actors.lengthAt(sentence, name) > 0) return 'member';
    }
  }
  return undefined;
}

function agentStart({ freeOrder }: ConceptTables, { action, object }: Act): number {
  return freeOrder ? Math.min(action.start, object.end) : action.end;
}

/** "Missiles supplied by Norway": the agent gave something, and does not do the action. */
function isDonor({ donor }: ConceptTables, sentence: readonly Token[], agent: number): boolean {
  return donor.lengthAt(sentence, agent - 1) > 0 || donor.lengthAt(sentence, agent - 2) > 0;
}

function actingRole(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, act }: { at: number; act: Act },
): 'member' | 'other' | undefined {
  const otherLength = tables.otherActors.lengthAt(sentence, at);
  const length = otherLength || tables.actors.lengthAt(sentence, at);
  if (length === 0 || isOwner(tables, sentence, { at, act })) return undefined;
  if (
    isPlace(tables, sentence, at) ||
    isModifier(tables, sentence, { at, length, action: act.action })
  )
    return undefined;
  if (!canAct(tables, sentence, { at, end: at + length, act })) return undefined;
  return otherLength > 0 ? 'other' : 'member';
}

/** Whether a name only names the owner of an object: "Russian missiles", "дрони Росії". */
function isOwner(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, act: { action, object } }: { at: number; act: Act },
): boolean {
  if (tables.objectsOf.lengthAt(sentence, at) === 0) return false;
  if (at >= object.start && at < object.end + 3) return true;
  if (at >= object.start - 4 && at < object.start) {
    if (at >= action.end) return true;
    const between = { start: at + 1, end: object.start };
    return !has(tables.actions, sentence, between) && !has(tables.actsFor, sentence, between);
  }
  // Of another object in the same sentence.
  return [1, 2, 3].some(
    (next) =>
      tables.objects.lengthAt(sentence, at + next) > 0 &&
      ownerOf(tables, sentence, { start: at + next, end: at + next + 1 }) === 'ours',
  );
}

/** Whether a name is a place: "over Poland", "over eastern Poland", "au-dessus de l'Ukraine". */
function isPlace(tables: ConceptTables, sentence: readonly Token[], at: number): boolean {
  const skipArticles = (from: number): number => {
    let before = from;
    while (tables.article.lengthAt(sentence, before) > 0) before--;
    return before;
  };
  // "In Denmark and Romania": both are places.
  let first = at;
  while (
    tables.and.lengthAt(sentence, first - 1) > 0 &&
    tables.actors.lengthAt(sentence, first - 2) > 0
  ) {
    first -= 2;
  }
  const before = skipArticles(first - 1);
  if (tables.locative.lengthAt(sentence, before) > 0) return true;
  const beforeThat = skipArticles(before - 1);
  return (
    tables.locative.lengthAt(sentence, beforeThat) > 0 &&
    tables.actsFor.lengthAt(sentence, before) === 0 &&
    tables.actions.lengthAt(sentence, before) === 0 &&
    /^[\s-]$/.test(sentence[before]?.gap ?? '') &&
    /^[\s-]$/.test(sentence[at]?.gap ?? '')
  );
}

/**
 * Whether a name only describes another word: "Ukraine's neighbours" in the genitive ("сусіди України"), "the airspace of
 * Ukraine", "Iranian drones", "supplied by Norway".
 */
function isModifier(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, length, action }: { at: number; length: number; action: PhraseMatch },
): boolean {
  // "Donated by Denmark and the Netherlands": both are donors.
  const links = [tables.and, tables.article, tables.actors];
  let first = at;
  while (
    !/[,;:]/.test(sentence[first]?.gap ?? '') &&
    links.some((table) => table.lengthAt(sentence, first - 1) > 0)
  ) {
    first--;
  }
  if (tables.agent.lengthAt(sentence, first - 1) > 0 && isDonor(tables, sentence, first - 1))
    return true;
  const isOther = tables.otherActors.lengthAt(sentence, at) > 0;
  if (isOther && tables.objectsNotOf.lengthAt(sentence, at) > 0) {
    if (tables.objects.lengthAt(sentence, at + length) > 0) return true;
    if (tables.objects.lengthAt(sentence, at + length + 1) > 0) return true;
  }
  if (!tables.freeOrder || sentence[at]?.gap !== ' ' || at + length === action.start) return false;
  const isOfOther = isOther && tables.actors.lengthAt(sentence, at - 1) > 0;
  return isOfOther || tables.description.lengthAt(sentence, at - 1) > 0;
}

function canAct(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, end, act: { action } }: { at: number; end: number; act: Act },
): boolean {
  const next = sentence[end];
  if (!next) return at > action.start;
  if (next.word === 's' && next.gap === "'") {
    if (end + 1 === action.start) return true;
    return has(tables.actsFor, sentence, { start: end + 1, end: end + 4 });
  }
  if (next.gap.startsWith("' ")) return end === action.start;
  if (end === action.start || /[,;:()]/.test(next.gap)) return true;
  if (tables.description.lengthAt(sentence, end) > 0) return false;
  if (tables.otherActors.lengthAt(sentence, at) > 0) return true;
  return tables.objects.lengthAt(sentence, end) === 0;
}
