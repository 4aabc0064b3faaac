/**
 * Finds statements that repeat their evidence word for word. The fingerprint of the evidence tells, so nobody needs the source. Pure:
 * the caller brings the hash. Linear: a few hashes for each statement.
 */
import type { Sha256 } from './page-prints.ts';
import type { DatasetProblem } from './problem.ts';
import type { Dataset } from './schema.ts';

/** @returns one problem for each statement that is a copy */
export async function restatedProblems(
  { facts }: Pick<Dataset, 'facts'>,
  sha256: Sha256,
): Promise<DatasetProblem[]> {
  const problems: DatasetProblem[] = [];
  for (const [at, { statement, evidence }] of facts.entries()) {
    const words = statement.split(/\s+/);
    const prints = evidence
      .filter(({ words: [first, last] }) => last - first + 1 === words.length)
      .map((part) => part.sha256);
    if (prints.length === 0 || !(await isOneOf(prints, spellingsOf(words.join(' ')), sha256))) {
      continue;
    }
    problems.push({
      path: `facts[${at}].statement`,
      found: 'the words of its evidence, one by one',
      expected: 'a statement in your own words',
    });
  }
  return problems;
}

async function isOneOf(
  prints: readonly string[],
  texts: readonly string[],
  sha256: Sha256,
): Promise<boolean> {
  for (const text of texts) if (prints.includes(await sha256(text))) return true;
  return false;
}

/** A sentence as it may stand within another one: with a small letter, and with another sign or none at its end. */
function spellingsOf(text: string): string[] {
  const bare = text.replace(/[.,;:]$/, '');
  const first = String.fromCodePoint(bare.codePointAt(0) ?? 0);
  const starts = [bare, first.toLowerCase() + bare.slice(first.length)];
  return [text, ...starts.flatMap((start) => ['', '.', ','].map((end) => start + end))];
}
