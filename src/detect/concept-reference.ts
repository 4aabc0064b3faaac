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
/** How many words before its verb a pronoun may stand where word order is free: "je u jezera trefili". */
const CLITIC_REACH = 6;

export interface Reference {
  /** The words that stand for the object. */
  words: PhraseMatch;
  /** Action and reference together. */
  span: PhraseMatch;
}

/** "Shoot it down", "l'abattre", "go zestrzelić": the action with its pronoun. */
export function pronounSpan(
  tables: ConceptTables,
  sentence: readonly Token[],
  action: PhraseMatch,
): PhraseMatch | undefined {
  const { pronoun, freeOrder } = tables;
  for (let at = action.start; at < action.end + 2; at++) {
    if (pronoun.lengthAt(sentence, at) > 0 && !isArticle(tables, sentence, { at, action }))
      return { start: action.start, end: Math.max(action.end, at + 1) };
  }
  const reach = freeOrder ? CLITIC_REACH : 2;
  for (let start = action.start - 1; start >= action.start - reach; start--) {
    if (/[,;:()]/.test(sentence[start + 1]?.gap ?? '')) return undefined;
    if (pronoun.lengthAt(sentence, start) === 0) continue;
    // "Los pilotos polacos abatieron": where the subject may be anywhere, an article is no pronoun.
    const isOfNoun =
      tables.article.lengthAt(sentence, start) > 0 &&
      (start < action.start - 2 || tables.actors.lengthAt(sentence, start + 1) > 0);
    if (!isOfNoun) return { start, end: action.end };
  }
  return undefined;
}

/** Whether a pronoun is the article of a noun: French "les" before an object, Danish "den" before any noun. */
function isArticle(
  tables: ConceptTables,
  sentence: readonly Token[],
  { at, action }: { at: number; action: PhraseMatch },
): boolean {
  if ([at + 1, at + 2].some((next) => tables.objects.lengthAt(sentence, next) > 0)) return true;
  if (!tables.freeOrder || tables.article.lengthAt(sentence, at) === 0) return false;
  const next = sentence[at + 1];
  const isApart = !next || /[,;:.()!?"”»]/.test(next.gap) || at + 1 < action.end;
  return !isApart && !isLink(tables, sentence, at + 1);
}

/** Whether a word is one for "by". Swedish "av" after a number means "of": "två av drönarna". */
export function isAgent(
  { agent, owner, references }: ConceptTables,
  sentence: readonly Token[],
  at: number,
): boolean {
  if (agent.lengthAt(sentence, at) === 0) return false;
  if (owner.lengthAt(sentence, at) === 0) return true;
  return !isNumber(sentence[at - 1]) && references.lengthAt(sentence, at - 1) === 0;
}

const isNumber = (token: Token | undefined): boolean => /^\d{1,3}$/.test(token?.word ?? '');

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
  const length = tables.references.lengthAt(sentence, at) || (isNumber(sentence[at]) ? 1 : 0);
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
