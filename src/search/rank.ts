/**
 * Ranks entities by the words that were found: where each word is, how rare it is, how much of the query one text
 * answers, and whether the order is the same. Numbers in, numbers out. It knows neither spelling nor slips.
 */
import type { SearchText } from './documents.ts';
import { collectHits, countBits, type Hits, type TypedWord } from './hits.ts';
import type { Likeness } from './vocabulary.ts';

export interface RankedEntity {
  entity: number;
  score: number;
  /** Index of the text that answers the query best. */
  text: number;
}

export interface RankContext {
  texts: readonly SearchText[];
  /** How many entities there are. */
  entities: number;
  isMain: (entity: number) => boolean;
}

/** Share of its weight that a word adds if it does not matter. */
const EXTRA_SHARE = 0.1;
/** Most that a name or role gains if the query has all of it. */
const WHOLE_NAME = 0.3;
/** Most that a text gains if its words have the order of the query. */
const IN_ORDER = 0.35;
/** What a statement gains if it has every word that matters. */
const SAYS_ALL = 1.6;
/** How much the best text counts beside words from all texts. */
const TOGETHER = 0.7;
/** How much the second best text counts. */
const SUPPORT = 0.1;
/** What a main entity gains. */
const MAIN = 1.06;
/** From this many words that matter, one may be missing if another one is a name. */
const MAY_MISS_FROM = 3;
const MISS_COST = 0.5;
/** A likeness from which a typed word counts as the word itself. */
const SURE = 0.8;
/** Weight of the most frequent word; the rarest has 1. */
const RARITY_MIN = 0.55;

interface Query {
  /** By column: 1 for a word that an entity has to have. */
  matters: Uint8Array;
  /** How many of them there are. */
  needed: number;
  /** By column: the weight of a word in a statement, and in a name. */
  inStatement: Float64Array;
  inName: Float64Array;
}

/** Sums for each entity, by its index. */
interface Candidates {
  /** Best weight of each word, by entity and column. */
  best: Float64Array;
  /** 1 if the query has a word of its name. */
  named: Uint8Array;
  /** How well the best text answers, and the second best. */
  top: Float64Array;
  second: Float64Array;
  /** How well the text to show answers, and its index, counted from 1. */
  shown: Float64Array;
  text: Int32Array;
}

/**
 * @param count how many typed words there are
 * @returns best first
 */
export function rank(
  typed: readonly TypedWord[],
  count: number,
  context: RankContext,
): RankedEntity[] {
  const query = queryOf(typed, count, context.entities);
  if (query.needed === 0) return [];
  const hits = collectHits(typed, count, context.texts);
  const candidates = emptyCandidates(context.entities, count);
  hits.texts.forEach((index, row) => {
    const text = context.texts[index];
    if (text) weigh({ text, index, row }, hits, query, candidates);
  });
  const ranked: RankedEntity[] = [];
  for (let entity = 0; entity < context.entities; entity++) {
    const text = (candidates.text[entity] ?? 0) - 1;
    const score = text < 0 ? 0 : scoreOf(entity, candidates, query);
    if (score > 0)
      ranked.push({ entity, score: score * (context.isMain(entity) ? MAIN : 1), text });
  }
  return ranked.sort((a, b) => b.score - a.score || a.entity - b.entity);
}

function queryOf(typed: readonly TypedWord[], count: number, entities: number): Query {
  const matters = new Uint8Array(count);
  const inStatement = new Float64Array(count);
  for (const { likeness, matters: does, columns } of typed) {
    const rare = rarity(likeness, entities);
    for (const column of columns) {
      if (does) matters[column] = 1;
      inStatement[column] = Math.max(inStatement[column] ?? 0, rare);
    }
  }
  const needed = matters.reduce((sum, one) => sum + one, 0);
  return { matters, needed, inStatement, inName: inStatement.map(Math.sqrt) };
}

/** How rare a typed word is: counts the occurrences of all words that it is taken for. */
function rarity(likeness: Likeness, entities: number): number {
  let count = 0;
  for (const [word, like] of likeness) if (like >= SURE) count += word.occurrences.length;
  const share = Math.log((entities + 1) / (count + 0.5)) / Math.log(entities + 1);
  return Math.max(RARITY_MIN, Math.min(1, RARITY_MIN + share * (1 - RARITY_MIN)));
}

function emptyCandidates(entities: number, columns: number): Candidates {
  return {
    best: new Float64Array(entities * columns),
    named: new Uint8Array(entities),
    top: new Float64Array(entities),
    second: new Float64Array(entities),
    shown: new Float64Array(entities),
    text: new Int32Array(entities),
  };
}

/** Adds what one text says to the sums of each of its entities. */
function weigh(
  { text, index, row }: { text: SearchText; index: number; row: number },
  hits: Hits,
  query: Query,
  candidates: Candidates,
): void {
  const { columns } = hits;
  const isName = text.field === 'name';
  const rare = isName ? query.inName : query.inStatement;
  const whole =
    isName || text.field === 'role'
      ? 1 - WHOLE_NAME + (WHOLE_NAME * countBits(hits.words[row] ?? 0)) / text.words.length
      : 1;
  const weight = text.weight * whole;
  let [sum, found, named, pairs] = [0, 0, 0, 0];
  for (let column = 0; column < columns; column++) {
    const cell = row * columns + column;
    const like = hits.like[cell] ?? 0;
    if (like === 0) continue;
    const said = weight * like * (rare[column] ?? 0);
    if (query.matters[column] === 1) {
      found++;
      sum += said;
      if (isName && like >= SURE) named = 1;
    } else {
      sum += said * EXTRA_SHARE;
    }
    const before = column > 0 ? (hits.at[cell - 1] ?? 0) : 0;
    if (before > 0 && (hits.at[cell] ?? 0) - before === 1) pairs++;
  }
  if (found === 0) return;
  const all = !isName && found === query.needed && found > 1 ? SAYS_ALL : 1;
  const inOrder = columns > 1 ? pairs / (columns - 1) : 0;
  const answer = sum * all * (found / query.needed) ** 1.5 * (1 + IN_ORDER * inOrder);

  for (const [entity, share] of text.owners) {
    if (named === 1) candidates.named[entity] = 1;
    for (let column = 0; column < columns; column++) {
      const like = hits.like[row * columns + column] ?? 0;
      const cell = entity * columns + column;
      const said = share * weight * like * (rare[column] ?? 0);
      if (said > (candidates.best[cell] ?? 0)) candidates.best[cell] = said;
    }
    offer(candidates, entity, { answer: share * answer, shown: (share * answer) / whole, index });
  }
}

/** Of two texts that answer equally well, the first is shown. So the dataset's own name comes before other spellings. */
function offer(
  { top, second, shown: best, text }: Candidates,
  entity: number,
  { answer, shown, index }: { answer: number; shown: number; index: number },
): void {
  if (answer > (top[entity] ?? 0)) {
    second[entity] = top[entity] ?? 0;
    top[entity] = answer;
  } else if (answer > (second[entity] ?? 0)) {
    second[entity] = answer;
  }
  const previous = best[entity] ?? 0;
  if (shown < previous || (shown === previous && index + 1 > (text[entity] ?? 0))) return;
  best[entity] = shown;
  text[entity] = index + 1;
}

/** @returns 0 for an entity that lacks a word which matters */
function scoreOf(entity: number, candidates: Candidates, query: Query): number {
  const columns = query.matters.length;
  let [sum, missed] = [0, 0];
  for (let column = 0; column < columns; column++) {
    const said = candidates.best[entity * columns + column] ?? 0;
    if (query.matters[column] === 0) sum += said * EXTRA_SHARE;
    else if (said === 0) missed++;
    else sum += said;
  }
  const mayMiss = query.needed >= MAY_MISS_FROM && candidates.named[entity] === 1 ? 1 : 0;
  if (missed > mayMiss) return 0;
  const together = TOGETHER * (candidates.top[entity] ?? 0);
  const support = SUPPORT * (candidates.second[entity] ?? 0);
  return (sum + together + support) * (missed > 0 ? MISS_COST : 1);
}
