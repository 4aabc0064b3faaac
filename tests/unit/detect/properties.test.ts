/** What the parts of the detector promise for any text. tests/fuzz has what holds for scanner and judge as a whole. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { bundledDetection, bundledDetector } from '../../../src/cli/bundled-detector.ts';
import { readCorpus } from '../../../src/cli/evaluate.ts';
import { fold } from '../../../src/detect/fold.ts';
import { createGazetteer } from '../../../src/detect/gazetteer.ts';
import { eachName } from '../../../src/detect/compiled.ts';
import { tokenize } from '../../../src/detect/token.ts';
import { entitiesAt } from './reference.ts';

/** Far more than a busy machine needs: no test here is about time. */
vi.setConfig({ testTimeout: 300_000 });

const detection = bundledDetection();
const main = detection.entities.filter(({ tier }) => tier === 'main');
const detector = bundledDetector({ cast: false });

const runs = { numRuns: 600 };

test('every letter of Unicode folds in its parts to what it folds to as a whole', () => {
  const letters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code >= 0x80 && (code < 0xd800 || code > 0xdfff))
    .map((code) => String.fromCodePoint(code).normalize('NFC'))
    // Beyond the Basic Multilingual Plane no letter is told from another.
    .filter((letter) => letter.length === 1 && letter.normalize('NFD') !== letter);
  expect(letters.length).toBeGreaterThan(11_172);
  const differing = letters.filter(
    (letter) => fold(`a${letter}b`).text !== fold(`a${letter.normalize('NFD')}b`).text,
  );
  expect(differing).toEqual([]);
});

test('an even text has the words that it has with a sign in it which makes it uneven', () => {
  const even = fc.array(
    fc.constantFrom(
      ..."Blinken|NATO's|storm |shadow|12.5|U.S. |\n|\t|’s|“No,” |– |—|…| |_|`|ID-2|é|ß|İ".split(
        '|',
      ),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(even, (scraps) => {
      const given = scraps.join('');
      // A soft hyphen changes no word.
      expect(tokenize(given)).toEqual(tokenize(`${given}\u00ad`));
    }),
    runs,
  );
});

test('the gazetteer finds what writing out every form of every name finds', () => {
  const gazetteer = createGazetteer(main, detection.linguistics);
  const words = fc.array(
    fc.constantFrom(
      ...readCorpus()
        .filter(({ mentions }) => mentions.length > 0)
        .flatMap(({ text: line }) => line.split(/(?<=\s)/)),
    ),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(words, (parts) => {
      const given = parts.join('');
      const tokens = tokenize(given);
      tokens.forEach(({ word }, index) => {
        // Attached particles have a test of their own below; the reference knows none.
        if (/[\u0590-\u06ff]/.test(word)) return;
        const found = new Set(
          gazetteer
            .matchesAt(tokens, index)
            .filter(({ lower }) => !lower)
            .map(({ alias }) => alias.entity),
        );
        for (const entity of found)
          expect(entitiesAt({ ...detection, entities: main }, given, index)).toContain(entity);
        const obvious = entitiesAt({ ...detection, entities: main }, given, index);
        const all = new Set(gazetteer.matchesAt(tokens, index).map(({ alias }) => alias.entity));
        for (const entity of obvious) {
          const isParted = /[.,;:!?()]/.test(tokens[index + 1]?.gap ?? '');
          const isProper = [...eachName(main[entity]?.names ?? [])].some(
            ({ kind }) => kind !== 'surname',
          );
          if (!isParted && !isProper) expect(all).toContain(entity);
        }
      });
    }),
    { numRuns: 150 },
  );
});

test('particles written before a name do not hide it', () => {
  for (const [given, entity] of [
    ['التقى وبلينكن', 'antony-blinken'],
    ['قال لزيلينسكي', 'volodymyr-zelenskyy'],
    ['אמר לזלנסקי', 'volodymyr-zelenskyy'],
  ] as const) {
    expect(detector.detect(given).map((mention) => mention.entity)).toEqual([entity]);
  }
});

test('where blocks meet without a space, words may end or go on', () => {
  const feedAll = (...chunks: string[]) => {
    const scanner = detector.createScanner();
    return chunks.map((chunk) => scanner.feed(chunk));
  };
  expect(feedAll('Kyiv', 'Blinken said')).toEqual([false, true]);
  expect(feedAll('by Blinken', 'Next')).toEqual([true, false]);
  expect(feedAll('Kyiv', 'Storm', ' Sha', 'dow', 'Next')).toEqual([
    false,
    false,
    false,
    true,
    false,
  ]);
  expect(feedAll('Kyiv', 'Blin', 'ken')).toEqual([false, false, true]);
  expect(feedAll('clam', 'my is a word')).toEqual([false, false]);
});

test('text without a trigger is answered by the scanner alone', () => {
  expect(detector.detect('download breakdown senators clammy')).toEqual([]);
});

test('length costs in proportion: a megabyte of anything ends', () => {
  for (const unit of [
    'a',
    'Blinken ',
    '\ud835',
    '. ',
    'Storm ',
    'NATO shot down missiles ',
    '布林肯',
    '#',
    'ᄌ',
    'ᅦ',
    '블링컨 '.normalize('NFD'),
  ]) {
    // What goes wrong with many words does so with many of one letter: text that has to be judged may be shorter.
    const length = unit.length === 1 ? 200_000 : 60_000;
    const given = unit.repeat(Math.ceil(length / unit.length));
    expect(() => detector.detect(given)).not.toThrow();
  }
});
