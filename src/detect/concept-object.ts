/** Finds the object of an action. Knows word order and the tables of one language. */
import { isUndergoing } from './concept-undergoing.ts';
import { isAgent, pronounSpan, referenceOf } from './concept-reference.ts';
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words after and before its action an object may stand. */
const AFTER_REACH = 12;
const BEFORE_REACH = 18;
/** How many words after "three of" its object may stand. */
const PART_REACH = 5;
/** How many words a thing in a list may be from the next one. */
const LIST_REACH = 4;
/** How many words after a verb with a pronoun another thing may stand, which the action is done to. */
const OTHER_REACH = 3;
/**
 * A pronoun that stands so many words before its verb, or more, stands for an object only in a sentence without one: "it can shoot down
 * drones".
 */
const CLOSE = 2;

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
  const pronoun = pronounOf(tables, sentence, { action, objects });
  // "Lelőtték" means "shot it down", and "lelőtték a drónt" does not: a form with a pronoun in it may yet have an object.
  const isInVerb = tables.pronoun.lengthAt(sentence, action.start) > 0;
  if (last && pronoun && !isInVerb) return { object: last, span: pronoun };

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

/** The action with its pronoun. The pronoun does not stand for an object if the sentence names another thing. */
function pronounOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  { action, objects }: Search,
): PhraseMatch | undefined {
  const pronoun = pronounSpan(tables, sentence, action);
  const isFar = pronoun && pronoun.start <= action.start - CLOSE;
  if (!pronoun || (isFar && objects.length > 0)) return undefined;
  const beside = [
    { start: pronoun.end, end: pronoun.end + OTHER_REACH },
    { start: pronoun.start, end: action.start },
  ];
  return beside.some((span) => hasOtherObject(tables, sentence, span)) ? undefined : pronoun;
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
  if (!hasAgent(tables, sentence, agents)) return object;
  return isInverted(tables, sentence, { action, object }) ? object : undefined;
}

/** Whether a word for "by" is in a span. Swedish "av" after a number means "of": "två av drönarna". */
function hasAgent(tables: ConceptTables, sentence: readonly Token[], span: PhraseMatch): boolean {
  return sentence
    .slice(span.start, span.end)
    .some((_, index) => isAgent(tables, sentence, span.start + index));
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
  // "Drony zničila polská armáda": the subject is after the verb.
  if (tables.freeOrder && tables.actors.lengthAt(sentence, action.end) > 0) return false;
  if (hasSubject(tables, sentence, { start: object.end, end: action.start })) return false;
  const isPassive = has(tables.passive, sentence, { start: object.end, end: action.end + 2 });
  const isApart = sentence.slice(object.end, action.start + 1).some(({ gap }) => gap.includes(','));
  return !isPassive || isApart;
}

/** "Šáhedy jejich piloti ničit nebudou": forces between an object and its verb, with no comma after them. */
function hasSubject(
  { freeOrder, actsFor }: ConceptTables,
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
): boolean {
  if (!freeOrder) return false;
  for (let at = end - 1; at >= start && !/[,;:()]/.test(sentence[at + 1]?.gap ?? ''); at--) {
    if (actsFor.lengthAt(sentence, at) > 0) return true;
  }
  return false;
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
