/** Datasets: any JSON is a dataset or has problems that a person can read, and a dataset can be compiled. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  compileDataset,
  formatProblem,
  parseDataset,
  parseLinguistics,
} from '../../../src/dataset/authoring.ts';
import { compileEntities } from '../../../src/detect/index.ts';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { nearlyJson, target } from '../target.ts';

const SMALL: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../made-up/bridges.json'), 'utf8'),
);
const linguistics = loadLinguistics();

/** Values that are right in some places of a dataset, and wrong in most. */
const part = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '',
      'ada-quill',
      'bo-tarn',
      'constructor',
      '__proto__',
      'toString',
      'person',
      'main',
      'cast',
    ],
    ...[
      '2030-05-08',
      '2030-W18',
      '2030-02-30',
      'Obviously',
      'on-record',
      'common',
      'surname',
      '~',
      '*',
    ],
    ...['\ud800', 'a\nb', '\u202e', ' ', '|', '^', 'x'.repeat(200), 0, -1, 1, 2, 1e21, true, null],
  ),
  fc.constantFrom<unknown>([], {}, [[]], [null], { id: 'ada-quill' }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const json = fc.oneof(
  { weight: 8, arbitrary: nearlyJson(fc.constant(SMALL), part) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** One line each, so that a build can print them. */
function checkProblems(lines: readonly string[]): void {
  assert.ok(lines.length > 0);
  for (const line of lines) assert.match(line, /^[^\n\r]+: found [^\n\r]+, expected [^\n\r]+$/);
}

export const datasetTarget = target({
  name: 'dataset',
  inputs: json,
  check(given: unknown) {
    const languages = parseLinguistics(given);
    if ('problems' in languages) checkProblems(languages.problems.map(formatProblem));
    const parsed = parseDataset(given);
    if ('problems' in parsed) {
      checkProblems(parsed.problems.map(formatProblem));
      return;
    }
    assert.deepEqual(parseDataset(structuredClone(parsed.dataset)), parsed);
    const { detection } = compileDataset(parsed.dataset, linguistics);
    // The languages are not of the dataset.
    compileEntities(detection);
  },
});
