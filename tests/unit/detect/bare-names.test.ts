/**
 * Bare names: a surname alone is anybody's, so it counts only where the page gives a reason. The names are made up, so
 * these rules hold for whoever is added to a dataset.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { detectionSchema } from '../../../src/dataset/detection-schema.ts';
import { compileDetection, createDetector, packDetector } from '../../../src/detect/index.ts';

const entities = [
  { id: 'kordan', names: [{ text: 'Kordan', kind: 'surname' }], givenNames: ['Ada'] },
  {
    id: 'veranski',
    names: [{ text: 'Veranski', kind: 'surname' }],
    titles: ['President'],
    givenNames: ['Iva', 'Marika'],
  },
  {
    id: 'night-heron',
    names: [
      { text: 'Night Heron', kind: 'proper', alone: 'with-reason' },
      { text: 'night heron', kind: 'common', alone: false },
    ],
    evidenceFor: ['launched'],
  },
  // Words of politics themselves.
  { id: 'senate', names: [{ text: 'Senate', kind: 'proper', alone: 'with-reason' }] },
  { id: 'embassy', names: [{ text: 'Embassy', kind: 'surname' }] },
  { id: 'ostrelle', names: [{ text: 'Ostrelle', kind: 'surname', alone: true }] },
].map(({ id, ...data }) => ({ id, tier: 'main' as const, ...detectionSchema.parse(data) }));
const detector = createDetector(
  packDetector(compileDetection({ entities, linguistics: loadLinguistics() })),
);
const surfaces = (text: string) => detector.detect(text).map(({ surface }) => surface);

/** Says nothing about politics, and is long enough to say so. */
const PLAIN =
  'The kettle sang, the cat slept on the warm bread board, and outside the rain went on and on until supper.';

describe('a bare surname', () => {
  test.each([
    ['without any reason', `Kordan came in. ${PLAIN}`, []],
    ['with a word of politics', `Kordan saw the minister. ${PLAIN}`, ['Kordan']],
    ['with one hint', `Kordan paid a visit. ${PLAIN}`, []],
    ['with two hints', `Kordan paid a visit and thanked reporters. ${PLAIN}`, ['Kordan']],
    ['with countries alone', `Kordan flew from France to Spain. ${PLAIN}`, []],
    ['beside another entity', `Kordan saw Veranski. ${PLAIN}`, ['Kordan', 'Veranski']],
    ['in a text that says too little', 'Kordan came in.', ['Kordan']],
    ['that is enough alone', `Ostrelle came in. ${PLAIN}`, ['Ostrelle']],
    [
      'with signs elsewhere on the page',
      `Kordan sat. ${PLAIN}\n\nTroops fired missiles.`,
      ['Kordan'],
    ],
    ['with one sign elsewhere', `Kordan sat. ${PLAIN}\n\nThe minister sat.`, []],
    [
      'after another full name',
      `Kordan sat. ${PLAIN}\n\nPresident Veranski sat.`,
      ['Kordan', 'Veranski'],
    ],
    ['without capitals and reason', `then kordan came in. ${PLAIN}`, []],
    ['without capitals, beside a sign', 'why does kordan want sanctions', ['kordan']],
    ['without capitals, in an address', 'why does www.kordan want sanctions', []],
    ['without capitals, in another address', 'why does kordan.example want sanctions', []],
    ['without capitals, in a compound', 'why does kordan-lamp want sanctions', []],
    ['without capitals, before a comma', 'why does kordan, who sat, want sanctions', ['kordan']],
    ['without capitals, after its given name', `then ada kordan came in. ${PLAIN}`, ['ada kordan']],
    ['beside a weapon', `Kordan saw Night Heron. ${PLAIN}`, ['Kordan', 'Night Heron']],
    ['with a hint and a country', `Kordan paid a visit in France. ${PLAIN}`, ['Kordan']],
    ['with one hint in many forms', `Kordan paid a visit, with visits and visitors. ${PLAIN}`, []],
    ['in a text in capitals', `KORDAN SAW THE MINISTER. ${PLAIN}`, ['KORDAN']],
    ['after its full name', `Ada Kordan sat. ${PLAIN}\n\nKordan sat.`, ['Ada Kordan', 'Kordan']],
    ['in capitals, as a label', `KORDAN lamps. ${PLAIN}\n\nTroops fired missiles.`, []],
  ])('%s', (_, text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });
});

describe('the words before a surname', () => {
  test.each([
    ['an initial', `A. Kordan sat. ${PLAIN}`, ['A. Kordan']],
    ['another initial', 'B. Kordan saw the minister.', []],
    ['a middle initial', `Ada B. Kordan sat. ${PLAIN}`, ['Ada B. Kordan']],
    ['a form of address', 'M. Kordan saw the minister.', ['Kordan']],
    ['a middle name', `Ada Lovelace Kordan sat. ${PLAIN}`, ['Ada Lovelace Kordan']],
    ['a given name with another ending', `Mariki Veranski sat. ${PLAIN}`, ['Mariki Veranski']],
    ['a hyphen', `Ada-Kordan sat. ${PLAIN}`, ['Ada-Kordan']],
    ['a comma', `Ada, Kordan sat. ${PLAIN}`, []],
    ['a given name of another', 'Max Kordan saw the minister. Kordan left.', []],
    ['an unknown given name and an age', 'Lovelace Kordan, 44, saw the minister.', []],
    ['an unknown given name and a role', 'Lovelace Kordan, an actor, saw the minister.', []],
    ['a title and an age', `President Veranski, 44, sat. ${PLAIN}`, ['Veranski']],
    [
      'another given name between full names',
      `Iva Veranski sat.\n\nMax Veranski sat.\n\nIva Veranski sat.\n\nVeranski sat. ${PLAIN}`,
      ['Iva Veranski', 'Iva Veranski', 'Veranski'],
    ],
  ])('%s', (_, text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });
});

describe('somebody or something else', () => {
  test.each([
    'The government thanked Chef Kordan.',
    'The government thanked chef Quillo Kordan.',
    'The government thanked Mrs. Kordan.',
    'The government closed Kordan Street.',
    'The government thanked Kordan & Daughters.',
    'The government thanked Kordan Quill LLP.',
    'The minister read Kordan et al. (1998).',
    'Write to the minister at info@kordan.example.',
    'The minister quotes @Kordan99.',
    'The minister arrives. © 2019 Max Kordan',
    'Le ministre habite rue Kordan.',
  ])('%s', (text) => {
    expect(surfaces(text)).toEqual([]);
  });
  test('two public persons are no firm', () => {
    expect(surfaces('Kordan & Veranski saw the minister.')).toEqual(['Kordan', 'Veranski']);
  });
});

describe('a name of something', () => {
  test('needs a reason if its data say so', () => {
    expect(surfaces(`We painted the hall in Night Heron. ${PLAIN}`)).toEqual([]);
    expect(surfaces(`The army has Night Heron. ${PLAIN}`)).toEqual(['Night Heron']);
  });
  test('is no reason for itself', () => {
    expect(surfaces(`We painted the hall in Senate. ${PLAIN}`)).toEqual([]);
    expect(surfaces(`We painted the hall in Senate for the minister. ${PLAIN}`)).toEqual([
      'Senate',
    ]);
    expect(surfaces('why does embassy want lamps')).toEqual([]);
    expect(surfaces('why does embassy want sanctions')).toEqual(['embassy']);
  });
  test('without capitals needs evidence', () => {
    expect(surfaces('The army saw a night heron.')).toEqual([]);
    expect(surfaces('they launched four nightherons')).toEqual(['nightherons']);
  });
});

describe('a lost space', () => {
  test.each([
    ['Then PresidentVeranski spoke.', ['Veranski']],
    ['YesterdayIvaVeranski spoke.', ['IvaVeranski']],
    ['It was Ada Kordanlast year.', ['Ada Kordan']],
    ['“No,”Kordantold the minister.', ['Kordan']],
    ['YesterdayKordan saw the minister.', []],
    ['A McVeranski met the minister.', []],
    ['A Kordanesque minister spoke.', []],
  ])('%s', (text, expected) => {
    expect(surfaces(text)).toEqual(expected);
  });

  test('wherever the space is lost, what is found is the name', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(word, word, (before, after) => {
        const text = `${before} Ada Kordan${after} ${before}`;
        for (const surface of surfaces(text)) expect(surface).toMatch(/^Ada Kordan/);
      }),
      { numRuns: 300 },
    );
  });
});
