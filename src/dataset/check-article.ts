/**
 * Compares a dataset with the paragraphs of a page: finds each paragraph of the source by its fingerprint, and then the evidence of each
 * fact in it. A paragraph that changed is not found, and nothing is ever moved to a similar one. Pure: the caller brings the hash.
 */
import type { Dataset } from './schema.ts';
import { spellingsOf } from './spellings.ts';

/** What a check needs of a dataset. */
export type CheckedDataset = Pick<Dataset, 'facts'> & {
  source: Pick<Dataset['source'], 'paragraphs'>;
};

export interface ArticleCheck {
  /** How many paragraphs carry facts, and how many of these are on the page. */
  wanted: number;
  found: number;
  /** Ids of the facts whose evidence is not on the page, word for word. */
  differs: string[];
}

/** SHA-256 of UTF-8 text in lower-case hexadecimal. */
type Sha256 = (text: string) => Promise<string>;

/** The paragraphs of a page, each in the spellings that a source may have, by fingerprint. */
export type PagePrints = ReadonlyMap<string, readonly string[]>;

/** @param paragraphs each with single spaces between its words */
export async function printsOf(paragraphs: readonly string[], sha256: Sha256): Promise<PagePrints> {
  const spellings = new Set(paragraphs.flatMap(spellingsOf));
  const prints = await Promise.all(
    [...spellings].map(async (text) => [await sha256(text), text.split(' ')] as const),
  );
  return new Map(prints);
}

/** How many of a source's paragraphs are on a page. */
export const paragraphsFound = (
  { source }: Pick<CheckedDataset, 'source'>,
  prints: PagePrints,
): number => source.paragraphs.filter(({ sha256 }) => prints.has(sha256)).length;

export async function checkArticle(
  { source, facts }: CheckedDataset,
  prints: PagePrints,
  sha256: Sha256,
): Promise<ArticleCheck> {
  const wordsOf = (paragraph: number): readonly string[] | undefined =>
    prints.get(source.paragraphs[paragraph - 1]?.sha256 ?? '');
  const wanted = new Set(
    facts.flatMap(({ evidence }) => evidence.map(({ paragraph }) => paragraph)),
  );
  const isProved = async (fact: CheckedDataset['facts'][number]): Promise<boolean> => {
    for (const { paragraph, words, sha256: print } of fact.evidence) {
      const text = wordsOf(paragraph)
        ?.slice(words[0] - 1, words[1])
        .join(' ');
      if (text === undefined || (await sha256(text)) !== print) return false;
    }
    return true;
  };
  const proved = await Promise.all(facts.map(isProved));
  return {
    wanted: wanted.size,
    found: [...wanted].filter((paragraph) => wordsOf(paragraph) !== undefined).length,
    differs: facts.filter((_, at) => !proved[at]).map(({ id }) => id),
  };
}
