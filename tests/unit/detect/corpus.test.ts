/** Every line of tests/corpus is a case: a text, and its mentions in order as entity and surface form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
