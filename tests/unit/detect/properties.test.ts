/** What holds for any text, however broken. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIT_BEFORE, HIT_HERE } from '../../../src/page/page-reader.ts';
import * as scanned from '../../../src/detect/index.ts';
import { bundledDetector } from './bundled-detector.ts';

const detector = bundledDetector();

/** Scraps that names and ideas are made of, and everything that stands in their way. */
const scrap = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Blinken',
      'Antony ',
      'Lammy',
      'David\u00a0',
      'Zelens',
      'kyy',
      'Storm',
      ' Shadow',
      'NATO ',
      'shoot down ',
      'Russian ',
      'missiles',
      'drone',
      '. ',
      ' ',
      "'s",
      '’s',
      '-',
      '\u00ad',
      '\u200b',
      '\n',
      'by Poland ',
      'Ukraine ',
      '\ud835',
      '\u202e',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const text = fc.array(scrap, { maxLength: 30 }).map((scraps) => scraps.join(''));

test('offsets are in order, apart, and of the text as given', () => {
  fc.assert(
    fc.property(text, (given) => {
      let end = 0;
      for (const mention of detector.detect(given)) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.surface).toBe(given.slice(mention.start, mention.end));
        end = mention.end;
      }
      expect(end).toBeLessThanOrEqual(given.length);
    }),
    { numRuns: 500 },
  );
});

test('the scanner misses nothing that is there, however the text is cut', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(40), { maxLength: 6 }), (given, cuts) => {
      if (detector.detect(given).length === 0) return;
      const scanner = detector.createScanner();
      let rest = given;
      let hits = 0;
      for (const cut of cuts) {
        hits |= scanner.feed(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      hits |= scanner.feed(rest) | scanner.feed(' ');
      expect(hits).not.toBe(0);
    }),
    { numRuns: 500 },
  );
});

test('a hit is told to be here or before, in the bits that the page layer reads', () => {
  expect([scanned.HIT_HERE, scanned.HIT_BEFORE]).toEqual([HIT_HERE, HIT_BEFORE]);
  const scanner = detector.createScanner();
  expect(scanner.feed('Said Blinken')).toBe(scanned.NO_HIT);
  expect(scanner.feed(' and others')).toBe(HIT_BEFORE);
  expect(scanner.feed('Said Lammy again')).toBe(HIT_HERE);
  scanner.reset();
  expect(scanner.feed('Storm')).toBe(scanned.NO_HIT);
  expect(scanner.feed(' Shadow was')).toBe(HIT_HERE);
});

test('where blocks meet without a space, words may end or go on', () => {
  const feedAll = (...chunks: string[]) => {
    const scanner = detector.createScanner();
    return [...chunks, ' '].map((chunk) => scanner.feed(chunk));
  };
  expect(feedAll('Kyiv', 'Blinken said')).toEqual([0, HIT_HERE, 0]);
  expect(feedAll('by Blinken', 'Next')).toEqual([0, HIT_BEFORE, 0]);
  expect(feedAll('Kyiv', 'Storm', ' Sha', 'dow', 'Next')).toEqual([0, 0, 0, 0, HIT_BEFORE, 0]);
  expect(feedAll('Kyiv', 'Blin', 'ken')).toEqual([0, 0, 0, HIT_BEFORE]);
  expect(feedAll('clam', 'my is a word')).toEqual([0, 0, 0]);
});

test('text without a trigger is answered by the scanner alone', () => {
  expect(detector.detect('download breakdown senators clammy')).toEqual([]);
});
