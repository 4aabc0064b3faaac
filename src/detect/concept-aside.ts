/**
 * Finds asides: words in brackets, between dashes, or in a relative clause between commas. A name in an aside acts only inside
 * it: "Poland (if Ukraine agrees) to shoot down". Knows punctuation and relative pronouns.
 */
import type { ConceptTables } from './concept-tables.ts';
import type { PhraseMatch } from './phrase.ts';
import type { Token } from './token.ts';

/** How many words "some of them" has at least. */
const PART_LENGTH = 3;

/** @returns the asides of a sentence before a word. An aside that is still open there is left out. */
export function asidesBefore(
  {
    relative,
    article,
    locative,
    references,
    donor,
  }: Pick<ConceptTables, 'relative' | 'article' | 'locative' | 'references' | 'donor'>,
  sentence: readonly Token[],
  end: number,
): PhraseMatch[] {
  const asides: PhraseMatch[] = [];
  const open: Record<'bracket' | 'dash' | 'clause', number | undefined> = {
    bracket: undefined,
    dash: undefined,
    clause: undefined,
  };
  for (let at = 1; at <= end && at < sentence.length; at++) {
    const gap = sentence[at]?.gap ?? '';
    const close = (kind: keyof typeof open): void => {
      if (open[kind] !== undefined) asides.push({ start: open[kind], end: at });
      open[kind] = undefined;
    };
    if (/[)\]]/.test(gap)) close('bracket');
    if (/[([]/.test(gap)) open.bracket = at;
    if (/^["”»]?,? -+ /.test(gap)) {
      const isOpening = open.dash === undefined;
      close('dash');
      if (isOpening) open.dash = at;
    }
    if (gap.includes(',')) {
      close('clause');
      // German "die" may as well begin a new clause.
      const isArticle = article.lengthAt(sentence, at) > 0;
      const isAfter =
        locative.lengthAt(sentence, at) > 0 && relative.lengthAt(sentence, at + 1) > 0;
      // "Units, some of them with German launchers, …"
      const isPart = references.lengthAt(sentence, at) >= PART_LENGTH;
      // "Gunners, trained in Poland, …"
      const isTrained = donor.lengthAt(sentence, at) > 0;
      if (isAfter || isPart || isTrained || (relative.lengthAt(sentence, at) > 0 && !isArticle))
        open.clause = at;
    }
  }
  return asides;
}

export const isIn = (spans: readonly PhraseMatch[], at: number): boolean =>
  spans.some(({ start, end }) => at >= start && at < end);
