/** How the judge of concepts reads scripts with particles or without spaces, and the form in which pages carry its rules. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledDetection, bundledDetector } from '../../../src/cli/bundled-detector.ts';
import { listOf } from '../../../src/detect/compiled.ts';
import { packLists, readLists } from '../../../src/detect/concept-pack.ts';
import { cutCharacters, cutParticles, joinCharacters } from '../../../src/detect/concept-words.ts';
import { createPhraseTable } from '../../../src/detect/phrase.ts';
import { tokenize } from '../../../src/detect/token.ts';

const wordsOf = (tokens: readonly { word: string }[]): string[] => tokens.map(({ word }) => word);

describe('particles written onto a word', () => {
  const table = createPhraseTable(listOf(['صاروخ*', 'دون طيار']));
  const cut = cutParticles([table], ['و', 'ال', 'وال'], ['ال']);

  test.each([
    ['الصاروخ', ['صاروخ']],
    ['والصاروخ', ['و', 'صاروخ']],
    ['صاروخ', ['صاروخ']],
    ['ودون طيار', ['و', 'دون', 'طيار']],
    ['والقمر', ['والقمر']],
  ])('%s', (text, words) => {
    expect(wordsOf(cut(tokenize(text)))).toEqual(words);
  });

  test('leave a text of another script as it is', () => {
    const tokens = tokenize('A missile, a drone.');
    expect(cut(tokens)).toEqual(tokens);
  });

  test('keep the places of words in the text', () => {
    const text = 'والصاروخ سقط';
    const [, missile] = cut(tokenize(text));
    expect(text.slice(missile?.start, missile?.end)).toBe('صاروخ');
  });
});

describe('words of several characters', () => {
  const cut = cutCharacters([joinCharacters(listOf(['击 落', '无 人 机', 'トローン*']))]);

  test.each([
    ['击落无人机', ['击落', '无人机']],
    ['击落三架无人机', ['击落', '三架', '无人机']],
    ['ドローン', ['トローン']],
  ])('%s', (text, words) => {
    expect(wordsOf(cut(tokenize(text)))).toEqual(words);
  });

  test('lose nothing of a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('击落无人机ドローンをa ,。')) }),
        (text) => {
          const tokens = tokenize(text);
          expect(wordsOf(cut(tokens)).join('')).toBe(wordsOf(tokens).join(''));
        },
      ),
    );
  });
});

describe('where the subject stands', () => {
  const detector = bundledDetector({ cast: false });
  const isFound = (text: string): boolean =>
    detector.detect(text).some(({ entity }) => entity === 'nato-interception');

  test.each([
    ['between verb and object', 'أسقطت مقاتلات بولندية مسيرات روسية.', true],
    ['between verb and object, another', 'أسقطت أوكرانيا مسيرات روسية.', false],
    ['before object and verb', 'ポーランド軍がロシアの無人機を撃墜した。', true],
    ['before object and verb, another', 'ウクライナ軍がロシアの無人機を撃墜した。', false],
    ['after verb and object', 'Ruské drony zničila polská armáda.', true],
    ['after verb and object, another', 'Ruské drony zničila ukrajinská armáda.', false],
    ['in own forces', 'Flygvapnet sköt ner två ryska drönare.', true],
    ['in the forces of another', 'Det ukrainska flygvapnet sköt ner två ryska drönare.', false],
  ])('%s', (_, text, expected) => {
    expect(isFound(text)).toBe(expected);
  });

  test('a verb that holds its pronoun needs no object, but may have another one', () => {
    const before = 'Egy orosz drón átrepült Romániába. A román gépek ';
    expect(isFound(`${before}lelőtték.`)).toBe(true);
    expect(isFound(`${before}lelőtték a vadászgépet.`)).toBe(false);
  });
});

describe('lists of languages in strings', () => {
  const PARTS = ['one', 'two'] as const;
  const list = fc.array(fc.constantFrom('us^', 'a b', '*c', '!d'), { maxLength: 3 }).map(listOf);

  test('are read as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ one: list, two: list })), (all) => {
        const packed = packLists(PARTS, all);
        expect(all.map((_, at) => readLists(PARTS, packed, at))).toEqual(all);
      }),
    );
  });

  test('hold a list of two languages once', () => {
    const [, second] = packLists(PARTS, [
      { one: 'drone*', two: '' },
      { one: 'drone*', two: '' },
    ]);
    expect(second).not.toContain('drone');
  });

  test('part no phrase of the dataset', () => {
    const lists = bundledDetection().entities.flatMap(({ concepts = [] }) =>
      concepts.flatMap(({ lang: _, ...parts }) => Object.values(parts)),
    );
    expect(lists.filter((one) => /[#=]/.test(one))).toEqual([]);
  });
});
