/** Valid datasets of any size about people who do not exist, for tests and benchmarks of added datasets. */
import { datasetSchema, type Dataset } from '../../src/dataset/authoring.ts';
import { madeUpNames } from '../bench/names.ts';

const GIVEN = 'Anna Boris Clara David Elena Farid Greta Hugo Irina Jonas Karim Lena'.split(' ');
const CYRILLIC = Object.fromEntries(
  Array.from('abcdefghijklmnopqrstuvwxyz').map((letter, at) => [
    letter,
    'абцдефгхижклмнопкрстуввхиз'[at],
  ]),
);
const NO_HASH = '0'.repeat(64);

export interface Invention {
  id?: string;
  version?: number;
  title?: string;
  /** Day of the source. */
  day?: string;
  /** How many people; their names are distinct. */
  people?: number;
  /** How many facts there are about each of them; each names somebody else, too. */
  factsEach?: number;
  /** Surnames in place of made-up ones. */
  surnames?: readonly string[];
  /** Ids in Wikidata, by surname. */
  sameAs?: Readonly<Record<string, string>>;
  /** More for the detection of each person. */
  detection?: Readonly<Record<string, unknown>>;
  tier?: 'main' | 'cast';
}

/** @returns what a file holds; `inventDataset` reads it */
export function inventFile(invention: Invention = {}): Record<string, unknown> {
  const { id = 'strangers', version = 1, title = 'Strangers', day = '2026-11-20' } = invention;
  const { people = 5, factsEach = 2, sameAs = {}, tier = 'main' } = invention;
  const surnames = invention.surnames ?? madeUpNames(people);
  const idOf = (at: number): string => `person-${at % surnames.length}`;
  return {
    ...{ schemaVersion: 2, id, version, title, language: 'en', licence: 'CC0-1.0', made: day },
    maker: { name: 'Nobody' },
    source: {
      kind: 'News report',
      date: { value: day, inferred: true, basis: 'It is invented.' },
      ...{ language: 'en', sha256: NO_HASH },
      paragraphs: [{ words: 40, sha256: NO_HASH }],
      ...{ leftOut: [], dateWords: [] },
    },
    ...{ equivalents: {}, synonyms: {}, stances: {}, relationKinds: {} },
    kinds: { person: { label: 'Person', type: 'person' } },
    entities: surnames.map((surname, at) => {
      const given = GIVEN[at % GIVEN.length] ?? '';
      const id_ = sameAs[surname];
      return {
        ...{ id: idOf(at), kind: 'person', tier, name: `${given} ${surname}` },
        ...(id_ === undefined ? {} : { sameAs: id_ }),
        role: { text: `Minister of ${surname}`, volatile: true, citations: [1] },
        ...{ summary: `${surname} spoke about the harbour.`, summaryCitations: [1] },
        detection: {
          names: [
            { text: surname, kind: 'surname' },
            { text: inCyrillic(surname), kind: 'surname', lang: 'uk ru', script: 'Cyrl' },
          ],
          ...{ givenNames: [given], titles: ['Minister', 'Secretary'] },
          ...{ evidenceFor: ['harbour', 'ministry'], ...invention.detection },
        },
      };
    }),
    facts: surnames.flatMap((surname, at) =>
      Array.from({ length: factsEach }, (_, which) => ({
        id: `fact-${at}-${which}`,
        statement: `${surname} said that harbour ${which} needs ${at + which} more ships.`,
        about: [
          { entity: idOf(at), part: 'subject' },
          ...(surnames.length > 1 ? [{ entity: idOf(at + 1 + which), part: 'topic' }] : []),
        ],
        attribution: { manner: 'on-record', speaker: idOf(at) },
        evidence: [{ paragraph: 1, words: [1, 9], sha256: NO_HASH }],
        date: { value: day, inferred: true },
        stability: 'stable',
      })),
    ),
    ...{ positions: [], timeline: [], relations: [], quotes: [] },
  };
}

export const inventDataset = (invention: Invention = {}): Dataset =>
  datasetSchema.parse(inventFile(invention));

const inCyrillic = (surname: string): string => {
  const letters = Array.from(surname.toLowerCase(), (letter) => CYRILLIC[letter] ?? 'о').join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
};
