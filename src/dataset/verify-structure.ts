/**
 * The part of the verification that checks quotes, roles and summaries, and whether every paragraph has a fact or a
 * reason for having none.
 */
import { citationsOf } from './compile.ts';
import type { Dataset } from './schema.ts';
import { comparable, comparableParts, type SourceText } from './source-text.ts';
import { isSupported, termsOf } from './terms.ts';
import { evidenceOf, firstParagraph, type Discrepancy, type Vocabulary } from './evidence.ts';

export function wrongQuotes({ quotes, facts }: Dataset, source: SourceText): Discrepancy[] {
  return quotes.flatMap(({ words, speaker, fact: id }) => {
    const fact = facts.find((candidate) => candidate.id === id);
    if (!fact) return [];
    const where = `quote of ${speaker}`;
    const paragraph = firstParagraph(fact);
    if (!evidenceOf(fact, source).includes(comparable(words))) {
      return [
        {
          where,
          paragraph,
          found: `"${words}"`,
          expected: 'the exact words of its evidence',
          fact: id,
        },
      ];
    }
    const speakers = [fact.attribution.speaker, ...(fact.attribution.also ?? [])];
    return speakers.includes(speaker)
      ? []
      : [{ where, paragraph, found: speaker, expected: `the speaker of ${id}`, fact: id }];
  });
}

export function wrongRoles(
  { entities }: Dataset,
  source: SourceText,
  { names, equivalents, absent }: Vocabulary & { absent: ReadonlySet<number> },
): Discrepancy[] {
  return entities.flatMap(({ id, role, summary, summaryCitations, tier }) => {
    const textOf = (paragraphs: number[]): string =>
      comparableParts(
        paragraphs.map((paragraph) => (source.paragraphs[paragraph - 1] ?? []).join(' ')),
      );
    const parts: [text: string, paragraphs: number[], what: string][] = [
      [summary, summaryCitations, 'summary'],
    ];
    if (tier === 'main' || role.volatile) parts.unshift([role.text, role.citations, 'role']);
    const here = parts.filter(([, paragraphs]) => !paragraphs.some((at) => absent.has(at)));
    return here.flatMap(([text, paragraphs, what]) =>
      termsOf(text, names)
        .filter((term) => !isSupported(term, textOf(paragraphs), equivalents))
        .map(({ kind, text: said }) => ({
          where: `${what} of ${id}`,
          paragraph: paragraphs[0] ?? 0,
          found: `the ${kind} "${said}"`,
          expected: `only what paragraph ${paragraphs.join(', ')} says`,
        })),
    );
  });
}

export function uncovered({ source: known, facts }: Dataset): Discrepancy[] {
  const used = new Set(facts.flatMap(citationsOf));
  const leftOut = new Set(known.leftOut.map(({ paragraph }) => paragraph));
  return known.paragraphs.flatMap((_, index) => {
    const paragraph = index + 1;
    if (used.has(paragraph) !== leftOut.has(paragraph)) return [];
    return [
      {
        where: 'coverage',
        paragraph,
        found: used.has(paragraph) ? 'facts, though it is listed as left out' : 'no fact',
        expected: 'a fact, or a reason in source.leftOut',
      },
    ];
  });
}
