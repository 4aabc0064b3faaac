/**
 * Weighs the evidence for and against an entity near a name. The words are data of the entity. The judge compares the
 * weights.
 */
import { createPhraseTable, type PhraseTable } from './phrase.ts';
import type { CompiledEntity } from './compiled.ts';
import type { Token } from './token.ts';

/** Weight of evidence by distance. Nearer evidence outweighs farther evidence. */
const FOR = { sentence: 2, block: 1 } as const;
const AGAINST = { sentence: 3, block: 2, page: 1 } as const;

/** How many words before a name its title may begin: "Foreign Secretary, Mr". */
const TITLE_REACH = 3;

/** Half-open, in tokens. */
export interface TokenSpan {
  start: number;
  end: number;
}

/** A name in a block, with its sentence. */
export interface NameSpan extends TokenSpan {
  sentence: TokenSpan;
}

/** The evidence about one entity in one block. */
export interface BlockEvidence {
  /** Whether a title stands right before or right after the name. */
  isTitled(place: NameSpan): boolean;
  /** Whether one of the entity's `followedBy` stands right after the name. */
  isFollowed(place: NameSpan): boolean;
  /** Weight of the evidence for the entity. */
  weighFor(place: NameSpan): number;
  /** Weight of the evidence against it. @param onPage whether other blocks of the page have some */
  weighAgainst(place: NameSpan, onPage: boolean): number;
  /** Whether the block has any evidence against the entity. */
  hasAgainst: boolean;
}

export type EvidenceScale = (tokens: readonly Token[]) => BlockEvidence;

type EvidenceRules = Pick<
  CompiledEntity,
  'titles' | 'followedBy' | 'evidenceFor' | 'evidenceAgainst'
>;

export function createEvidenceScale(rules: EvidenceRules): EvidenceScale {
  const titles = createPhraseTable(rules.titles);
  const followedBy = createPhraseTable(rules.followedBy);
  const forTable = createPhraseTable(rules.evidenceFor);
  const hasAgainst = createPhraseTable(rules.evidenceAgainst);
  return (tokens) => {
    const block = { start: 0, end: tokens.length };
    const countFor = countIn(forTable, tokens);
    const countAgainst = countIn(hasAgainst, tokens);
    const isOutside = (count: Counter, place: NameSpan, within: TokenSpan): boolean =>
      count(within) > count(place);
    return {
      hasAgainst: countAgainst(block) > 0,
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

/** Counts the phrases of a table that begin within a span. */
type Counter = (span: TokenSpan) => number;

/** Counts once for the whole block, so the cost does not grow with the number of names. */
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
    // A full stop and a space may end an abbreviated title. Other stops end a sentence.
    if (/[.;:!?()]/.test((tokens[at + 1]?.gap ?? '').replace(/^\.\s?$/, ''))) return false;
    const length = titles.lengthAt(tokens, at);
    if (length > 0 && at + length <= start && at + length >= start - 1) return true;
  }
  return false;
}
