/**
 * Compares a dataset with its source's text: fingerprints, terms, speakers, dates, coverage, and whether detection finds
 * the entities that a fact names. Pure: the caller brings the text, a hash and a detector.
 */
import { citationsOf } from './compile.ts';
import { surnameOf } from './knowledge.ts';
import type { Dataset, DatasetFact, Manner } from './schema.ts';
import { comparable, wordsAt, type SourceText } from './source-text.ts';
import { evidenceOf, factDiscrepancy, type Discrepancy, type Vocabulary } from './evidence.ts';
import { isSupported, termsOf } from './terms.ts';
import { wrongDates } from './verify-dates.ts';
import { uncovered, wrongQuotes, wrongRoles } from './verify-structure.ts';

export interface VerifyTools {
  /** SHA-256 of UTF-8 text in lower-case hexadecimal. */
  sha256: (text: string) => string;
  /** Ids of the entities that a text mentions. */
  detect: (text: string) => string[];
}

/** What the evidence for each manner has to contain. */
const MANNER_WORDS: Record<Manner, RegExp> = {
  'on-record': / (said|saying|told|confirmed|claim|reiterated) /,
  'person-familiar': / person (familiar|said) /,
  'people-familiar': / people (familiar|said) /,
  official: / official said /,
  report: / /,
};

const NEGATION =
  / (not|t|no|nobody|never|nor|without|declined|rejected|unlikely|isn|opposed|deflected|halt|rule|reluctance) /;

/** @returns one entry for each difference */
export function verifyDataset(
  dataset: Dataset,
  source: SourceText,
  tools: VerifyTools,
): Discrepancy[] {
  const names = nameWords(dataset);
  const equivalents = equivalentForms(dataset);
  return [
    ...fingerprints(dataset, source, tools),
    ...dataset.facts.flatMap((fact) => [
      ...evidencePrints(fact, source, tools),
      ...missingTerms(fact, source, { names, equivalents }),
      ...missingSpeakers(dataset, fact, source),
      ...undetected(dataset, fact, source, tools),
    ]),
    ...wrongDates(dataset, source),
    ...wrongQuotes(dataset, source),
    ...wrongRoles(dataset, source, { names, equivalents }),
    ...uncovered(dataset, source),
  ];
}

/** The capitalised words of names, in comparable form: "visit" and "kyiv" of "Visit to Kyiv". */
function nameWords({ entities, equivalents }: Dataset): Set<string> {
  const phrases = [...entities.map(({ name }) => name), ...Object.keys(equivalents)];
  const capitalised = phrases.flatMap((phrase) => phrase.match(/\p{Lu}[\p{L}\p{N}]*/gu) ?? []);
  return new Set(capitalised.map((word) => comparable(word).trim()));
}

function equivalentForms({ equivalents }: Dataset): Map<string, string[]> {
  return new Map(
    Object.entries(equivalents).map(([word, forms]) => [
      comparable(word).trim(),
      forms.map(comparable),
    ]),
  );
}

function fingerprints(
  { source: known }: Dataset,
  source: SourceText,
  { sha256 }: VerifyTools,
): Discrepancy[] {
  if (known.paragraphs.length !== source.paragraphs.length) {
    const count = (list: unknown[]) => `${list.length} paragraphs`;
    return [
      {
        where: 'source',
        paragraph: 0,
        found: count(source.paragraphs),
        expected: count(known.paragraphs),
      },
    ];
  }
  return known.paragraphs.flatMap((print, index) => {
    const words = source.paragraphs[index] ?? [];
    const found = sha256(words.join(' '));
    return found === print.sha256 && words.length === print.words
      ? []
      : [
          {
            where: 'source',
            paragraph: index + 1,
            found: `another text (${found.slice(0, 12)}…)`,
            expected: `${print.sha256.slice(0, 12)}…`,
          },
        ];
  });
}

function evidencePrints(
  fact: DatasetFact,
  source: SourceText,
  { sha256 }: VerifyTools,
): Discrepancy[] {
  return fact.evidence.flatMap(({ paragraph, words, sha256: print }) => {
    const text = wordsAt(source, paragraph, words);
    const length = source.paragraphs[paragraph - 1]?.length ?? 0;
    if (words[1] > length) {
      const found = `words ${words.join('-')}`;
      return [{ where: fact.id, paragraph, found, expected: `words from 1 to ${length}` }];
    }
    const found = `other words at ${words.join('-')}: “${text}”, with sha256 ${sha256(text)}`;
    const expected = `those of ${print.slice(0, 12)}…`;
    return sha256(text) === print ? [] : [{ where: fact.id, paragraph, found, expected }];
  });
}

function missingTerms(
  fact: DatasetFact,
  source: SourceText,
  { names, equivalents }: Vocabulary,
): Discrepancy[] {
  const evidence = evidenceOf(fact, source);
  const missing = termsOf(fact.statement, names)
    .filter((term) => !isSupported(term, evidence, equivalents))
    .map(({ kind, text }) =>
      factDiscrepancy(fact, `the ${kind} "${text}"`, 'only what its evidence says'),
    );
  const negated = NEGATION.test(comparable(fact.statement)) && !NEGATION.test(evidence);
  return negated
    ? [...missing, factDiscrepancy(fact, 'a negation', 'none, as in its evidence')]
    : missing;
}

function missingSpeakers(
  { entities }: Dataset,
  fact: DatasetFact,
  source: SourceText,
): Discrepancy[] {
  const evidence = evidenceOf(fact, source);
  const { manner, speaker, also = [] } = fact.attribution;
  const wrongManner = MANNER_WORDS[manner].test(evidence)
    ? []
    : [factDiscrepancy(fact, `the manner "${manner}"`, 'one that its evidence shows')];
  const unnamed = [speaker, ...also].flatMap((id) => {
    const entity = entities.find((candidate) => candidate.id === id);
    if (!entity) return [];
    const said = fact.about.find((mention) => mention.entity === id)?.as ?? surnameOf(entity.name);
    return evidence.includes(comparable(said))
      ? []
      : [factDiscrepancy(fact, `"${said}" as speaker`, 'a speaker whom its evidence names')];
  });
  return [...wrongManner, ...unnamed];
}

/** Detection finds a main entity that did or said it in the fact's paragraphs, or the fact has the source's words for it. */
function undetected(
  { entities }: Dataset,
  fact: DatasetFact,
  source: SourceText,
  { detect }: VerifyTools,
): Discrepancy[] {
  const main = new Set(entities.filter(({ tier }) => tier === 'main').map(({ id }) => id));
  return fact.about
    .filter(({ entity, part }) => part === 'subject' && main.has(entity))
    .flatMap(({ entity, as }) => {
      const seen =
        as === undefined
          ? citationsOf(fact).some((paragraph) =>
              detect((source.paragraphs[paragraph - 1] ?? []).join(' ')).includes(entity),
            )
          : evidenceOf(fact, source).includes(comparable(as));
      if (seen) return [];
      const expected = `one in paragraph ${citationsOf(fact).join(' or ')}, or "as" with the source's words`;
      return [factDiscrepancy(fact, `no mention of ${entity}`, expected)];
    });
}
