/** What holds for any text, however broken. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { bundledDetection, bundledDetector } from '../../../src/cli/bundled-detector.ts';
import { readCorpus } from '../../../src/cli/evaluate.ts';
import { fold } from '../../../src/detect/fold.ts';
import { createGazetteer } from '../../../src/detect/gazetteer.ts';
import { eachName } from '../../../src/detect/compiled.ts';
import { tokenize } from '../../../src/detect/token.ts';
import { entitiesAt, hasTrigger } from './reference.ts';

/** Far more than a busy machine needs: no test here is about time. */
vi.setConfig({ testTimeout: 300_000 });

const detection = bundledDetection();
const main = detection.entities.filter(({ tier }) => tier === 'main');
const detector = bundledDetector({ cast: false });
const triggers = main.flatMap(({ triggers: { names, objects } }) => [...names, ...objects]);

/** Scraps that names and ideas are made of, and everything that stands in their way. */
const SCRAPS =
  'Blinken|Antony |Lammy|David\u00a0|Zelens|kyy|Storm| Shadow|storm shadow |NATO |shoot down |Russian |missiles|drone|' +
  ". | |’s|'s|-|\u00ad|\u200b|\n|\n\n|by Poland |Ukraine |\ud835|\udc01|\u202e|#|@|#StormShadow|_|Igor Zelensky, |" +
  'Зеленськ|ого|Блинкен|ом |ракет|и |збивати |布林肯|泽连斯基|ゼレンスキー|・|젤렌스키|는 |토니 블링컨|스톰 섀도|ᄌ|ᅦᆯ|ᆫ|بلينكن|و|לזלנסקי|𝐁linken|Ｌａｍｍｙ|' +
  'PresidentZelensky|David Lammylast|told reporters |เซเลนสกี|โวโลดีมีร์ |জেলেনস্কি|র |ஜெலென்ஸ்கி|zelensky |@|& |© |' +
  'e\u0301|Z\u030celenskyj|Marschflug|körper|abgeschossen|The ninja |clam|my|Olena |Zelenska|😀|🇺🇦';
const scrap = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SCRAPS.split('|')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...readCorpus().map(({ text: line }) => line)) },
);
const text = fc.array(scrap, { maxLength: 25 }).map((scraps) => scraps.join(''));
const runs = { numRuns: 600 };

/** Whether an offset falls between the halves of a surrogate pair. */
function splitsPair(given: string, at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(given.slice(at - 1, at + 1));
}

test('offsets are in order, apart, of the text as given, and never inside of a character', () => {
  fc.assert(
    fc.property(text, (given) => {
      let end = 0;
      for (const mention of detector.detect(given)) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.surface).toBe(given.slice(mention.start, mention.end));
        expect(splitsPair(given, mention.start) || splitsPair(given, mention.end)).toBe(false);
        end = mention.end;
      }
      expect(end).toBeLessThanOrEqual(given.length);
    }),
    runs,
  );
});

test('the same text gives the same mentions, whatever was read before', () => {
  fc.assert(
    fc.property(text, text, (other, given) => {
      const first = detector.detect(given);
      detector.detect(other);
      expect(detector.detect(given)).toEqual(first);
    }),
    { numRuns: 150 },
  );
});

/** Feeds a text in pieces. @returns whether any of them was worth a look */
function scan(given: string, cuts: readonly number[]): boolean {
  const scanner = detector.createScanner();
  let rest = given;
  let hit = false;
  for (const cut of cuts) {
    hit = scanner.feed(rest.slice(0, cut)) || hit;
    rest = rest.slice(cut);
  }
  return scanner.feed(rest) || hit;
}

test('the scanner misses nothing that the judge would find, however the text is cut', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(40), { maxLength: 6 }), (given, cuts) => {
      // Each block is judged by itself, and a page with nothing to look at is not judged at all.
      if (detector.detect(given).length > 0) expect(scan(given, cuts)).toBe(true);
    }),
    runs,
  );
});

test('text in decomposed form has the mentions that it has in composed form', () => {
  const seenIn = (given: string) =>
    detector.detect(given).map(({ entity, surface, rule }) => [entity, surface.normalize(), rule]);
  fc.assert(
    fc.property(text, (given) => {
      expect(seenIn(given.normalize('NFD'))).toEqual(seenIn(given.normalize('NFC')));
    }),
    runs,
  );
});

test('the scanner misses nothing in decomposed text either, however it is cut', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(40), { maxLength: 6 }), (composed, cuts) => {
      const given = composed.normalize('NFD');
      if (detector.detect(given).length > 0) expect(scan(given, cuts)).toBe(true);
    }),
    runs,
  );
});

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

test('the scanner finds what trying every trigger at every place finds', () => {
  const plain = fc
    .array(fc.constantFrom(...SCRAPS.split('|').filter((s) => !/[#@_\u200b]/.test(s))), {
      maxLength: 20,
    })
    .map((scraps) => scraps.join(''));
  fc.assert(
    fc.property(plain, (given) => {
      expect(scan(given, [])).toBe(hasTrigger(given, triggers));
    }),
    runs,
  );
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
    const given = unit.repeat(Math.ceil(200_000 / unit.length));
    expect(() => detector.detect(given)).not.toThrow();
  }
});
