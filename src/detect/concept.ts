/**
 * The judge of concepts: an actor does an action to an object within one sentence, or the actor is in the sentence before.
 * The words come from the dataset's concept rules and from the grammar of the language. This code is the same for all.
 */
import { actorOf } from './concept-actor.ts';
import { pronounSpan, targetOf, type Target } from './concept-object.ts';
import { isOtherSetting, ownerOf } from './concept-owner.ts';
import { createConceptTables, has, type ConceptTables } from './concept-tables.ts';
import type { Mention } from './mention.ts';
import type { Block, NameMention } from './names.ts';
import { createPhraseTable, type PhraseMatch, type PhraseTable } from './phrase.ts';
import type { CompiledConceptRule, CompiledEntity, CompiledLinguistics } from './compiled.ts';
import type { Token } from './token.ts';

const CONFIDENCE = { ownerNamed: 0.9, ownerImplied: 0.75, actorImplied: 0.65 } as const;

/** How many words at the start of a sentence may contain the pronoun for the actor of the sentence before. */
const SUBJECT_REACH = 3;

type Found = Pick<Mention, 'start' | 'end' | 'confidence' | 'rule'>;

/** @param entities the entity of a mention is an index into this list */
export function createConceptFinder(
  entities: readonly CompiledEntity[],
  { languages }: CompiledLinguistics,
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
      // Most texts have neither in most languages. They need no other table of these languages.
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

/** Whether a text may be in a language. It is not if it has many more small words of another language with rules. */
function mayBeIn(
  lang: string,
  scores: ReadonlyMap<string, number>,
  all: readonly { lang: string }[],
): boolean {
  const best = Math.max(0, ...all.map((rule) => scores.get(rule.lang) ?? 0));
  return best < 3 || 2 * (scores.get(lang) ?? 0) >= best;
}

function lazyTables(
  rule: CompiledConceptRule,
  languages: CompiledLinguistics['languages'],
  core: Pick<ConceptTables, 'objects' | 'actions'>,
): () => ConceptTables | undefined {
  let tables: ConceptTables | undefined;
  const { grammar, and = '' } = languages[rule.lang] ?? {};
  return () => (tables ??= grammar && { ...createConceptTables(rule, grammar, and), ...core });
}

interface Context {
  sentence: readonly Token[];
  before: readonly Token[] | undefined;
  /** Whether the block has a word of the rule's setting. */
  inSetting: boolean;
}

function findInSentence(tables: ConceptTables, context: Context): Found[] {
  const { sentence, before = [] } = context;
  const objects = tables.objects.find(sentence);
  const found: Found[] = [];
  for (const action of tables.actions.find(sentence)) {
    const target = targetOf(tables, sentence, { action, objects });
    const pronoun = target ? undefined : pronounSpan(tables, sentence, action);
    const { start, end } = target?.span ?? pronoun ?? { start: -1, end: 0 };
    const first = sentence[start];
    const last = sentence[end - 1];
    if (!first || !last || first.start < (found.at(-1)?.end ?? 0)) continue;
    const judged = target
      ? judge(tables, context, { action, target })
      : judgeWithPronoun(tables, context, {
          action,
          antecedent: tables.objects.find(before).at(-1),
        });
    if (judged) found.push({ start: first.start, end: last.end, ...judged });
  }
  return found;
}

/** "Three drones entered Estonia. Italian jets shot them down": the object is in the sentence before. */
function judgeWithPronoun(
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
  // In Poland, Poland acts. "The west" can be anywhere.
  const isThere = owner === 'ours' || hasBoth(sentence, tables.actors, tables.setting);
  return actor === 'place' && isThere
    ? { confidence: CONFIDENCE.actorImplied, rule: 'concept' }
    : undefined;
}

function hasBoth(sentence: readonly Token[], ...tables: readonly PhraseTable[]): boolean {
  return sentence.some((_, at) => tables.every((table) => table.lengthAt(sentence, at) > 0));
}

/** Whether the sentence before has the actor: this one has a pronoun for it, or that one has forces that act. */
function isActorBefore(
  tables: ConceptTables,
  sentence: readonly Token[],
  before: readonly Token[] | undefined,
): boolean {
  if (!before) return false;
  const hasPronoun = has(tables.subject, sentence, { start: 0, end: SUBJECT_REACH });
  const whole = { start: 0, end: before.length };
  if (!hasPronoun && !has(tables.actsFor, before, whole)) return false;
  const end = { start: before.length, end: before.length };
  const actor = actorOf(tables, before, { action: end, object: end });
  return actor === 'member' || (hasPronoun && actor === 'place');
}
