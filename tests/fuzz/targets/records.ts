/** Stored records: any value becomes settings, pages and writers agree on them, and nothing that a reader chose is lost. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  DEFAULT_SETTINGS,
  settingsInPage,
  UNREADABLE_SETTINGS,
  type Settings,
} from '../../../src/settings/index.ts';
import { readRecord, recordOf } from '../../../src/settings/record.ts';
import { SHAPE, versionOf, type Shape } from '../../../src/settings/settings.ts';
import { FEWER, MORE, RENAMED, RENAMED_TWICE } from '../../unit/settings/made-up-shapes.ts';
import { someRule, someSettings } from '../../unit/settings/some-settings.ts';
import { target } from '../target.ts';

const SHAPES: Record<string, Shape> = { SHAPE, MORE, FEWER, RENAMED, RENAMED_TWICE };
const NAMES = Object.keys(DEFAULT_SETTINGS);

const value = fc.oneof(
  fc.jsonValue(),
  fc.integer({ min: -1, max: 2001 }),
  fc.array(fc.oneof(fc.string(), someRule, fc.domain())),
  fc.array(fc.record({ site: fc.string(), entity: fc.string(), surface: fc.string() })),
);
/** Records that are whole or nearly so, because random JSON never comes close. */
const nearlyWhole = fc
  .record({
    settings: someSettings,
    version: fc.constantFrom<unknown>(1, 1, 1, 1, 2, 3, '1', 0),
    field: fc.constantFrom(...NAMES, 'more', 'rest', 'quietSites', 'constructor'),
    value,
    fate: fc.constantFrom('whole', 'spoilt', 'gone'),
  })
  .map(({ settings, version, field, value: other, fate }) => {
    const fields: Record<string, unknown> = { ...settings };
    if (fate === 'gone') Reflect.deleteProperty(fields, field);
    else if (fate === 'spoilt') fields[field] = other;
    return { version, settings: fields };
  });

/** Settings without the order and the doubles of lists, with text as storage keeps it, and with one zero. */
const plain = (settings: object): object =>
  Object.fromEntries(
    Object.entries(settings).map(([name, each]: [string, unknown]) => [
      name,
      Array.isArray(each)
        ? [...new Set(each.map((entry) => JSON.stringify(entry).toWellFormed()))].sort()
        : typeof each === 'number'
          ? each + 0
          : each,
    ]),
  );

/** A page reads what the writers read, or nothing; and what they write, all can read. */
function checkInPage(stored: unknown): void {
  const [inPage, read] = [settingsInPage(stored), readRecord(stored)];
  if (read.state === 'whole') assert.deepEqual(plain(inPage), plain(read.settings));
  // What a page cannot read is mended, so that it does not stay off for ever.
  if (inPage === UNREADABLE_SETTINGS) assert.notEqual(read.state, 'whole');
  assert.deepEqual(settingsInPage(recordOf(read.settings)), read.settings);
}

function checkShape(stored: unknown, shape: Shape): void {
  const { state, settings } = readRecord(stored, shape);
  if (state !== 'whole') assert.equal(settings.on, false, 'an unreadable record switches on');
  const written = recordOf(settings, shape);
  assert.deepEqual(readRecord(written, shape), { state: 'whole', settings });
  if (state === 'whole' && stored !== undefined) checkNothingLost(stored, settings, shape);
}

/** Every field of a whole record is there, under its name of today. */
function checkNothingLost(stored: unknown, settings: Settings, shape: Shape): void {
  const { version, settings: before } = stored as { version: number; settings: object };
  const steps = shape.migrations.slice(version - 1);
  const expected = steps.reduce<Record<string, unknown>>((now, step) => step(now), { ...before });
  const now: Record<string, unknown> = { ...settings };
  const kept = Object.fromEntries(Object.keys(expected).map((name) => [name, now[name]]));
  assert.deepEqual(plain(kept), plain(expected));
  assert.ok(version <= versionOf(shape));
}

export const recordsTarget = target({
  name: 'records',
  inputs: fc.oneof(
    { weight: 6, arbitrary: nearlyWhole },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.anything() },
  ),
  check(stored: unknown) {
    checkInPage(stored);
    for (const shape of Object.values(SHAPES)) checkShape(stored, shape);
  },
});
