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
    givenNames: ['Iva'],
  },
  {
    id: 'night-heron',
    names: [
      { text: 'Night Heron', kind: 'proper', alone: 'with-reason' },
      { text: 'night heron', kind: 'common', alone: false },
    ],
    evidenceFor: ['launched'],
  },
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
    ['in capitals, as a label', `KORDAN lamps. ${PLAIN}\n\nTroops fired missiles.`, []],
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
