/**
 * Compares a dataset with its source's text: fingerprints, terms, speakers, dates, coverage, and whether detection finds
 * the entities that a fact names. Pure: the caller brings the text, a hash and a detector.
 */
import { alignSource, type Aligned } from './align.ts';
import { citationsOf } from './compile.ts';
import { surnameOf } from './knowledge.ts';
import { showsManner } from './manner.ts';
import { turnedWord } from './polarity.ts';
import type { Dataset, DatasetFact } from './schema.ts';
import { comparable, wordsAt, type SourceText } from './source-text.ts';
import { SOURCE_WORDS } from './source-words.ts';
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

/**
 * Compares with any version of the source's text. What rests on a paragraph that this version does not have is named as such, and
 * not compared with anything else.
 * @returns one entry for each difference
 */
export function verifyDataset(
  dataset: Dataset,
  text: SourceText,
  tools: VerifyTools,
): Discrepancy[] {
  const aligned = alignSource(dataset.source.paragraphs, text, tools.sha256);
  const { source } = aligned;
  const here = partThatIsHere(dataset, aligned);
  const names = nameWords(dataset);
  const equivalents = equivalentForms(dataset);
  return [
    ...paragraphDifferences(dataset, text, aligned),
    ...dataset.facts.flatMap((fact) => factElsewhere(fact, aligned)),
    ...here.facts.flatMap((fact) => [
      ...evidencePrints(fact, source, tools),
      ...missingTerms(fact, source, { names, equivalents }),
      ...turned(here, fact, source),
      ...missingSpeakers(here, fact, source),
      ...undetected(here, fact, source, tools),
    ]),
    ...wrongDates(here, source, aligned.absent.size === 0),
    ...wrongQuotes(here, source),
    ...wrongRoles(here, source, { names, equivalents, absent: aligned.absent }),
    ...uncovered(dataset),
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

/** What can be compared: the facts whose paragraphs are all there, and what rests on these facts alone. */
function partThatIsHere(dataset: Dataset, { absent }: Aligned): Dataset {
  const facts = dataset.facts.filter((fact) => !citationsOf(fact).some((at) => absent.has(at)));
  const ids = new Set(facts.map(({ id }) => id));
  return {
    ...dataset,
    facts,
    timeline: dataset.timeline.filter((event) => event.facts.every((id) => ids.has(id))),
  };
}

function paragraphDifferences(
  { source: known }: Dataset,
  text: SourceText,
  { source, absent, unknown }: Aligned,
): Discrepancy[] {
  const lost = [...absent].map((paragraph) => ({
    where: 'source',
    paragraph,
    found: 'no such paragraph in this version of the text',
    expected: `one with the fingerprint ${known.paragraphs[paragraph - 1]?.sha256.slice(0, 12) ?? ''}…`,
  }));
  const more = unknown.map((number) => ({
    where: 'source',
    paragraph: 0,
    found: `a paragraph that the dataset does not know, number ${number} of the text: “${(text.paragraphs[number - 1] ?? []).slice(0, 6).join(' ')} …”`,
    expected: `only the ${known.paragraphs.length} paragraphs of the dataset`,
  }));
  const miscounted = known.paragraphs.flatMap(({ words }, index) => {
    const length = source.paragraphs[index]?.length ?? 0;
    return words === length || absent.has(index + 1)
      ? []
      : [
          {
            where: 'source',
            paragraph: index + 1,
            found: `${length} words`,
            expected: `${words} words`,
          },
        ];
  });
  return [...lost, ...more, ...miscounted];
}

/** A fact whose evidence has changed is not looked for elsewhere: what is similar may say something else. */
function factElsewhere(fact: DatasetFact, { absent }: Aligned): Discrepancy[] {
  const lost = citationsOf(fact).filter((paragraph) => absent.has(paragraph));
  return lost.length === 0
    ? []
    : [
        factDiscrepancy(
          fact,
          `its evidence is not in this version of the text (paragraph ${lost.join(' and ')})`,
          'the paragraph as the dataset knows it',
        ),
      ];
}

function evidencePrints(
  fact: DatasetFact,
  source: SourceText,
  { sha256 }: VerifyTools,
): Discrepancy[] {
  return fact.evidence.flatMap(({ paragraph, words, sha256: print }) => {
    const text = wordsAt(source, paragraph, words);
    const length = source.paragraphs[paragraph - 1]?.length ?? 0;
    const about = { where: fact.id, paragraph, fact: fact.id };
    if (words[1] > length || words[0] > words[1]) {
      const found = `words ${words.join('-')}`;
      return [{ ...about, found, expected: `words from 1 to ${length}, the first one first` }];
    }
    const found = `other words at ${words.join('-')}: “${text}”, with sha256 ${sha256(text)}`;
    const expected = `those of ${print.slice(0, 12)}… (dataset:verify --write writes fingerprints)`;
    return sha256(text) === print ? [] : [{ ...about, found, expected }];
  });
}

const REMEDY: Record<string, string> = {
  name: 'only what its evidence says; widen "words", or write the source’s word for it in "equivalents"',
  quote: 'the exact words of its evidence between quotation marks',
};

function missingTerms(
  fact: DatasetFact,
  source: SourceText,
  { names, equivalents }: Vocabulary,
): Discrepancy[] {
  const evidence = evidenceOf(fact, source);
  return termsOf(fact.statement, names)
    .filter((term) => !isSupported(term, evidence, equivalents))
    .map(({ kind, text }) =>
      factDiscrepancy(fact, `the ${kind} "${text}"`, REMEDY[kind] ?? 'only what its evidence says'),
    );
}

/** Only where statement and source are in the same language, and we know its negations. */
function turned(
  { language, source: known }: Dataset,
  fact: DatasetFact,
  source: SourceText,
): Discrepancy[] {
  const words = SOURCE_WORDS[known.language];
  if (!words || language !== known.language) return [];
  const wrong = turnedWord(comparable(fact.statement), evidenceOf(fact, source), words);
  return wrong ? [factDiscrepancy(fact, wrong.found, wrong.expected)] : [];
}

function missingSpeakers(
  { entities, source: known }: Dataset,
  fact: DatasetFact,
  source: SourceText,
): Discrepancy[] {
  const evidence = evidenceOf(fact, source);
  const { manner, speaker, also = [] } = fact.attribution;
  const words = SOURCE_WORDS[known.language];
  const wrongManner =
    !words || showsManner(manner, evidence, words)
      ? []
      : [factDiscrepancy(fact, `the manner "${manner}"`, 'one that its evidence shows')];
  const unnamed = [speaker, ...also].flatMap((id) => {
    const entity = entities.find((candidate) => candidate.id === id);
    if (!entity) return [];
    const said = fact.about.find((mention) => mention.entity === id)?.as ?? surnameOf(entity.name);
    if (evidence.includes(comparable(said))) return [];
    const expected =
      'a speaker whom its evidence names; if it says only "he", widen "words" or write "as": "he" in "about"';
    return [factDiscrepancy(fact, `"${said}" as speaker`, expected)];
  });
  return [...wrongManner, ...unnamed];
}

/**
 * Detection finds a main entity that did or said it in the fact's paragraphs, or the fact has the source's words for it. A bare
 * surname is enough in a text that names the entity elsewhere, as it is in pages.
 */
function undetected(
  { entities }: Dataset,
  fact: DatasetFact,
  source: SourceText,
  { detect }: VerifyTools,
): Discrepancy[] {
  const main = new Map(entities.filter(({ tier }) => tier === 'main').map((one) => [one.id, one]));
  const evidence = evidenceOf(fact, source);
  const isIn = (id: string, paragraphs: string[][]): boolean =>
    detect(paragraphs.map((words) => words.join(' ')).join('\n')).includes(id);
  return fact.about.flatMap(({ entity, part, as }) => {
    const known = main.get(entity);
    if (!known || part !== 'subject') return [];
    const cited = citationsOf(fact).map((paragraph) => source.paragraphs[paragraph - 1] ?? []);
    const seen =
      as === undefined
        ? cited.some((words) => isIn(entity, [words])) ||
          (evidence.includes(comparable(surnameOf(known.name))) && isIn(entity, source.paragraphs))
        : evidence.includes(comparable(as));
    if (seen) return [];
    const expected = `one in paragraph ${citationsOf(fact).join(' or ')}, or "as" with the source's words`;
    return [factDiscrepancy(fact, `no mention of ${entity}`, expected)];
  });
}
