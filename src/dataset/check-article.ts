/**
 * Compares a dataset with the paragraphs of a page, by the same verification that authors use: each paragraph of the source is found by
 * its fingerprint, and nothing is ever moved to a similar one. Whether detection finds the names is not asked: that is a question about
 * this program. Pure: the caller brings the hash.
 */
import { alignSource } from './align.ts';
import { citationsOf } from './compile.ts';
import { migrateDataset } from './migrate.ts';
import { printsOf, type PageToCheck, type Sha256 } from './page-prints.ts';
import type { Dataset } from './schema.ts';
import { wordsAt } from './source-text.ts';
import { verifyDataset } from './verify.ts';

export interface ArticleCheck {
  /** How many paragraphs carry facts, and how many of these are on the page. */
  wanted: number;
  found: number;
  /** Ids of the facts that the page does not prove. */
  differs: string[];
}

/**
 * The dataset in the bytes of a file that was checked when it was added.
 * @throws SyntaxError
 */
export const readAddedFile = (bytes: Uint8Array): Dataset =>
  migrateDataset(JSON.parse(new TextDecoder().decode(bytes))) as Dataset;

export async function checkArticle(
  dataset: Dataset,
  page: PageToCheck,
  sha256: Sha256,
): Promise<ArticleCheck> {
  const { source, absent } = alignSource(dataset.source.paragraphs, page.text, (text) =>
    printIn(page.prints, text),
  );
  const evidence = dataset.facts.flatMap((fact) =>
    fact.evidence.map(({ paragraph, words }) => wordsAt(source, paragraph, words)),
  );
  const prints = new Map([...page.prints, ...(await printsOf(evidence, sha256))]);
  const ids = dataset.entities.map(({ id }) => id);
  const discrepancies = verifyDataset(dataset, page.text, {
    sha256: (text) => printIn(prints, text),
    detect: () => ids,
  });
  const wrong = new Set(discrepancies.map(({ where }) => where));
  const wanted = new Set(dataset.facts.flatMap(citationsOf));
  return {
    wanted: wanted.size,
    found: [...wanted].filter((paragraph) => !absent.has(paragraph)).length,
    differs: dataset.facts.map(({ id }) => id).filter((id) => wrong.has(id)),
  };
}

/** Every text that the verification asks for was hashed before. */
const printIn = (prints: ReadonlyMap<string, string>, text: string): string =>
  prints.get(text) ?? '';
