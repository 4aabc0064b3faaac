/** Every line of tests/corpus is a case: a text, and its mentions in order as entity and surface form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset, type CompiledDetection } from '../../../src/dataset/index.ts';
import { createDetector } from '../../../src/detect/index.ts';
import { bundledDetector } from './bundled-detector.ts';

interface Case {
  why: string;
  text: string;
  mentions: [entity: string, surface: string][];
}

const detector = bundledDetector();

describe.each(['names', 'nato-interception'])('tests/corpus/%s.jsonl', (name) => {
  const file = join(import.meta.dirname, `../../corpus/${name}.jsonl`);
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);

  test.each(cases)('$why: $text', ({ text, mentions }) => {
    const found = detector.detect(text).map(({ entity, surface }) => [entity, surface]);
    expect(found).toEqual(mentions);
  });
});

describe('the examples of the dataset’s concept rules', () => {
  const examples = loadDataset().entities.flatMap(({ id, detection }) =>
    (detection.concept?.examples ?? []).map((example) => ({ id, ...example })),
  );
  test.each(examples)('$text', ({ id, text, mention }) => {
    expect(detector.detect(text).some(({ entity }) => entity === id)).toBe(mention);
  });
});

describe('with the cast switched on', () => {
  const everyone = createDetector(
    JSON.parse(compileDataset(loadDataset()).detection) as CompiledDetection[],
  );
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
    expect(surfaces('Lloyd Austin flew home; Austin is also a city.')).toEqual(['Lloyd Austin']);
  });
  test('an idea is not broken up by the names inside of it', () => {
    expect(surfaces('If a Russian missile heads for Poland, Warsaw should shoot it down.')).toEqual(
      ['missile heads for Poland, Warsaw should shoot it down'],
    );
  });
});
