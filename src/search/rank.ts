/**
 * Ranks entities by the words that were found: how much each word says where it stands, how much of the query
 * one text answers, and in which order. Numbers in, numbers out; knows neither spelling nor slips.
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

/** What a small word adds where everything else was found. */
const SMALL_SHARE = 0.1;
/** Most that a name or a role gains from being typed as a whole. */
const WHOLE_NAME = 0.3;
/** Most that a text gains from having the words side by side. */
const IN_ORDER = 0.35;
/** What a statement gains from having every word. */
const SAYS_ALL = 1.6;
/** How much one text that says it all counts against words from here and there. */
const TOGETHER = 0.7;
/** How much a second text counts that says it too. */
const SUPPORT = 0.1;
const MAIN = 1.06;
/** Of this many typed words one may be unknown, if another is a name. */
const MAY_MISS_FROM = 3;
const MISS_COST = 0.5;
/** From here on a typed word is taken for the word itself. */
const SURE = 0.8;
/** The commonest word, against the rarest. */
const LEAST_RARITY = 0.55;

interface Query {
  /** By typed word: 1 for one that an entity has to have. */
  matters: Uint8Array;
  needed: number;
  /** By typed word: what it adds in a statement, and in a name. */
  inStatement: Float64Array;
  inName: Float64Array;
}

/** What is known of each entity, by its index. */
interface Candidates {
  /** Best of each typed word, by entity and column. */
  best: Float64Array;
  /** 1 for one that was named. */
  named: Uint8Array;
  /** How much the best text and the second best one answer. */
  top: Float64Array;
  second: Float64Array;
  /** How well the text to be shown answers, and its index from 1. */
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

/** Of a typed word: by the places of all words that it may as well mean. */
function rarity(likeness: Likeness, entities: number): number {
  let places = 0;
  for (const [word, like] of likeness) if (like >= SURE) places += word.places.length;
  const share = Math.log((entities + 1) / (places + 0.5)) / Math.log(entities + 1);
  return Math.max(LEAST_RARITY, Math.min(1, LEAST_RARITY + share * (1 - LEAST_RARITY)));
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

/** Adds what one text says to each of its entities. */
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
      sum += said * SMALL_SHARE;
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

/** A name need not be typed as a whole to be shown; of two alike the first is, the dataset's own name before others. */
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

/** @returns 0 for an entity without a word that it has to have */
function scoreOf(entity: number, candidates: Candidates, query: Query): number {
  const columns = query.matters.length;
  let [sum, missed] = [0, 0];
  for (let column = 0; column < columns; column++) {
    const said = candidates.best[entity * columns + column] ?? 0;
    if (query.matters[column] === 0) sum += said * SMALL_SHARE;
    else if (said === 0) missed++;
    else sum += said;
  }
  const mayMiss = query.needed >= MAY_MISS_FROM && candidates.named[entity] === 1 ? 1 : 0;
  if (missed > mayMiss) return 0;
  const together = TOGETHER * (candidates.top[entity] ?? 0);
  const support = SUPPORT * (candidates.second[entity] ?? 0);
  return (sum + together + support) * (missed > 0 ? MISS_COST : 1);
}
