/**
 * Second half of the judge: an idea told by its parts. Somebody (actor) does something (action) to something
 * (object) within one sentence; who acts is read from word order and `by`. The tables come from the dataset.
 */
import type { ConceptRule, EntityDetection } from '../dataset/index.ts';
import type { Mention } from './mention.ts';
import { createPhraseTable, type PhraseMatch, type PhraseTable } from './phrase.ts';
import { sentences, type Token } from './token.ts';

const CONFIDENCE = { ownerNamed: 0.9, ownerImplied: 0.75 } as const;

/** How far, in words, an object may stand from its action. */
const OBJECT_REACH = 10;
/** How far before an object the word stands that says whose it is. */
const OWNER_REACH = 4;

/** Words that put a country where it happens, not at the trigger. */
const LOCATIVE = new Set(
  'in over into near toward towards at across above against on inside outside within'.split(' '),
);
const PASSIVE = new Set('be been being is are was were get gets got'.split(' '));
const PRONOUNS = new Set(['it', 'them', 'these', 'those']);
const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their']);
/** Words that turn the name before them into a description: "Polish airspace", "NATO-supplied". */
const NOT_THE_ACTOR =
  /^(airspace|territory|soil|border|borders|skies|summit|supplied|made|provided|standard|backed|system|systems|weapons?|membership|chief|town|village|city|region)$/;

/** "Poland's foreign minister", "Ukraine's air defences": the owner is the one that acts. */
const ACTS_FOR_OWNER =
  /^(minister|president|chancellor|government|ministry|military|army|navy|forces?|troops|jets?|fighters|pilots|officials?|general|defences?|defenses?|gunners|crews)$/;

type Tables = Record<Exclude<keyof ConceptRule, 'examples'>, PhraseTable>;

export type ConceptFinder = (text: string, tokens: readonly Token[]) => Mention[];

export function createConceptFinder(entity: EntityDetection): ConceptFinder {
  if (!entity.concept) return () => [];
  const tables = Object.fromEntries(
    Object.entries({ ...entity.concept, examples: [] }).map(([part, phrases]) => [
      part,
      createPhraseTable(phrases),
    ]),
  ) as Tables;
  return (text, tokens) => {
    const inSetting = tables.setting.find(tokens).length > 0;
    return sentences(tokens).flatMap((sentence) =>
      findInSentence(tables, sentence, inSetting).map(({ start, end, confidence }) => ({
        entity: entity.id,
        start,
        end,
        surface: text.slice(start, end),
        rule: 'concept',
        confidence,
      })),
    );
  };
}

type Found = Pick<Mention, 'start' | 'end' | 'confidence'>;

function findInSentence(tables: Tables, sentence: readonly Token[], inSetting: boolean): Found[] {
  const objects = tables.objects.find(sentence);
  if (objects.length === 0) return [];
  const found: Found[] = [];
  for (const action of tables.actions.find(sentence)) {
    const object = objectOf(tables, sentence, { action, objects });
    if (!object) continue;
    const owner = ownerOf(tables, sentence, object);
    if (owner === 'other' || (owner === 'unsaid' && !inSetting)) continue;
    if (!isActedByMember(tables, sentence, { action, object })) continue;
    const first = sentence[Math.min(action.start, object.start)];
    const last = sentence[Math.max(action.end, object.end) - 1];
    if (!first || !last || first.start < (found.at(-1)?.end ?? 0)) continue;
    const confidence = owner === 'ours' ? CONFIDENCE.ownerNamed : CONFIDENCE.ownerImplied;
    found.push({ start: first.start, end: last.end, confidence });
  }
  return found;
}

/** What the action is done to: the next object after it, or else the last one before it (passive, "missile interception"). */
function objectOf(
  tables: Tables,
  sentence: readonly Token[],
  { action, objects }: { action: PhraseMatch; objects: readonly PhraseMatch[] },
): PhraseMatch | undefined {
  const between = (from: number, to: number): boolean =>
    tables.otherObjects.find(sentence.slice(from, to)).length > 0;
  const before = objects.findLast(({ end }) => end <= action.start);
  if (before?.end === action.start && isNoun(sentence[action.start])) return before;
  // "Drone factories" are no drones.
  const isPartOfOther = ({ end }: PhraseMatch): boolean => between(end, end + 1);
  const after = objects.find(({ start }) => start > action.start);
  if (after && after.start - action.end < OBJECT_REACH && !between(action.start + 1, after.start)) {
    return isPartOfOther(after) ? undefined : after;
  }
  if (!before || action.start - before.end >= OBJECT_REACH) return undefined;
  if (between(before.end, action.start) || between(action.end, action.end + 3)) return undefined;
  return isUndergoing(sentence, before, action) ? before : undefined;
}

/** "Interception", "downing", "shootdown": an action named as a thing. */
function isNoun(token: Token | undefined): boolean {
  return token !== undefined && /^(interceptions?|downings?|shootdowns?)$/.test(token.word);
}

/** Whether an object that stands first suffers the action ("were shot down", "by Poland", "shoot it down") or does it. */
function isUndergoing(
  sentence: readonly Token[],
  object: PhraseMatch,
  action: PhraseMatch,
): boolean {
  const words = (from: number, to: number) => sentence.slice(from, to).map(({ word }) => word);
  return (
    words(object.end, action.start).some((word) => PASSIVE.has(word)) ||
    words(action.end, action.end + 4).includes('by') ||
    words(action.start, action.end + 1).some((word) => PRONOUNS.has(word))
  );
}

function ownerOf(
  tables: Tables,
  sentence: readonly Token[],
  object: PhraseMatch,
): 'ours' | 'other' | 'unsaid' {
  for (let at = object.start; at >= Math.max(0, object.start - OWNER_REACH); at--) {
    if (at < object.start && tables.actions.lengthAt(sentence, at) > 0) break;
    if (tables.objectsOf.lengthAt(sentence, at) > 0) return 'ours';
    if (at < object.start && tables.objectsNotOf.lengthAt(sentence, at) > 0) return 'other';
  }
  const after = sentence.slice(object.end, object.end + OWNER_REACH);
  const source = after.findIndex(({ word }) => /^(from|by|of)$/.test(word));
  if (source < 0) return 'unsaid';
  const at = object.end + source + (ARTICLES.has(after[source + 1]?.word ?? '') ? 2 : 1);
  if (tables.objectsOf.lengthAt(sentence, at) > 0) return 'ours';
  return tables.objectsNotOf.lengthAt(sentence, at) > 0 && after[source]?.word !== 'by'
    ? 'other'
    : 'unsaid';
}

/** Whether the one who acts is an actor of the rule: named by `by`, or else the last possible one before the action. */
function isActedByMember(
  tables: Tables,
  sentence: readonly Token[],
  { action, object }: { action: PhraseMatch; object: PhraseMatch },
): boolean {
  const roleAt = (at: number): 'member' | 'other' | undefined => {
    if (tables.otherActors.lengthAt(sentence, at) > 0) return 'other';
    return tables.actors.lengthAt(sentence, at) > 0 ? 'member' : undefined;
  };
  const end = Math.max(action.end, object.end);
  for (let at = action.end; at < Math.min(sentence.length, end + OBJECT_REACH); at++) {
    if (!/^(by|from)$/.test(sentence[at]?.word ?? '')) continue;
    for (let agent = at + 1; agent <= at + 3; agent++) {
      const role = roleAt(agent);
      if (role === 'member') return true;
      if (role === 'other' && sentence[at]?.word === 'by') return false;
    }
  }
  for (let at = Math.min(action.start, sentence.length) - 1; at >= 0; at--) {
    if (at >= object.start - OWNER_REACH && at < object.end && isOwner(tables, sentence, at))
      continue;
    const role = roleAt(at);
    if (role && canAct({ tables, role }, sentence, { at, action })) return role === 'member';
  }
  return false;
}

function isOwner(tables: Tables, sentence: readonly Token[], at: number): boolean {
  return tables.objectsOf.lengthAt(sentence, at) > 0;
}

function canAct(
  { tables, role }: { tables: Tables; role: 'member' | 'other' },
  sentence: readonly Token[],
  { at, action }: { at: number; action: PhraseMatch },
): boolean {
  const table = role === 'member' ? tables.actors : tables.otherActors;
  const nextIndex = at + table.lengthAt(sentence, at);
  const next = sentence[nextIndex];
  const beforeIndex = ARTICLES.has(sentence[at - 1]?.word ?? '') ? at - 2 : at - 1;
  if (LOCATIVE.has(sentence[beforeIndex]?.word ?? '')) return false;
  if (!next) return false;
  const possesses = next.word === 's' && next.gap === "'";
  if (possesses) {
    const possessed = sentence.slice(nextIndex + 1, nextIndex + 4);
    return (
      nextIndex + 1 === action.start || possessed.some(({ word }) => ACTS_FOR_OWNER.test(word))
    );
  }
  const pluralPossesses = next.gap.startsWith("' ");
  if (pluralPossesses) return nextIndex === action.start;
  if (nextIndex >= action.start || role === 'other') return true;
  return !NOT_THE_ACTOR.test(next.word) && tables.objects.lengthAt(sentence, nextIndex) === 0;
}
