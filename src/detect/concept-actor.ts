/**
 * Who does it: whether the one who acts is an actor of the rule or somebody else. Read from agents ("by"),
 * word order, and what may act at all. Knows the tables of one language.
 */
import { isNoun as isNounAt } from './concept-object.ts';
import { ownerOf } from './concept-owner.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How far behind the action an agent may stand, in words. */
const AGENT_REACH = 12;
/** How far behind an agent's preposition its name may stand, in words. */
const AGENT_NAME_REACH = 6;
/** How far behind a verb its subject may stand where the object comes first, in words. */
const INVERTED_REACH = 4;

/** `place`: nobody is said to act, but it happens at an actor's. */
export type Actor = 'member' | 'other' | 'place';

export interface Deed {
  action: PhraseMatch;
  object: PhraseMatch;
}

export function actorOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  deed: Deed,
): Actor | undefined {
  const roleAt = (at: number) => actingRole(tables, sentence, { at, deed });
  const firstRole = (from: number, to: number, stopsAtComma: boolean): Actor | undefined => {
    for (let at = Math.max(0, from); at < Math.min(to, sentence.length); at++) {
      if (stopsAtComma && /[,;:]/.test(sentence[at]?.gap ?? '')) return undefined;
      const role = roleAt(at);
      if (role) return role;
    }
    return undefined;
  };
  const { action, object } = deed;
  const isNoun = isNounAt(tables, sentence, action);
  const end = Math.max(action.end, object.end);
  const agent = agentOf(tables, sentence, deed);
  if (agent) return agent;
  if (isDoneByObject(tables, sentence, deed)) return 'other';
  if (tables.freeOrder) {
    const inverted = isNoun
      ? firstRole(end, end + INVERTED_REACH, true)
      : firstRole(action.start + 1, action.start + 3, true);
    if (inverted) return inverted;
    if (object.start < action.start && !isNoun) {
      const after = firstRole(action.end, action.end + INVERTED_REACH, true);
      if (after) return after;
    }
  }
  for (let at = Math.min(action.start, sentence.length) - 1; at >= 0; at--) {
    const role = roleAt(at);
    if (role) return role;
  }
  return speakerOf(tables, sentence, { deed, end }) ?? placeOf(tables, sentence, deed);
}

/** "Over Poland", or a name before the action that only describes somebody: "Washington's decision". */
function placeOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action }: Deed,
): Actor | undefined {
  const isThere = sentence.some(
    (_, at) =>
      tables.actors.lengthAt(sentence, at) > 0 &&
      (at < action.start || isPlace(tables, sentence, at)),
  );
  return isThere ? 'place' : undefined;
}

/** "We will shoot down any drone, Tusk said": nobody is named before, but somebody is in a later clause. */
function speakerOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { deed, end }: { deed: Deed; end: number },
): Actor | undefined {
  const isWe = has(tables.subject, sentence, { start: 0, end: deed.action.start });
  let isLater = false;
  for (let at = end; at < sentence.length; at++) {
    isLater ||= /[,:\-"”»]/.test(sentence[at]?.gap ?? '');
    const role = isLater ? actingRole(tables, sentence, { at, deed }) : undefined;
    if (role === 'other' && !isWe) return undefined;
    if (role) return role;
  }
  return undefined;
}

/** "Drones that shoot down Shaheds", "missiles destroyed a depot of drones": the one that acts is such a thing itself. */
function isDoneByObject(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, object }: Deed,
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
  { action, object }: Deed,
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
        // What Russia fired is its own; that says nothing about who stops it, nor does "from Ukraine".
        const isSource = tables.objectsOf.lengthAt(sentence, name) > 0;
        if (!isSource && tables.locative.lengthAt(sentence, at) === 0) return 'other';
        break;
      }
      if (tables.actors.lengthAt(sentence, name) > 0) return 'member';
    }
  }
  return undefined;
}

function agentStart({ freeOrder }: ConceptTables, { action, object }: Deed): number {
  return freeOrder ? Math.min(action.start, object.end) : action.end;
}

/** "Missiles supplied by Norway": the one after an agent's preposition gave something, and did nothing else. */
function isDonor({ donor }: ConceptTables, sentence: readonly Token[], agent: number): boolean {
  return donor.lengthAt(sentence, agent - 1) > 0 || donor.lengthAt(sentence, agent - 2) > 0;
}

function actingRole(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, deed }: { at: number; deed: Deed },
): 'member' | 'other' | undefined {
  const otherLength = tables.otherActors.lengthAt(sentence, at);
  const length = otherLength || tables.actors.lengthAt(sentence, at);
  if (length === 0 || isOwner(tables, sentence, { at, deed })) return undefined;
  if (
    isPlace(tables, sentence, at) ||
    isModifier(tables, sentence, { at, length, action: deed.action })
  )
    return undefined;
  if (!canAct(tables, sentence, { at, end: at + length, deed })) return undefined;
  return otherLength > 0 ? 'other' : 'member';
}

/** Whether a name only says whose an object is: "Russian missiles", "дрони Росії". */
function isOwner(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, deed: { action, object } }: { at: number; deed: Deed },
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

/** Whether a name says where: "over Poland", "over eastern Poland", "au-dessus de l'Ukraine". */
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
 * Whether a name only describes: "Ukraine's neighbours" in the genitive ("сусіди України"), "the airspace of
 * Ukraine", "Iranian drones", "supplied by Norway".
 */
function isModifier(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, length, action }: { at: number; length: number; action: PhraseMatch },
): boolean {
  // "Donated by Denmark and the Netherlands": both are givers.
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
  { at, end, deed: { action } }: { at: number; end: number; deed: Deed },
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
