/** Settings files: any bytes are imported whole or refused whole, with problems that can be shown. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  DEFAULT_SETTINGS,
  patched,
  settingsInPage,
  type Settings,
} from '../../../src/settings/index.ts';
import { readRecord, recordOf } from '../../../src/settings/record.ts';
import {
  exportSettings,
  FILE_KIND,
  importSettings,
  type Imported,
} from '../../../src/settings/transfer.ts';
import { someSettings } from '../../unit/settings/some-settings.ts';
import { nearly, nearlyJson, target } from '../target.ts';

const SCRAPS = [
  ...[
    '"',
    ',',
    '}',
    ']',
    '{',
    '[',
    '\\',
    '\\u0061',
    '\n',
    ' ',
    '0',
    '-',
    'e',
    'true',
    'null',
    ': ',
  ],
  ...[
    '"__proto__": {}, ',
    '"constructor": [], ',
    '"on": 1, ',
    '"version": 2, ',
    '"pausedUntil": 7, ',
  ],
  ...['"not a rule"', '"a.example"', '"*.example"', '\\ud800', '\ud800', '\u202e', '\ufeff'],
];
const names = fc.constantFrom(...Object.keys(DEFAULT_SETTINGS), 'more', 'constructor', 'toString');
const values = fc.oneof(
  fc.jsonValue(),
  fc.array(fc.oneof(fc.string(), fc.domain())),
  fc.integer({ min: -1, max: 2001 }),
);
const exported = fc
  .tuple(someSettings, fc.boolean())
  .map(([settings, sites]) => exportSettings(settings, { sites }));
const version = fc.constantFrom(0, 1, 1, 1, 2);
const ofAnySettings = fc
  .record({ kind: fc.constant(FILE_KIND), version, settings: fc.dictionary(names, values) })
  .map((file) => JSON.stringify(file));
const asJson = nearlyJson(
  exported.map((text) => JSON.parse(text) as unknown),
  values,
).map((file) => JSON.stringify(file));
const file: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: nearly(exported, SCRAPS) },
  { weight: 3, arbitrary: asJson },
  { weight: 2, arbitrary: ofAnySettings },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.uint8Array() },
);

function checkRefused({ problems, more }: Extract<Imported, { ok: false }>): void {
  assert.ok(problems.length > 0 && problems.length <= 20 && more >= 0);
  let before = { line: 0, column: 0 };
  for (const { position = before, found } of problems) {
    const isLater =
      position.line > before.line ||
      (position.line === before.line && position.column >= before.column);
    assert.ok(isLater, 'problems are not in the order of the file');
    // A code stands for a character that cannot be seen: `\u{10ffff}` at most.
    assert.ok(found.length <= 40 * 10 && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(found), found);
    before = position;
  }
}

function checkTaken(imported: Extract<Imported, { ok: true }>, current: Settings): void {
  const { changes, apply } = imported;
  const all = Object.fromEntries(changes.map(({ name, change }) => [name, change]));
  const now = patched(current, all);
  const { settings, state } = readRecord(recordOf(apply(current)));
  assert.equal(state, 'whole');
  assert.deepEqual(settings, now, 'the preview is not what is stored');
  assert.deepEqual(settingsInPage(recordOf(now)), now, 'pages cannot read what was imported');
  const again = importSettings(exportSettings(now, { sites: true }), now);
  assert.ok(again.ok && again.changes.length === 0, 'the file of what was imported is another');
}

export const importTarget = target({
  name: 'import',
  inputs: fc.record({ file, current: fc.oneof(fc.constant(DEFAULT_SETTINGS), someSettings) }),
  check({ file: bytes, current }) {
    const imported = importSettings(bytes, current);
    if (imported.ok) checkTaken(imported, current);
    else checkRefused(imported);
  },
});
