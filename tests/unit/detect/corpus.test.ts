/**
 * The shipped detector on the cases of tests/corpus. The two files that began the corpus are tests line by
 * line; those that were written before the rules and those that were written after them are held above the floors of
 * tests/corpus/floors.json.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledDetector } from '../../../src/cli/bundled-detector.ts';
import { loadDataset } from '../../../src/cli/dataset-plugin.ts';
import { CORPUS_PARTS, evaluateBundled, readCorpus } from '../../../src/cli/evaluate.ts';
import { expectedSpans, precision, recall, type Case } from '../../../src/cli/evaluation.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');
const detector = bundledDetector({ cast: false });

describe.each(['names', 'nato-interception'])('tests/corpus/%s.jsonl', (name) => {
  const cases = readFileSync(join(CORPUS, 'before-rules', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);

  test.each(cases)('$why: $text', ({ text, mentions }) => {
    const found = detector.detect(text).map(({ entity, surface }) => [entity, surface]);
    expect(found).toEqual(mentions);
  });
});

test('the corpus is large enough to mean something, and each case can be read', () => {
  const cases = readCorpus();
  expect(cases.length).toBeGreaterThanOrEqual(2800);
  for (const subject of cases) expect(expectedSpans(subject)).toHaveLength(subject.mentions.length);
  expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
});

describe.each(CORPUS_PARTS)(
  'precision and recall on tests/corpus/%s stay above their floors',
  (part) => {
    type Floors = Record<'entities' | 'conceptByLanguage', Record<string, [number, number]>>;
    const all = JSON.parse(readFileSync(join(CORPUS, 'floors.json'), 'utf8')) as Record<
      string,
      Floors
    >;
    const floors = all[part] ?? { entities: {}, conceptByLanguage: {} };
    const { byEntity, conceptByLanguage, errors } = evaluateBundled(readCorpus([part]));
    const listOf = (key: string) =>
      errors
        .filter(({ entity, subject }) => entity === key || subject.lang === key)
        .map(({ kind, surface, subject }) => `${kind} "${surface}" in: ${subject.text}`)
        .join('\n');

    test.each(Object.entries(floors.entities))('%s', (entity, [leastPrecision, leastRecall]) => {
      const score = byEntity.get(entity);
      if (!score) throw new Error(`No case is about ${entity}.`);
      expect(precision(score), listOf(entity)).toBeGreaterThanOrEqual(leastPrecision);
      expect(recall(score), listOf(entity)).toBeGreaterThanOrEqual(leastRecall);
    });
    test.each(Object.entries(floors.conceptByLanguage))(
      'the idea in %s',
      (language, [leastPrecision, leastRecall]) => {
        const score = conceptByLanguage.get(language);
        if (!score) throw new Error(`No case of the idea is in ${language}.`);
        expect(precision(score), listOf(language)).toBeGreaterThanOrEqual(leastPrecision);
        expect(recall(score), listOf(language)).toBeGreaterThanOrEqual(leastRecall);
      },
    );
  },
);

describe('the examples of the dataset’s concept rules', () => {
  const examples = loadDataset().entities.flatMap(({ id, detection }) =>
    detection.concepts.flatMap((rule) => rule.examples.map((example) => ({ id, ...example }))),
  );
  test.each(examples)('$text', ({ id, text, mention }) => {
    expect(detector.detect(text).some(({ entity }) => entity === id)).toBe(mention);
  });
});

describe('the words of an idea', () => {
  test.each([
    // A pronoun, and the article that is written like one.
    [
      'If NATO hits drones here, it can shoot down Russian drones there.',
      'shoot down Russian drones',
    ],
    ['Poland saw Russian drones and it will shoot down missiles.', 'shoot down missiles'],
    [
      'Des drones russes ont survolé la Pologne, et Varsovie a abattu les missiles.',
      'abattu les missiles',
    ],
    ['Après les drones, la Pologne a abattu les missiles russes.', 'abattu les missiles'],
    ['Contre les drones russes, Varsovie doit détruire les missiles.', 'détruire les missiles'],
    ['Les drones russes sont là, la Pologne doit les abattre.', 'les abattre'],
    // Who acts, and where.
    [
      'Russian drones would be hard for Poland to shoot down.',
      'drones would be hard for Poland to shoot down',
    ],
    ['After a raid on Ukraine, a Russian drone was shot down over Poland.', 'drone was shot down'],
    [
      'In Kyiv it was quiet while a Russian drone was shot down over Romania.',
      'drone was shot down',
    ],
    ['Over Ukraine, a Russian drone was shot down near Poland.', undefined],
    ['The drone that the Polish jets chased was shot down by Russia.', undefined],
  ])('%s', (text, surface) => {
    expect(detector.detect(text).map((mention) => mention.surface)).toEqual(
      surface === undefined ? [] : [surface],
    );
  });
});

describe('with the cast switched on', () => {
  const everyone = bundledDetector({ cast: true });
  const surfaces = (text: string) => everyone.detect(text).map(({ surface }) => surface);

  test('its names are found beside the others', () => {
    expect(surfaces('Blinken briefed Joe Biden on NATO and Iran.')).toEqual([
      'Blinken',
      'Joe Biden',
      'NATO',
      'Iran',
    ]);
  });
  test('a common surname needs its given name', () => {
    expect(surfaces('Austin is a city in Texas.')).toEqual([]);
    expect(surfaces('Lloyd Austin flew home. Then Austin spoke.')).toEqual([
      'Lloyd Austin',
      'Austin',
    ]);
  });
  test('an idea is not broken up by the names inside of it', () => {
    expect(surfaces('Russian missiles heading for Poland must be shot down by Warsaw.')).toEqual([
      'missiles heading for Poland must be shot down',
    ]);
  });
});

describe('why a mention was accepted', () => {
  const rulesOf = (text: string) => detector.detect(text).map(({ rule }) => rule);
  test.each([
    ['Antony Blinken landed.', ['full-name']],
    ['President Zelensky spoke.', ['titled-name']],
    ['Nobody asked Lammy.', ['name']],
    ['David Lammy came. Then Lammy left.', ['full-name', 'remembered-name']],
    ['Blinken am Montag in Israel erwartet: die Hoffnung ist groß.', ['name-in-context']],
    ['Poland shot down two Russian drones.', ['concept']],
    ['Allied jets took off. They shot down two Russian drones.', ['concept-over-sentences']],
  ])('%s', (text, rules) => {
    expect(rulesOf(text)).toEqual(rules);
  });
});
