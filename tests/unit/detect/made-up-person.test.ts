/**
 * People whom nobody thought of: added to a dataset with a name and a language, they are found in the forms
 * that the language's grammar gives them. Cases are lines of tests/made-up/person.jsonl.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { detectionSchema } from '../../../src/dataset/detection-schema.ts';
import { packDetector, createDetector, compileDetection } from '../../../src/detect/index.ts';
import { createInflector, isFormOf } from '../../../src/detect/inflect.ts';
import { foldPhrase } from '../../../src/detect/token.ts';

interface MadeUp {
  lang: string;
  script: string;
  name: string;
  forms: string[];
}

const linguistics = loadLinguistics();
const people = readFileSync(join(import.meta.dirname, '../../made-up/person.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as MadeUp);

function detectorOf({ lang, script, name }: MadeUp) {
  const detection = detectionSchema.parse({
    names: [{ text: name, kind: 'surname', lang, script }],
  });
  const entities = [{ id: 'made-up', tier: 'main' as const, ...detection }];
  return createDetector(packDetector(compileDetection({ entities, linguistics })));
}

describe.each(people)('$name in $lang', (person) => {
  const detector = detectorOf(person);
  test.each(person.forms)('%s', (form) => {
    const found = detector.detect(`“${form}”, 2024.`);
    expect(found.map(({ entity }) => entity)).toEqual(['made-up']);
  });
});

/** Chinese and Japanese have no white space between words, so a name may stand inside of what looks like one. */
const spaced = people.filter(({ lang }) => lang !== 'zh' && lang !== 'ja');
test.each(spaced)('$name in $lang is not found in the middle of another word', (person) => {
  const found = detectorOf(person).detect(`Xx${person.name.toLowerCase()}xx.`);
  expect(found).toEqual([]);
});

describe('the examples of the ending rules in assets/languages.json', () => {
  const rules = Object.entries(linguistics.languages).flatMap(([lang, { scripts, endings }]) =>
    endings.map(({ example }) => ({ lang, scripts, name: example[0], form: example[1] })),
  );
  const inflector = createInflector(linguistics);
  test.each(rules)('$lang: $name, $form', ({ lang, scripts, name, form }) => {
    const stems = scripts.flatMap((script) =>
      inflector.stemsOf(foldPhrase(name), { languages: [lang], script }),
    );
    expect(stems.some((stem) => isFormOf(foldPhrase(form), stem))).toBe(true);
  });
});
