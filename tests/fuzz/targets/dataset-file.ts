/** Dataset files: any bytes are a dataset or are refused with problems that can be shown, and nothing outside of them changes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import {
  compileDataset,
  formatProblem,
  readDatasetContent,
  type DatasetProblem,
} from '../../../src/dataset/authoring.ts';
import { nearly, nearlyJson, target } from '../target.ts';

const GOOD = ['made-up/bridges.json', 'formats/format-1.json'].map((name) =>
  readFileSync(join(import.meta.dirname, '../..', name), 'utf8'),
);
const context = { today: new Date(2032, 0, 1), linguistics: loadLinguistics() };

const SCRAPS = [
  ...[
    '"',
    ',',
    '}',
    ']',
    '{',
    '[',
    '\\',
    '\n',
    ' ',
    '0',
    '-',
    'e9',
    'null',
    ': ',
    '<',
    '//',
    '\ufeff',
  ],
  ...[
    '"__proto__": {}, ',
    '"constructor": [], ',
    '"id": "a", ',
    '"schemaVersion": 3, ',
    '"toString"',
  ],
  ...[
    '\\ud800',
    '\ud800',
    '\u202e',
    '\u200d',
    '\\u0000',
    '\u00ad',
    '\u{e0041}',
    'а',
    '…',
    '*',
    '!',
    '#',
  ],
];
const part = fc.oneof(
  fc.constantFrom<unknown>(
    ...SCRAPS,
    'the',
    'ada-quill',
    'Q42',
    '2093',
    [],
    {},
    0,
    -0,
    1.5,
    1e9,
    1e21,
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const texts = fc.constantFrom(...GOOD);
const asJson = nearlyJson(
  texts.map((text) => JSON.parse(text) as unknown),
  part,
).map((json) => JSON.stringify(json));
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes of a good file of which some are others. */
const flipped = fc
  .tuple(texts, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }))
  .map(([text, flips]) => {
    const bytes = encoded(text);
    for (const [at, byte] of flips) bytes[at % bytes.length] = byte;
    return bytes;
  });

/** One short piece again and again: what costs time if anything is not linear. */
const repeated = fc
  .tuple(
    fc.constantFrom('[', '{"a":', '"', '\\', ' ', '1,', '{},', 'a-', '\u202e'),
    fc.nat(20_000),
    fc.string(),
  )
  .map(([piece, times, end]) => encoded(`{"schemaVersion": 2, "id": ${piece.repeat(times)}${end}`));

const file: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: nearly(texts, SCRAPS).map(encoded) },
  { weight: 4, arbitrary: asJson.map(encoded) },
  { weight: 2, arbitrary: flipped },
  { weight: 1, arbitrary: repeated },
  { weight: 1, arbitrary: fc.uint8Array() },
  { weight: 1, arbitrary: fc.jsonValue().map((json) => encoded(JSON.stringify(json))) },
);

const NATURAL = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

/** One line each, of a length that can be shown, without anything that nobody sees. */
function checkShown(problems: readonly DatasetProblem[]): void {
  for (const problem of problems) {
    const line = formatProblem(problem);
    assert.match(line, /^.+: found .+, expected .+$/u);
    assert.doesNotMatch(line, /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
    assert.ok(line.length < 6000, `a problem of ${line.length} characters`);
  }
}

export const datasetFileTarget = target({
  name: 'dataset-file',
  inputs: file,
  check(bytes: Uint8Array) {
    const before = bytes.slice();
    const read = readDatasetContent(bytes, context);
    assert.deepEqual(bytes, before, 'the bytes were changed');
    assert.equal(JSON.stringify(Object.getOwnPropertyNames(Object.prototype)), NATURAL);
    if ('problems' in read) {
      assert.ok(read.problems.length > 0 && read.problems.length <= 100 && read.more >= 0);
      checkShown(read.problems);
      return;
    }
    checkShown(read.warnings);
    // What was taken is taken again in the form in which it was understood, and can be compiled.
    const again = readDatasetContent(encoded(JSON.stringify(read.dataset)), context);
    assert.ok('dataset' in again, 'a dataset that was taken is refused');
    assert.deepEqual(again.dataset, read.dataset);
    compileDataset(read.dataset, context.linguistics);
  },
});
