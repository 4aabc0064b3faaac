/** Policies of an organisation: any JSON gives a policy that can be put in force, and a record that pages can read. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPolicy, readPolicyDatasets } from '../../../src/policy/index.ts';
import { DEFAULT_SETTINGS, settingsInPage } from '../../../src/settings/index.ts';
import { takenOver } from '../../../src/settings/policy.ts';
import { readRecord, recordOf } from '../../../src/settings/record.ts';
import { someRule, someSettings } from '../../unit/settings/some-settings.ts';
import { target } from '../target.ts';

const NAMES = [...Object.keys(DEFAULT_SETTINGS), 'zoom', '__proto__', 'constructor', 'toString'];

const value = fc.oneof(
  fc.jsonValue(),
  fc.integer({ min: -1, max: 2001 }),
  fc.array(fc.oneof(fc.string({ unit: 'binary' }), someRule)),
  fc.array(fc.record({ site: fc.string(), entity: fc.string(), surface: fc.string() })),
);
const group = fc.oneof(
  someSettings,
  fc.dictionary(fc.constantFrom(...NAMES), value),
  fc.array(fc.tuple(fc.constantFrom(...NAMES), value)).map((all) => Object.fromEntries(all)),
  fc.jsonValue(),
);
const parts = {
  organisation: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
  locked: group,
  defaults: group,
  sitesOff: value,
  sitesOn: value,
  datasets: value,
  more: fc.jsonValue(),
};

export const policiesTarget = target({
  name: 'policies',
  inputs: fc.oneof(
    { weight: 6, arbitrary: fc.tuple(someSettings, fc.record(parts, { requiredKeys: [] })) },
    { weight: 1, arbitrary: fc.tuple(someSettings, fc.anything()) },
  ),
  check([settings, given]) {
    const { policy, problems } = readPolicy(given);
    assert.deepEqual(readPolicy(given).policy, policy);
    assert.ok(problems.every(({ place }) => place.length < 400));
    const { texts } = readPolicyDatasets((given as { datasets?: unknown } | null)?.datasets);
    assert.ok(texts.every((text) => typeof text === 'string'));
    const after = takenOver({ settings }, policy);
    const record: unknown = JSON.parse(
      JSON.stringify(recordOf(after.settings, undefined, after.policy)),
    );
    // Pages read what the writers read, and the policy comes back as it was stored.
    assert.deepEqual(settingsInPage(record), after.settings);
    assert.deepEqual(readRecord(record), { state: 'whole', ...after });
    // A policy that was never there leaves nothing.
    assert.deepEqual(takenOver(after, undefined).settings, settings);
  },
});
