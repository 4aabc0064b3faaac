/**
 * Decides whether a name can act where it stands in a sentence: not as a place ("over Poland"), as the owner of an object
 * ("Russian missiles"), as a donor, or as a description ("Polish airspace"). Knows the tables of one language.
 */
import { ownerOf } from './concept-owner.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch, PhraseTable } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words before an agent's preposition a word of giving may stand: "supplied to Ukraine by". */
const DONOR_REACH = 5;
const ARTICLES_MAX = 3;
/** How many words of a list of members are looked at, so that time grows with the text alone. */
const LIST_MAX = 12;
/** How many words after a possessive the forces or weapons may stand that act for it. */
const POSSESSED_REACH = 3;

/** An action and the object to which it is done. */
export interface Act {
  action: PhraseMatch;
  object: PhraseMatch;
}

/** `weapon`: a member's weapon, which acts for the member unless somebody else uses it: "a US Patriot". */
export type Role = 'member' | 'weapon' | 'other';

export function roleOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, act }: { at: number; act: Act },
): Role | undefined {
  const otherLength = tables.otherActors.lengthAt(sentence, at);
  const length = otherLength || tables.actors.lengthAt(sentence, at);
  if (length === 0 || isOwner(tables, sentence, { at, act })) return undefined;
  if (isPlace(tables, sentence, at)) return undefined;
  if (isModifier(tables, sentence, { at, length, action: act.action })) return undefined;
  if (!canAct(tables, sentence, { at, end: at + length, act })) return undefined;
  if (otherLength > 0) return 'other';
  if (isOthersForces(tables, sentence, { at, length })) return undefined;
  return isWeaponOf(tables, sentence, { at, length }) ? 'weapon' : 'member';
}

/** "Missiles supplied by Norway": the agent gave something, and does not do the action. */
export function isDonor(
  { donor, agent: agents, actions }: ConceptTables,
  sentence: readonly Token[],
  agent: number,
): boolean {
  for (let at = agent - 1; at >= Math.max(0, agent - DONOR_REACH); at--) {
    if (/[,;:()]/.test(sentence[at + 1]?.gap ?? '')) return false;
    if (donor.lengthAt(sentence, at) > 0) return true;
    if (agents.lengthAt(sentence, at) > 0 || actions.lengthAt(sentence, at) > 0) return false;
  }
  return false;
}

/** "Det ukrainska flygvapnet", "la fuerza aérea de Ucrania": words for a member's own forces beside somebody else's name. */
function isOthersForces(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, length }: { at: number; length: number },
): boolean {
  const { actsFor, otherActors } = tables;
  if (actsFor.lengthAt(sentence, at) < length) return false;
  const isOthers = (name: number): boolean =>
    otherActors.lengthAt(sentence, name) > 0 && !isPlace(tables, sentence, name);
  const end = at + length;
  const isCloseAfter = (name: number): boolean =>
    !sentence.slice(end, name + 1).some(({ gap }) => /[,;:()]/.test(gap));
  return isOthers(at - 1) || [end, end + 1].some((name) => isOthers(name) && isCloseAfter(name));
}

/** Whether a word after a country's name is a weapon: "a US Patriot". In "US Patriot batteries" soldiers act. */
function isWeaponOf(
  { weapons, actsFor, freeOrder, donor }: ConceptTables,
  sentence: readonly Token[],
  { at: name, length }: { at: number; length: number },
): boolean {
  const end = name + length;
  // "Lietuvos nupirktomis NASAMS", "北约国家援助的爱国者": a word of giving is between.
  const giving = [end, end + 1].find((at) => donor.lengthAt(sentence, at) > 0);
  const near = giving === undefined ? [end, end + 1] : [giving + 1, giving + 2];
  if (freeOrder && weapons.lengthAt(sentence, name - 1) > 0) return true;
  return near.some(
    (at) =>
      weapons.lengthAt(sentence, at) > 0 &&
      !/[,;:()]/.test(sentence[at]?.gap ?? '') &&
      actsFor.lengthAt(sentence, at + 1) === 0,
  );
}

/** Whether a name only names the owner of an object: "Russian missiles", "дрони Росії". */
function isOwner(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, act: { action, object } }: { at: number; act: Act },
): boolean {
  if (tables.objectsOf.lengthAt(sentence, at) === 0) return false;
  if (at >= object.start && at < object.end + 3) return true;
  // Where the verb is first, the subject is before the object, and the owner after it.
  if (!tables.verbFirst && at >= object.start - 4 && at < object.start) {
    if (at >= action.end) return true;
    const between = { start: at + 1, end: object.start };
    return !has(tables.actions, sentence, between) && !has(tables.actsFor, sentence, between);
  }
  // Of another object in the same sentence.
  return (tables.verbFirst ? [-1, -2] : [1, 2, 3]).some(
    (next) =>
      tables.objects.lengthAt(sentence, at + next) > 0 &&
      ownerOf(tables, sentence, { start: at + next, end: at + next + 1 }) === 'ours',
  );
}

/** The first word before a word that is no article. */
function beforeArticles(
  { article }: ConceptTables,
  sentence: readonly Token[],
  from: number,
): number {
  let before = from;
  while (from - before < ARTICLES_MAX && article.lengthAt(sentence, before) > 0) before--;
  return before;
}

/** Where a list of members begins: "in Denmark and Romania". */
function listStart({ and, actors }: ConceptTables, sentence: readonly Token[], at: number): number {
  let first = at;
  while (
    at - first < LIST_MAX &&
    and.lengthAt(sentence, first - 1) > 0 &&
    actors.lengthAt(sentence, first - 2) > 0
  ) {
    first -= 2;
  }
  return first;
}

/** Whether a name is a place: "over Poland", "over eastern Poland", "au-dessus de l'Ukraine". */
export function isPlace(tables: ConceptTables, sentence: readonly Token[], at: number): boolean {
  return placeWord(tables, sentence, at) >= 0;
}

/** The word that makes a name a place, or -1. */
export function placeWord(tables: ConceptTables, sentence: readonly Token[], at: number): number {
  const first = listStart(tables, sentence, at);
  const before = beforeArticles(tables, sentence, first - 1);
  const place = tables.locative.lengthAt(sentence, before) > 0 ? before : placeOfDescribed();
  return place < 0 || isStation(tables, sentence, { place, at }) ? -1 : place;

  /** "Over eastern Poland": one word is between, which is no name and no noun. */
  function placeOfDescribed(): number {
    const farther = beforeArticles(tables, sentence, before - 1);
    const isNoun = [tables.actsFor, tables.actions, tables.actors, tables.description].some(
      (table) => table.lengthAt(sentence, before) > 0,
    );
    const isClose = [before, at].every((word) => /^[\s-]$/.test(sentence[word]?.gap ?? ''));
    const isDescribed = before === first - 1 && isClose && !isNoun;
    return isDescribed && tables.locative.lengthAt(sentence, farther) > 0 ? farther : -1;
  }
}

/** "Jets from Poland", "batteries stationed in Romania", "we in Romania": the name says whose forces act, or who speaks. */
function isStation(
  { subject, owner, near, actsFor, stationed, otherActors }: ConceptTables,
  sentence: readonly Token[],
  { place, at }: { place: number; at: number },
): boolean {
  const isAfter = (table: PhraseTable): boolean => table.lengthAt(sentence, place - 1) > 0;
  if (/[,;:]/.test(sentence[place + 1]?.gap ?? '')) return true;
  if (isAfter(subject) || isAfter(stationed)) return true;
  if (stationed.lengthAt(sentence, at + 1) > 0) return true;
  const isIn = owner.lengthAt(sentence, place) > 0 || near.lengthAt(sentence, place) === 0;
  // "Ukrainian pilots in Danish jets"
  return isIn && isAfter(actsFor) && otherActors.lengthAt(sentence, place - 2) === 0;
}

/** "Donated by Denmark and the Netherlands", "переданих Німеччиною": both gave something. */
export function isGiver(tables: ConceptTables, sentence: readonly Token[], at: number): boolean {
  const links = [tables.and, tables.article, tables.actors];
  let first = at;
  while (
    at - first < LIST_MAX &&
    !/[,;:]/.test(sentence[first]?.gap ?? '') &&
    links.some((table) => table.lengthAt(sentence, first - 1) > 0)
  ) {
    first--;
  }
  if (tables.agent.lengthAt(sentence, first - 1) > 0) return isDonor(tables, sentence, first - 1);
  return tables.freeOrder && tables.donor.lengthAt(sentence, first - 1) > 0;
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
  if (isGiver(tables, sentence, at)) return true;
  const isOther = tables.otherActors.lengthAt(sentence, at) > 0;
  if (isOther && tables.objectsNotOf.lengthAt(sentence, at) > 0) {
    if (tables.objects.lengthAt(sentence, at + length) > 0) return true;
    const isBesideAction = at + length === action.start;
    if (!isBesideAction && tables.objects.lengthAt(sentence, at + length + 1) > 0) return true;
  }
  if (!tables.freeOrder || sentence[at]?.gap !== ' ') return false;
  // The subject of a verb that is first cannot stand right before it.
  if (at + length === action.start && !tables.verbFirst) return false;
  const isOfOther = isOther && tables.actors.lengthAt(sentence, at - 1) > 0;
  // A description may have several words, and it is that of a name before it: "우크라이나 상공에서 폴란드가".
  const isDescribed = [1, 2, 3].some(
    (words) =>
      tables.description.lengthAt(sentence, at - words) === words &&
      !isName(tables, sentence, at - words - 1),
  );
  return isOfOther || isDescribed;
}

const isName = (tables: ConceptTables, sentence: readonly Token[], at: number): boolean =>
  tables.actors.lengthAt(sentence, at) > 0 || tables.otherActors.lengthAt(sentence, at) > 0;

function canAct(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, end, act: { action } }: { at: number; end: number; act: Act },
): boolean {
  const next = sentence[end];
  if (!next) return at > action.start;
  if (next.word === 's' && next.gap === "'") {
    if (end + 1 === action.start) return true;
    const possessed = { start: end + 1, end: end + 1 + POSSESSED_REACH };
    return has(tables.actsFor, sentence, possessed) || has(tables.weapons, sentence, possessed);
  }
  if (next.gap.startsWith("' ")) return end === action.start;
  if (/[,;:()]/.test(next.gap)) return true;
  if (tables.description.lengthAt(sentence, end) > 0) return false;
  if (tables.otherActors.lengthAt(sentence, at) > 0) return true;
  return tables.verbFirst || tables.objects.lengthAt(sentence, end) === 0;
}
