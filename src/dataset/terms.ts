/**
 * The terms of a statement that can be checked: proper names, numbers, words for dates, quoted phrases. The evidence has
 * to contain each of them, or one of the dataset's equivalents.
 */
import { isNumber, otherSpellings } from './number-words.ts';
import { comparable } from './source-text.ts';

export type TermKind = 'name' | 'number' | 'date' | 'quote';

export interface Term {
  kind: TermKind;
  /** As in the statement. */
  text: string;
}

/** Words with hyphens, and numbers with their marks: 1,000 and 2.5. */
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const DATE_WORD =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|june|july|august|september|october|november|december)$|^(?:night|days?|weeks?|months?|years?)$/i;
/** @param names words in comparable form that are names also at the start of a sentence */
export function termsOf(statement: string, names: ReadonlySet<string>): Term[] {
  const quotes = [...statement.matchAll(/“([^”]+)”/g)].map((match): Term => ({
    kind: 'quote',
    text: match[1] ?? '',
  }));
  const unquoted = statement.replace(/“[^”]+”/g, ' , ');
  const words = [...unquoted.matchAll(WORD)];
  const terms = words.flatMap((match): Term[] => {
    const text = match[0];
    const startsSentence = /(?:^|[.:!?]\s+)$/.test(unquoted.slice(0, match.index));
    const kind = kindOf(text, startsSentence && !names.has(comparable(text).trim()));
    return kind ? [{ kind, text }] : [];
  });
  return [...quotes, ...terms];
}

function kindOf(text: string, startsSentence: boolean): TermKind | undefined {
  if (DATE_WORD.test(text)) return 'date';
  if (isNumber(text)) return 'number';
  return /^\p{Lu}/u.test(text) && !startsSentence ? 'name' : undefined;
}

/** Whether evidence in comparable form contains a term or one of its equivalents. */
export function isSupported(
  term: Term,
  evidence: string,
  equivalents: ReadonlyMap<string, string[]>,
): boolean {
  const wanted = comparable(term.text);
  const forms = [
    wanted,
    ...(term.kind === 'quote' ? [] : (equivalents.get(wanted.trim()) ?? [])),
    ...(term.kind === 'number' ? otherSpellings(term.text) : []),
  ];
  return forms.some((form) => evidence.includes(form));
}
