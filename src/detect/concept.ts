/**
 * Second half of the judge: an idea told by its parts. Somebody (actor) does something (action) to something
 * (object) within one sentence, or with the actor in the sentence before. The tables come from the dataset
 * and from the grammar of the language; what is said here holds for all of them.
 */
import { actorOf } from './concept-actor.ts';
import { pronounSpan, targetOf, type Target } from './concept-object.ts';
import { isOtherSetting, ownerOf } from './concept-owner.ts';
import { createConceptTables, has, type ConceptTables } from './concept-tables.ts';
import type { Mention } from './mention.ts';
import type { Block, NameMention } from './names.ts';
import { createPhraseTable, type PhraseMatch, type PhraseTable } from './phrase.ts';
import type { PreparedConcept, PreparedEntity, PreparedLinguistics } from './prepared.ts';
import type { Token } from './token.ts';

const CONFIDENCE = { ownerNamed: 0.9, ownerImplied: 0.75, actorImplied: 0.65 } as const;

/** How many words at the start of a sentence may hold the pronoun that takes up the one before. */
const SUBJECT_REACH = 3;

type Found = Pick<Mention, 'start' | 'end' | 'confidence' | 'rule'>;

/** @param entities whose positions the mentions carry */
export function createConceptFinder(
  entities: readonly PreparedEntity[],
  { languages }: PreparedLinguistics,
): (block: Block) => NameMention[] {
  const rules = entities.flatMap(({ concepts = [] }, entity) =>
    concepts.map((rule) => {
      const core = {
        objects: createPhraseTable(rule.objects),
        actions: createPhraseTable(rule.actions),
      };
      return { entity, lang: rule.lang, ...core, tables: lazyTables(rule, languages, core) };
    }),
  );
  return ({ tokens, sentences, languages: scores }) =>
    rules.flatMap(({ entity, lang, objects, actions, tables }) => {
      const whole = { start: 0, end: tokens.length };
      if (!mayBeIn(lang, scores(), rules)) return [];
      // Most texts have neither in most languages, and need no other table of theirs.
      if (!has(objects, tokens, whole) || !has(actions, tokens, whole)) return [];
      const compiled = tables();
      if (!compiled) return [];
      const inSetting = has(compiled.setting, tokens, whole);
      return sentences.flatMap((sentence, index) =>
        findInSentence(compiled, { sentence, before: sentences[index - 1], inSetting }).map(
          (found) => ({ entity, ...found }),
        ),
      );
    });
}

/** Whether a text may be in a language: not if its small words speak for another one that has rules. */
function mayBeIn(
  lang: string,
  scores: ReadonlyMap<string, number>,
  all: readonly { lang: string }[],
): boolean {
  const best = Math.max(0, ...all.map((rule) => scores.get(rule.lang) ?? 0));
  return best < 3 || 2 * (scores.get(lang) ?? 0) >= best;
}

function lazyTables(
  rule: PreparedConcept,
  languages: PreparedLinguistics['languages'],
  core: Pick<ConceptTables, 'objects' | 'actions'>,
): () => ConceptTables | undefined {
  let tables: ConceptTables | undefined;
  const { grammar, and = '' } = languages[rule.lang] ?? {};
  return () => (tables ??= grammar && { ...createConceptTables(rule, grammar, and), ...core });
}

interface Context {
  sentence: readonly Token[];
  before: readonly Token[] | undefined;
  /** Whether the text is about the right war at all. */
  inSetting: boolean;
}

function findInSentence(tables: ConceptTables, context: Context): Found[] {
  const { sentence, before = [] } = context;
  const objects = tables.objects.find(sentence);
  const found: Found[] = [];
  for (const action of tables.actions.find(sentence)) {
    const target = targetOf(tables, sentence, { action, objects });
    const taken = target ? undefined : pronounSpan(tables, sentence, action);
    const { start, end } = target?.span ?? taken ?? { start: -1, end: 0 };
    const first = sentence[start];
    const last = sentence[end - 1];
    if (!first || !last || first.start < (found.at(-1)?.end ?? 0)) continue;
    const judged = target
      ? judge(tables, context, { action, target })
      : judgeTakenUp(tables, context, { action, antecedent: tables.objects.find(before).at(-1) });
    if (judged) found.push({ start: first.start, end: last.end, ...judged });
  }
  return found;
}

/** "Three drones entered Estonia. Italian jets shot them down": the object is in the sentence before. */
function judgeTakenUp(
  tables: ConceptTables,
  { sentence, before = [], inSetting }: Context,
  { action, antecedent }: { action: PhraseMatch; antecedent: PhraseMatch | undefined },
): Pick<Found, 'confidence' | 'rule'> | undefined {
  if (!antecedent) return undefined;
  const owner = ownerOf(tables, before, antecedent);
  if (owner === 'other' || (owner === 'unsaid' && !inSetting)) return undefined;
  if (isOtherSetting(tables, before) || isOtherSetting(tables, sentence)) return undefined;
  const actor = actorOf(tables, sentence, { action, object: action });
  return actor === 'member'
    ? { confidence: CONFIDENCE.ownerImplied, rule: 'concept-over-sentences' }
    : undefined;
}

function judge(
  tables: ConceptTables,
  { sentence, before, inSetting }: Context,
  { action, target: { object } }: { action: PhraseMatch; target: Target },
): Pick<Found, 'confidence' | 'rule'> | undefined {
  const owner = ownerOf(tables, sentence, object);
  if (owner === 'other' || (owner === 'unsaid' && !inSetting)) return undefined;
  if (owner === 'unsaid' && isOtherSetting(tables, sentence)) return undefined;
  const actor = actorOf(tables, sentence, { action, object });
  if (actor === 'member') {
    const confidence = owner === 'ours' ? CONFIDENCE.ownerNamed : CONFIDENCE.ownerImplied;
    return { confidence, rule: 'concept' };
  }
  if (actor === 'other') return undefined;
  if (isActorBefore(tables, sentence, before)) {
    return { confidence: CONFIDENCE.ownerImplied, rule: 'concept-over-sentences' };
  }
  // Whoever stops something in Poland is Poland's; "the west" may be anywhere.
  const isThere = owner === 'ours' || hasBoth(sentence, tables.actors, tables.setting);
  return actor === 'place' && isThere
    ? { confidence: CONFIDENCE.actorImplied, rule: 'concept' }
    : undefined;
}

function hasBoth(sentence: readonly Token[], ...tables: readonly PhraseTable[]): boolean {
  return sentence.some((_, at) => tables.every((table) => table.lengthAt(sentence, at) > 0));
}

/** The actor of the sentence before, if this one takes it up by a pronoun, or it spoke of forces at work. */
function isActorBefore(
  tables: ConceptTables,
  sentence: readonly Token[],
  before: readonly Token[] | undefined,
): boolean {
  if (!before) return false;
  const takesUp = has(tables.subject, sentence, { start: 0, end: SUBJECT_REACH });
  const whole = { start: 0, end: before.length };
  if (!takesUp && !has(tables.actsFor, before, whole)) return false;
  const end = { start: before.length, end: before.length };
  const actor = actorOf(tables, before, { action: end, object: end });
  return actor === 'member' || (takesUp && actor === 'place');
}
