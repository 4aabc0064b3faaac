/** How concept rules are compiled and looked up. What they find is in tests/corpus and in the dataset's examples. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledDetection } from '../../../src/cli/bundled-detector.ts';
import { readCorpus } from '../../../src/cli/evaluate.ts';
import { asidesBefore } from '../../../src/detect/concept-aside.ts';
import { createFirstLook } from '../../../src/detect/concept-look.ts';
import { createPhraseTable } from '../../../src/detect/phrase.ts';
import { BITS, compileScanner } from '../../../src/detect/scanner-tables.ts';
import { createScanners } from '../../../src/detect/scanner.ts';
import { tokenize } from '../../../src/detect/token.ts';

const { entities } = bundledDetection();
const rules = entities.flatMap(({ concepts = [] }) => concepts);
const TEXTS = readCorpus().map(({ text }) => text);

describe('a phrase in capitals', () => {
  const actors = rules.find(({ lang }) => lang === 'en')?.actors;
  const isActor = (text: string): boolean =>
    createPhraseTable(actors).find(tokenize(text)).length > 0;

  test.each(['The US acts.', 'The U.S. acts.', 'NATO acts.', 'nato acts.'])('%s', (text) => {
    expect(isActor(text)).toBe(true);
  });
  test.each(['They told us.', 'We see u s.'])('not: %s', (text) => {
    expect(isActor(text)).toBe(false);
  });
});

describe('the first look', () => {
  const looked = rules.map(({ lang, objects = '', actions = '' }) => ({
    lang,
    lists: { objects, actions },
    tables: { objects: createPhraseTable(objects), actions: createPhraseTable(actions) },
  }));
  const firstLook = createFirstLook(looked);

  test('finds the rules that have an object and an action, as each rule alone would', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 }), (texts) => {
        const tokens = tokenize(texts.join(' '));
        const alone = looked.flatMap(({ tables: { objects, actions } }, at) =>
          objects.find(tokens).length > 0 && actions.find(tokens).length > 0 ? [at] : [],
        );
        expect(firstLook(tokens, new Map())).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
  test('leaves out languages that the text is surely not in', () => {
    const tokens = tokenize('missile intercepté, missile intercepted');
    const langs = (scores: [string, number][]): string[] =>
      firstLook(tokens, new Map(scores)).map((at) => looked[at]?.lang ?? '');
    expect(langs([])).toEqual(expect.arrayContaining(['en', 'fr']));
    expect(langs([['en', 9]])).not.toContain('fr');
    expect(langs([['en', 9]])).toContain('en');
  });
});

test('the scanner finds all objects of the rules, though it has only the shortest triggers', () => {
  const scanners = createScanners(compileScanner(entities.map(({ triggers }) => triggers)));
  for (const { objects } of rules) {
    const table = createPhraseTable(objects);
    for (const text of TEXTS) {
      if (table.find(tokenize(text)).length === 0) continue;
      const scanner = scanners.start(BITS.objects);
      scanner.feed(text);
      expect(scanner.found() & BITS.objects, text).not.toBe(0);
    }
  }
});

describe('asides', () => {
  const parts = {
    relative: createPhraseTable('wh|which'),
    article: createPhraseTable(''),
    locative: createPhraseTable('th|through'),
    references: createPhraseTable('so|some of them'),
    donor: createPhraseTable('tr|trained'),
  };
  const asides = (text: string): string[] => {
    const tokens = tokenize(text);
    const words = (start: number, end: number): string =>
      tokens
        .slice(start, end)
        .map(({ word }) => word)
        .join(' ');
    return asidesBefore(parts, tokens, tokens.length).map(({ start, end }) => words(start, end));
  };

  test.each([
    ['Poland (if Ukraine agrees) acts', ['if ukraine agrees']],
    ['Crews — bored, said Kyiv — act', ['bored said kyiv']],
    ['Poland, which borders Ukraine, acts', ['which borders ukraine']],
    ['Crews in Poland, through which Kyiv gets aid, act', ['through which kyiv gets aid']],
    ['Ukrainian crews, some of them in Danish jets, act', ['some of them in danish jets']],
    ['Gunners, trained in Poland, act', ['trained in poland']],
    ['Poland, Romania, Latvia act', []],
    ['Anti-aircraft crews act', []],
    ['Poland (if Ukraine agrees', []],
    [') Poland (', []],
  ])('%s', (text, expected) => {
    expect(asides(text)).toEqual(expected);
  });
});
