/**
 * What speaks for and against a referent near a name: the weights, and how they are put together. The words
 * are data; whose they are is the caller's business.
 */
import { createPhraseTable, type PhraseTable } from './phrase.ts';
import type { PreparedEntity } from './prepared.ts';
import type { Token } from './token.ts';

/** How near evidence stands, and what it weighs. What is nearer outweighs what is farther. */
const FOR = { sentence: 2, block: 1 } as const;
const AGAINST = { sentence: 3, block: 2, page: 1 } as const;

/** How many words an adjacent title may be away: "Foreign Secretary, Mr". */
const TITLE_REACH = 3;

/** Half-open, in tokens. */
export interface TokenSpan {
  start: number;
  end: number;
}

/** A place in a block: the name, and the sentence that it is in. */
export interface Place extends TokenSpan {
  sentence: TokenSpan;
}

/** What the words of one block say of one entity. */
export interface BlockEvidence {
  /** Whether a title stands right before the name, or right after it where titles follow. */
  isTitled(place: Place): boolean;
  /** Whether a word follows that makes the name this entity's. */
  isFollowed(place: Place): boolean;
  /** Weight of what speaks for the entity. */
  weighFor(place: Place): number;
  /** Weight of what speaks against it. @param onPage whether the page has such words elsewhere */
  weighAgainst(place: Place, onPage: boolean): number;
  /** Whether the block has any words that speak against the entity. */
  speaksAgainst: boolean;
}

export type EvidenceScale = (tokens: readonly Token[]) => BlockEvidence;

type EvidenceRules = Pick<
  PreparedEntity,
  'titles' | 'followedBy' | 'evidenceFor' | 'evidenceAgainst'
>;

export function createEvidenceScale(rules: EvidenceRules): EvidenceScale {
  const titles = createPhraseTable(rules.titles);
  const followedBy = createPhraseTable(rules.followedBy);
  const speaksFor = createPhraseTable(rules.evidenceFor);
  const speaksAgainst = createPhraseTable(rules.evidenceAgainst);
  return (tokens) => {
    const block = { start: 0, end: tokens.length };
    const countFor = countIn(speaksFor, tokens);
    const countAgainst = countIn(speaksAgainst, tokens);
    const isOutside = (count: Counter, place: Place, within: TokenSpan): boolean =>
      count(within) > count(place);
    return {
      speaksAgainst: countAgainst(block) > 0,
      isTitled: ({ start, end }) =>
        isTitled(titles, tokens, start) || isFollowed(titles, tokens, end),
      isFollowed: ({ end }) => isFollowed(followedBy, tokens, end),
      weighFor(place) {
        if (isOutside(countFor, place, place.sentence)) return FOR.sentence;
        return isOutside(countFor, place, block) ? FOR.block : 0;
      },
      weighAgainst(place, onPage) {
        if (isOutside(countAgainst, place, place.sentence)) return AGAINST.sentence;
        if (isOutside(countAgainst, place, block)) return AGAINST.block;
        return onPage ? AGAINST.page : 0;
      },
    };
  };
}

/** How many phrases of a table begin within a span. */
type Counter = (span: TokenSpan) => number;

/** Counts once for the whole block, so that a block of many names costs no more than its length. */
function countIn(table: PhraseTable, tokens: readonly Token[]): Counter {
  const upTo = new Uint32Array(tokens.length + 1);
  tokens.forEach((_, at) => {
    upTo[at + 1] = (upTo[at] ?? 0) + Number(table.lengthAt(tokens, at) > 0);
  });
  return ({ start, end }) => (upTo[end] ?? 0) - (upTo[start] ?? 0);
}

/** "Blinken sagte", "젤렌스키 대통령": the word right after. */
function isFollowed(table: PhraseTable, tokens: readonly Token[], end: number): boolean {
  return /^\s?$/.test(tokens[end]?.gap ?? '.') && table.lengthAt(tokens, end) > 0;
}

/** "Foreign Secretary Lammy": a title ends right before, or one word before. */
function isTitled(titles: PhraseTable, tokens: readonly Token[], start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - TITLE_REACH); at--) {
    // An abbreviated title ends with a full stop, a sentence before it does not.
    if (/[.;:!?()]/.test((tokens[at + 1]?.gap ?? '').replace(/^\.\s?$/, ''))) return false;
    const length = titles.lengthAt(tokens, at);
    if (length > 0 && at + length <= start && at + length >= start - 1) return true;
  }
  return false;
}
