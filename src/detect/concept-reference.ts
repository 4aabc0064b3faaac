/**
 * Finds words that stand for an object: a pronoun ("shot it down"), a number or a part ("two of them", "both"), or words with
 * the owner in them ("anything Russian"). Knows the tables of one language.
 */
import { has, type ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words after and before its action a reference may begin. */
const AFTER_REACH = 5;
const BEFORE_REACH = 7;

export interface Reference {
  /** The words that stand for the object. */
  words: PhraseMatch;
  /** Action and reference together. */
  span: PhraseMatch;
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

/** "Shot down some of them", "brought both down", "two were shot down". */
export function referenceOf(
  tables: ConceptTables,
  sentence: readonly Token[],
  action: PhraseMatch,
): Reference | undefined {
  const words =
    referenceAfter(tables, sentence, action) ?? referenceBefore(tables, sentence, action);
  return (
    words && {
      words,
      span: {
        start: Math.min(action.start, words.start),
        end: Math.max(action.end, words.end),
      },
    }
  );
}

function referenceAfter(
  tables: ConceptTables,
  sentence: readonly Token[],
  action: PhraseMatch,
): PhraseMatch | undefined {
  for (let at = action.start + 1; at < action.end + AFTER_REACH; at++) {
    if (at > action.start + 1 && /[,;:.()]/.test(sentence[at]?.gap ?? '.')) return undefined;
    const length = lengthAt(tables, sentence, { at, action });
    if (length > 0) return { start: at, end: at + length };
    if (at >= action.end && isLink(tables, sentence, at)) return undefined;
  }
  return undefined;
}

function referenceBefore(
  tables: ConceptTables,
  sentence: readonly Token[],
  action: PhraseMatch,
): PhraseMatch | undefined {
  for (let at = action.start - 1; at >= Math.max(0, action.start - BEFORE_REACH); at--) {
    if (/[,;:()]/.test(sentence[at + 1]?.gap ?? '')) return undefined;
    const isPronoun =
      at === 0 && [tables.pronoun, tables.subject].some((one) => one.lengthAt(sentence, at) > 0);
    const length = isPronoun ? 1 : lengthAt(tables, sentence, { at, action });
    const end = at + length;
    if (length === 0 || end > action.start) continue;
    const isPassive =
      tables.participles.lengthAt(sentence, action.start) > 0 &&
      has(tables.passive, sentence, { start: end, end: action.start });
    return isPassive || (tables.freeOrder && !isPronoun) ? { start: at, end } : undefined;
  }
  return undefined;
}

/** Length in words of the reference at a word, or 0. A single word that belongs to a noun is none: "two planes". */
function lengthAt(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, action }: { at: number; action: PhraseMatch },
): number {
  const isNumber = /^\d{1,3}$/.test(sentence[at]?.word ?? '');
  const length = tables.references.lengthAt(sentence, at) || (isNumber ? 1 : 0);
  if (length !== 1) return length;
  const next = sentence[at + 1];
  const isInAction = at + 1 < action.end && at >= action.start;
  const isApart = !next || /[,;:.()!?"”»]/.test(next.gap) || at + 1 === action.start;
  return isInAction || isApart || isLink(tables, sentence, at + 1) ? 1 : 0;
}

/** Whether a word links parts of a sentence, so that no noun goes on across it. */
function isLink(tables: ConceptTables, sentence: readonly Token[], at: number): boolean {
  const links = [tables.agent, tables.locative, tables.owner, tables.passive, tables.and];
  return [...links, tables.subject, tables.relative, tables.compare].some(
    (table) => table.lengthAt(sentence, at) > 0,
  );
}
