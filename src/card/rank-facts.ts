/**
 * Decides which facts a card shows first: what the entity itself said or did, and what shares words with the
 * sentence around the mention. Pure. Where nothing speaks for a change, the dataset's order stays.
 */
import type { EntityContext, Fact } from '../dataset/index.ts';
import { foldWords, type Cues } from './cue-words.ts';

/**
 * What the entity's part in a fact is worth. A reader who asks about a person wants that person's words or acts.
 * Tried on tests/cards/best-facts.jsonl; `npm run evaluate` prints the result.
 */
const PART = { alone: 3, together: 2, topic: -3, addressee: -4 } as const;
/** A word of the sentence is worth this if only one fact has it, and less the more facts have it. */
const SENTENCE_WORD = 2;
/** The same for a name: names are all over a story. */
const NAME = 1.5;
/** The same for a word that stands only elsewhere in the paragraph. */
const PARAGRAPH_WORD = 1;
/** What it is worth that a fact carries the entity's stance on a question, or of a question what somebody proposed. */
const STANCE = 1.2;
/** What it is worth that a fact is about the entity itself, and not only about its question. */
const OWN_FACT = 2;
/** What an entity near the mention is worth. */
const ENTITY = 0.5;
/** Letters at the start that two forms of a word share ("strike", "striking"), and what may follow them. */
const STEM_MIN = 5;
const ENDING_MAX = 3;

/** @returns the entity's facts and those of its background, best first; facts of equal weight in their order */
export function rankFacts(
  { entity: { id, type }, facts, background, positions }: RankedContext,
  cues: Cues,
): Fact[] {
  const all = [...facts, ...background];
  const words = all.map(({ statement, cues: more = '' }) => foldWords(`${statement} ${more}`));
  const weigh = weigherOf(words, cues);
  const nearby = new Set(cues.entities.filter((entity) => entity !== id));
  const stances = new Set(
    positions.flatMap((group) =>
      group.positions
        .filter(({ holders }) => group.question.id === id || holders.some((one) => one.id === id))
        .flatMap((position) => position.facts.slice(0, 1)),
    ),
  );
  const weights = new Map(
    all.map((fact, index) => {
      const part = type === 'person' ? partOf(fact, id) : index < facts.length ? OWN_FACT : 0;
      const stance = stances.has(fact) ? STANCE : 0;
      return [fact, part + stance + weigh(words[index] ?? []) + nameWeight(fact, nearby)];
    }),
  );
  return [...all].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

type RankedContext = Pick<EntityContext, 'entity' | 'facts' | 'background' | 'positions'>;

function partOf({ about: { subject = [], topic = [] }, attribution }: Fact, id: string): number {
  const { speakers = [] } = attribution;
  if ([speakers, subject].some((ids) => ids.length === 1 && ids[0] === id)) return PART.alone;
  if (subject.includes(id)) return PART.together;
  return topic.includes(id) ? PART.topic : PART.addressee;
}

/** Weighs a fact's words by how few facts share them. */
function weigherOf(
  facts: readonly (readonly string[])[],
  { sentence, names, paragraph }: Cues,
): (words: readonly string[]) => number {
  const elsewhere = paragraph.filter((word) => !sentence.includes(word) && !names.includes(word));
  const rarity = (cue: string): number => {
    const having = facts.filter((words) => words.some((word) => isSameWord(cue, word))).length;
    return 1 - (having - 1) / Math.max(1, facts.length - 1);
  };
  const worth = new Map([
    ...elsewhere.map((cue) => [cue, PARAGRAPH_WORD * rarity(cue)] as const),
    ...names.map((cue) => [cue, NAME * rarity(cue)] as const),
    ...sentence.map((cue) => [cue, SENTENCE_WORD * rarity(cue)] as const),
  ]);
  return (words) =>
    sum(
      [...worth].map(([cue, weight]) => (words.some((word) => isSameWord(cue, word)) ? weight : 0)),
    );
}

function nameWeight({ about }: Fact, nearby: ReadonlySet<string>): number {
  const concerned = new Set(Object.values(about).flat());
  return [...concerned].some((id) => nearby.has(id)) ? ENTITY : 0;
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared >= STEM_MIN && Math.max(one.length, other.length) - shared <= ENDING_MAX;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
