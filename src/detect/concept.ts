/**
 * The judge of concepts: an actor does an action to an object within one sentence, or actor or object are in a sentence before.
 * The words come from the dataset's concept rules and from the grammar of the language. This code is the same for all.
 */
import { actorOf } from './concept-actor.ts';
import { isActorBefore } from './concept-before.ts';
import { createFirstLook } from './concept-look.ts';
import { targetOf } from './concept-object.ts';
import { isOwnForces, isOwnersSpeech } from './concept-own.ts';
import { isOtherSetting, ownerOf } from './concept-owner.ts';
import { createConceptTables, has, prefixesOf, type ConceptTables } from './concept-tables.ts';
import { cutParticles } from './concept-words.ts';
import type { Mention } from './mention.ts';
import type { Block, NameMention } from './names.ts';
import { isSure, isWeak } from './concept-weak.ts';
import { createPhraseTable, type PhraseMatch, type PhraseTable } from './phrase.ts';
import type { CompiledLinguistics, JudgedEntity } from './compiled.ts';
import type { Token } from './token.ts';

const CONFIDENCE = { ownerNamed: 0.9, ownerImplied: 0.75, actorImplied: 0.65 } as const;

/** How many sentences before may have the object that words stand for. */
const OBJECT_REACH = 2;
/** How many sentences after the first one of a block may have it. */
const FORWARD_REACH = 4;

type Found = Pick<Mention, 'start' | 'end' | 'confidence' | 'rule'>;
type Judged = Pick<Found, 'confidence' | 'rule'>;

/** @param entities the entity of a mention is an index into this list */
export function createConceptFinder(
  entities: readonly JudgedEntity[],
  linguistics: CompiledLinguistics,
): (block: Block) => NameMention[] {
  const rules = entities.flatMap(({ concepts = [] }, entity) =>
    concepts.map(({ lang, objects, actions }, at) => {
      const core = { objects: createPhraseTable(objects), actions: createPhraseTable(actions) };
      const whole = lazily(() => createConceptTables({ rules: concepts, at }, linguistics, core));
      const prefixes = prefixesOf(linguistics.languages[lang]);
      const cut = prefixes && cutParticles([core.objects, core.actions], prefixes, []);
      return { entity, lang, lists: { objects, actions }, tables: core, cut, whole };
    }),
  );
  const firstLook = createFirstLook(rules);
  return ({ tokens, sentences, languages: scores }) =>
    firstLook(tokens, scores()).flatMap((at) => {
      const rule = rules[at];
      const tables = rule?.whole();
      if (!rule || !tables) return [];
      const cut = tables.cut ? sentences.map(tables.cut) : sentences;
      const inSetting = cut.some((sentence) =>
        has(tables.setting, sentence, { start: 0, end: sentence.length }),
      );
      return cut.flatMap((_, index) =>
        findInSentence(tables, { sentences: cut, index, inSetting }).map((found) => ({
          entity: rule.entity,
          ...found,
        })),
      );
    });
}

function lazily<Made>(make: () => Made): () => Made {
  let made: { is: Made } | undefined;
  return () => (made ??= { is: make() }).is;
}

/** A sentence among those of its block. */
interface Context {
  sentences: readonly (readonly Token[])[];
  index: number;
  /** Whether the block has a word of the rule's setting. */
  inSetting: boolean;
}

/** An object and the sentence that names it. */
interface Named {
  sentence: readonly Token[];
  object: PhraseMatch;
}

function findInSentence(tables: ConceptTables, context: Context): Found[] {
  const sentence = context.sentences[context.index] ?? [];
  const objects = tables.objects.find(sentence);
  const found: Found[] = [];
  for (const action of tables.actions.find(sentence)) {
    const target = targetOf(tables, sentence, { action, objects });
    const first = target && sentence[target.span.start];
    const last = target && sentence[target.span.end - 1];
    if (!first || !last || first.start < (found.at(-1)?.end ?? 0)) continue;
    const named = target.object
      ? { sentence, object: target.object }
      : antecedentOf(tables, context);
    const judged = named && judge(tables, context, { action, named });
    if (judged) found.push({ start: first.start, end: last.end, ...judged });
  }
  return found;
}

/**
 * "Three drones entered Estonia. Italian jets shot them down": the object is in a sentence before. The first sentence of a
 * block may point forward.
 */
function antecedentOf(
  { objects }: ConceptTables,
  { sentences, index }: Context,
): Named | undefined {
  for (let at = index - 1; at >= Math.max(0, index - OBJECT_REACH); at--) {
    const sentence = sentences[at] ?? [];
    const object = objects.find(sentence).at(-1);
    if (object) return { sentence, object };
  }
  const later = index === 0 ? sentences.slice(1, 1 + FORWARD_REACH) : [];
  for (const sentence of later) {
    const [object] = objects.find(sentence);
    if (object) return { sentence, object };
  }
  return undefined;
}

function judge(
  tables: ConceptTables,
  { sentences, index, inSetting }: Context,
  { action, named }: { action: PhraseMatch; named: Named },
): Judged | undefined {
  const sentence = sentences[index] ?? [];
  const isHere = named.sentence === sentence;
  const isSpeech = isHere && isOwnersSpeech(tables, sentence, { action, object: named.object });
  if (isSpeech) return { confidence: CONFIDENCE.ownerImplied, rule: 'concept' };
  const owner = ownerOf(tables, named.sentence, named.object);
  if (owner === 'other' || (owner === 'unsaid' && !inSetting)) return undefined;
  const before = sentences[index - 1];
  if (owner === 'unsaid' && isHere && before && hasOthersOnly(tables, before)) return undefined;
  const isElsewhere = [sentence, named.sentence].some((one) => isOtherSetting(tables, one));
  if (isElsewhere && !(isHere && owner === 'ours')) return undefined;
  const act = { action, object: isHere ? named.object : action };
  const weak = isWeak(tables, sentence, action);
  if (weak && !(isHere && isSure(tables, sentence, { act, owner }))) return undefined;
  const actor = isOwnForces(tables, { sentences, index }, act)
    ? 'member'
    : actorOf(tables, sentence, act);
  const confidence = isHere && owner === 'ours' ? CONFIDENCE.ownerNamed : CONFIDENCE.ownerImplied;
  if (actor === 'member')
    return { confidence, rule: isHere ? 'concept' : 'concept-over-sentences' };
  if (actor === 'other' || (weak && actor === 'place')) return undefined;
  if (before && isActorBefore(tables, { sentence, before }, act)) {
    return { confidence: CONFIDENCE.ownerImplied, rule: 'concept-over-sentences' };
  }
  // In Poland, Poland acts. "The west" can be anywhere.
  const isThere = isHere && (owner === 'ours' || hasBoth(sentence, tables.actors, tables.setting));
  return actor === 'place' && isThere
    ? { confidence: CONFIDENCE.actorImplied, rule: 'concept' }
    : undefined;
}

/** "A Ukrainian drone hit Croatia. The drone …": whether the last object in the sentence before is somebody else's. */
function hasOthersOnly(tables: ConceptTables, before: readonly Token[]): boolean {
  const object = tables.objects.find(before).at(-1);
  return object !== undefined && ownerOf(tables, before, object) === 'other';
}

function hasBoth(sentence: readonly Token[], ...tables: readonly PhraseTable[]): boolean {
  return sentence.some((_, at) => tables.every((table) => table.lengthAt(sentence, at) > 0));
}
