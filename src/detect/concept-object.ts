/** Finds the object of an action. Knows word order and the tables of one language. */
import { pronounSpan, referenceOf } from './concept-reference.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words after and before its action an object may stand. */
const AFTER_REACH = 12;
const BEFORE_REACH = 18;
/** How many words after "three of" its object may stand. */
const PART_REACH = 5;
/** How many words into a headline or its clause the object may stand. */
const HEADLINE_REACH = 5;
/** How many words a thing in a list may be from the next one. */
const LIST_REACH = 4;

export interface Target {
  /** Where the sentence names the object. Not set if words stand for an object of the sentence before. */
  object?: PhraseMatch;
  /** Span of action and object together, or of the action and the words that stand for the object. */
  span: PhraseMatch;
}

interface Search {
  action: PhraseMatch;
  objects: readonly PhraseMatch[];
}

export function targetOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, objects }: Search,
): Target | undefined {
  const together = (object: PhraseMatch): Target => ({
    object,
    span: { start: Math.min(action.start, object.start), end: Math.max(action.end, object.end) },
  });
  const compound = objects.find(({ start }) => start === action.start);
  if (compound) return together(compound);
  const last = objects.findLast(({ end }) => end <= action.start);
  if (last?.end === action.start && isNoun(tables, sentence, action) && !tables.freeOrder)
    return together(last);
  const reference = referenceOf(tables, sentence, action);
  if (reference && has(tables.objectsOf, sentence, reference.words))
    return { object: reference.words, span: reference.span };
  const pronoun = pronounSpan(tables, sentence, action);
  if (last && pronoun) return { object: last, span: pronoun };

  const after = objectAfter(tables, sentence, { action, objects });
  const before = objectBefore(tables, sentence, { action, objects });
  if (reference && isNearer(tables, sentence, { action, words: reference.words, after, before }))
    return withObject(last ?? after, reference.span);
  if (pronoun?.start === action.start && !before && after && after.start > pronoun.end + 1)
    return { object: after, span: pronoun };
  if (after && before && tables.freeOrder) {
    return together(after.start - action.end > action.start - before.end + 2 ? before : after);
  }
  // "A Kalibr that the destroyer brought down, not a drone"
  const isNext = after && before && /[,;:]/.test(sentence[action.end]?.gap ?? '');
  const object = isNext ? before : (after ?? before);
  if (object) return together(object);
  return pronoun && { span: pronoun };
}

const withObject = (object: PhraseMatch | undefined, span: PhraseMatch): Target =>
  object ? { object, span } : { span };

/** Whether a reference is nearer to its action than the objects. "Three of the drones" names its object. */
function isNearer(
  { owner }: ConceptTables,
  sentence: readonly Token[],
  { action, words, after, before }: { action: PhraseMatch; words: PhraseMatch } & Objects,
): boolean {
  if (words.start < action.start) return !after && (!before || before.end <= words.start);
  const isPart = owner.lengthAt(sentence, words.end) > 0;
  return !before && (!after || after.start > words.end + (isPart ? PART_REACH : 2));
}

type Objects = Partial<Record<'after' | 'before', PhraseMatch | undefined>>;

export function isNoun(
  { nouns }: ConceptTables,
  sentence: readonly Token[],
  { start }: PhraseMatch,
): boolean {
  return nouns.lengthAt(sentence, start) > 0;
}

function objectAfter(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, objects }: Search,
): PhraseMatch | undefined {
  const object = objects.find(({ start }) => start > action.start);
  if (!object || object.start - action.end >= AFTER_REACH) return undefined;
  // "Drone factories" are not drones.
  if (hasOtherObject(tables, sentence, { start: object.end, end: object.end + 1 }))
    return undefined;
  const between = { start: action.start + 1, end: object.start };
  if (hasOtherObject(tables, sentence, between, object)) return undefined;
  // A name after "by" is not an object. In German "Abschuss von Drohnen" it is.
  const skipped = isNoun(tables, sentence, action)
    ? tables.agent.lengthAt(sentence, action.end)
    : 0;
  const agents = { start: action.end + skipped, end: object.start };
  if (!has(tables.agent, sentence, agents)) return object;
  return isInverted(tables, sentence, { action, object }) ? object : undefined;
}

/** "Shot down by Dutch jets: a drone", "interception by Nato states of missiles": the object is after the agent. */
function isInverted(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, object }: { action: PhraseMatch; object: PhraseMatch },
): boolean {
  const isFirst = action.start <= 1;
  for (let at = object.start; at > action.end; at--) {
    const { gap } = sentence[at] ?? { gap: '' };
    if (isFirst && /[:,]|\s-\s/.test(gap)) return true;
    if (tables.agent.lengthAt(sentence, at) > 0) return false;
    if (isNoun(tables, sentence, action) && tables.owner.lengthAt(sentence, at) > 0) return true;
  }
  return false;
}

function objectBefore(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, objects }: Search,
): PhraseMatch | undefined {
  const object = objects.findLast(({ end }) => end <= action.start);
  if (!object || action.start - object.end >= BEFORE_REACH) return undefined;
  if (hasOtherObject(tables, sentence, { start: object.end, end: action.start })) return undefined;
  if (hasOtherObject(tables, sentence, { start: action.end, end: action.end + 3 }))
    return undefined;
  if (!tables.freeOrder) {
    return isUndergoing(tables, sentence, { object, action }) ? object : undefined;
  }
  if (isNoun(tables, sentence, action)) return undefined;
  return isActorItself(tables, sentence, { object, action }) ? undefined : object;
}

/** "A missile that destroyed a hospital": whether an object before the action may be its actor. */
function isActorItself(
  tables: ConceptTables,
  sentence: readonly Token[],
  { object, action }: { object: PhraseMatch; action: PhraseMatch },
): boolean {
  if (tables.doneByObjects.lengthAt(sentence, action.start) === 0) return false;
  if (has(tables.agent, sentence, { start: object.end, end: action.end + 4 })) return false;
  const isPassive = has(tables.passive, sentence, { start: object.end, end: action.end + 2 });
  const isApart = sentence.slice(object.end, action.start + 1).some(({ gap }) => gap.includes(','));
  return !isPassive || isApart;
}

/**
 * Whether a span contains another thing to which the action can be done. Actors do not count, nor things named beside
 * the object: "planes and drones".
 */
function hasOtherObject(
  tables: ConceptTables,
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
  object?: PhraseMatch,
): boolean {
  for (let at = start; at < Math.min(end, sentence.length); at++) {
    if (tables.agent.lengthAt(sentence, at) > 0) return false;
    const length = tables.otherObjects.lengthAt(sentence, at);
    if (length === 0) continue;
    const isActor = [at - 1, at + length].some(
      (beside) =>
        tables.actors.lengthAt(sentence, beside) > 0 && tables.actsFor.lengthAt(sentence, at) > 0,
    );
    if (!isActor && !isBeside(tables, sentence, { start: at + length, end: object?.start ?? -1 }))
      return true;
  }
  return false;
}

/** Whether a list goes on between two things: "planes, drones", "planes and drones", "planes/drones". */
function isBeside(
  tables: ConceptTables,
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
): boolean {
  if (end < start) return false;
  let at = start;
  while (at <= end) {
    const isLinked =
      /^\s*[,/]/.test(sentence[at]?.gap ?? '') ||
      [at, at + 1].some((next) => next < end && isListWord(tables, sentence, next));
    if (!isLinked) return false;
    const next = nextOther(tables, sentence, { start: at, end });
    if (next === undefined) return end - at <= LIST_REACH;
    if (next.start - at > LIST_REACH) return false;
    at = next.end;
  }
  return false;
}

function nextOther(
  { otherObjects }: ConceptTables,
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
): PhraseMatch | undefined {
  for (let at = start; at < end; at++) {
    const length = otherObjects.lengthAt(sentence, at);
    if (length > 0) return { start: at, end: at + length };
  }
  return undefined;
}

const isListWord = ({ and, or }: ConceptTables, sentence: readonly Token[], at: number): boolean =>
  and.lengthAt(sentence, at) > 0 || or.lengthAt(sentence, at) > 0;

/** Whether the action is done to an object before it: "were shot down", "by Poland", "that Poland shot down". */
function isUndergoing(
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
