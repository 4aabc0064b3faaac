/** Finds the object of an action. Knows word order and the tables of one language. */
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words after and before its action an object may stand. */
const AFTER_REACH = 12;
const BEFORE_REACH = 18;

export interface Target {
  object: PhraseMatch;
  /** Span of action and object together. Span of the action alone if a pronoun stands for the object. */
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
  const pronoun = pronounSpan(tables, sentence, action);
  if (last && pronoun) return { object: last, span: pronoun };

  const after = objectAfter(tables, sentence, { action, objects });
  const before = objectBefore(tables, sentence, { action, objects });
  if (after && before && tables.freeOrder) {
    return together(after.start - action.end > action.start - before.end + 2 ? before : after);
  }
  const object = after ?? before;
  return object && together(object);
}

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
  const start = action.end + skipped;
  return has(tables.agent, sentence, { start, end: object.start }) ? undefined : object;
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
        tables.freeOrder &&
        tables.actors.lengthAt(sentence, beside) > 0 &&
        tables.actsFor.lengthAt(sentence, at) > 0,
    );
    if (!isActor && !isBeside(tables, sentence, { start: at + length, end: object?.start ?? -1 }))
      return true;
  }
  return false;
}

/** Whether only "and" or a comma, and one or two words, stand in a span. */
function isBeside(
  { and }: ConceptTables,
  sentence: readonly Token[],
  { start, end }: PhraseMatch,
): boolean {
  if (end < start || end - start > 3) return false;
  return has(and, sentence, { start, end }) || (sentence[start]?.gap ?? '').startsWith(',');
}

/** "Shoot it down", "l'abattre", "go zestrzelić": the action with its pronoun. */
export function pronounSpan(
  { pronoun, objects }: ConceptTables,
  sentence: readonly Token[],
  action: PhraseMatch,
): PhraseMatch | undefined {
  for (let at = action.start; at < action.end + 2; at++) {
    // French "les" before a noun is its article.
    const isArticle = [at + 1, at + 2].some((next) => objects.lengthAt(sentence, next) > 0);
    if (pronoun.lengthAt(sentence, at) > 0 && !isArticle)
      return { start: action.start, end: Math.max(action.end, at + 1) };
  }
  for (const start of [action.start - 1, action.start - 2]) {
    if (pronoun.lengthAt(sentence, start) > 0) return { start, end: action.end };
  }
  return undefined;
}

/** Whether the action is done to an object before it: "were shot down", "by Poland", "that Poland shot down". */
function isUndergoing(
  tables: ConceptTables,
  sentence: readonly Token[],
  { object, action }: { object: PhraseMatch; action: PhraseMatch },
): boolean {
  const between = { start: object.end, end: action.start };
  if (has(tables.passive, sentence, between)) return true;
  if (has(tables.agent, sentence, { start: action.end, end: action.end + 4 })) return true;
  return has(tables.relative, sentence, between) && has(tables.actors, sentence, between);
}
