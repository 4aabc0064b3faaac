/** Other versions of the settings, earlier and later: nothing is lost or switched on stored records and on files. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  patchBetween,
  patched,
  SETTINGS_KEY,
  switchSite,
  unpatched,
  type Settings,
} from '../../../src/settings/index.ts';
import { readRecord, recordOf } from '../../../src/settings/record.ts';
import { SHAPE, type Shape } from '../../../src/settings/settings.ts';
import { createSettingsStore } from '../../../src/settings/store.ts';
import { exportSettings, importSettings } from '../../../src/settings/transfer.ts';
import { asSettings, FEWER, MORE, MORE_CHOSEN, RENAMED, RENAMED_TWICE } from './made-up-shapes.ts';
import { createLock, createMemoryArea } from './memory-area.ts';
import { someSettings } from './some-settings.ts';

const CHOSEN: Settings = {
  ...DEFAULT_SETTINGS,
  dwellMs: 200,
  badge: false,
  theme: 'dark',
  sitesOff: ['a.example'],
  dismissedMentions: [{ site: 'a.example', entity: 'storm-shadow', surface: 'Storm' }],
};

/** A profile that versions of different shapes use one after the other. */
function profile(stored: Record<string, unknown> = {}) {
  const area = createMemoryArea(stored);
  const as = (shape: Shape) =>
    createSettingsStore({ area, lock: createLock(), now: () => 7, shape });
  return { area, as };
}

const imported = (text: string, current: Settings, shape?: Shape): Settings => {
  const read = importSettings(text, current, shape);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.apply(current);
};

describe('a version with more fields', () => {
  test('takes their defaults, and keeps all else', async () => {
    const { as } = profile({ [SETTINGS_KEY]: recordOf(CHOSEN) });
    const { settings, unreadable } = await as(MORE).read();
    expect(settings).toEqual({
      ...CHOSEN,
      ...{ largeCards: false, paragraphs: 3, corner: 'left', favourites: [] },
    });
    expect(unreadable).toEqual([]);
  });

  test('finds its fields again after this version changed others, and undid it', async () => {
    const { as } = profile();
    await as(MORE).change((now) => asSettings({ ...now, ...MORE_CHOSEN }));
    expect((await as(SHAPE).read()).unreadable).toEqual([]);
    const { patch } = await as(SHAPE).change((now) => switchSite(now, 'b.example', false));
    expect((await as(MORE).read()).settings).toMatchObject({
      ...MORE_CHOSEN,
      sitesOff: ['b.example'],
    });
    await as(SHAPE).change((now) => unpatched(now, patch));
    expect((await as(MORE).read()).settings).toEqual({ ...DEFAULT_SETTINGS, ...MORE_CHOSEN });
  });

  test('has its defaults after this version reset everything, and its fields again after the undo', async () => {
    const { as } = profile();
    await as(MORE).change((now) => asSettings({ ...now, ...MORE_CHOSEN }));
    const { patch } = await as(SHAPE).change(() => DEFAULT_SETTINGS);
    expect((await as(MORE).read()).settings).toMatchObject({ largeCards: false, paragraphs: 3 });
    await as(SHAPE).change((now) => unpatched(now, patch));
    expect((await as(MORE).read()).settings).toMatchObject(MORE_CHOSEN);
  });

  test('writes files that this version takes, and gives on', () => {
    const text = exportSettings(asSettings({ ...CHOSEN, ...MORE_CHOSEN }), { sites: true }, MORE);
    const here = imported(text, DEFAULT_SETTINGS);
    expect(here).toMatchObject({ theme: 'dark', ...MORE_CHOSEN });
    const again = exportSettings(here, { sites: true });
    expect(imported(again, DEFAULT_SETTINGS, MORE)).toMatchObject(MORE_CHOSEN);
    expect(exportSettings(here, { sites: false })).toContain('"corner": "right"');
  });

  test('takes the files of this one', () => {
    const text = exportSettings(CHOSEN, { sites: true });
    const there = imported(text, asSettings({ ...DEFAULT_SETTINGS, ...MORE_CHOSEN }), MORE);
    expect(there).toEqual({ ...CHOSEN, ...MORE_CHOSEN });
  });
});

test('a preview says which settings this version does not know', () => {
  const text = exportSettings(
    asSettings({ ...DEFAULT_SETTINGS, ...MORE_CHOSEN }),
    { sites: true },
    MORE,
  );
  const read = importSettings(text, DEFAULT_SETTINGS);
  if (!read.ok) throw new Error('Refused.');
  expect(read.changes.map(({ name, field }) => [name, field !== undefined])).toEqual(
    Object.keys(MORE_CHOSEN)
      .toSorted()
      .map((name) => [name, false]),
  );
});

test.each([
  ['a host', { where: 'news.example' }],
  ['an address', { where: ['https://intranet/x'] }],
  ['a host as a name', { where: { 'news.example': true } }],
])('a file without sites has no unknown field with %s in it', (_, more) => {
  const settings = asSettings({ ...DEFAULT_SETTINGS, ...more });
  expect(exportSettings(settings, { sites: false })).not.toContain('where');
  expect(exportSettings(settings, { sites: true })).toContain('where');
});

describe('a version with a field less', () => {
  test('keeps it for those who have it', async () => {
    const { as } = profile({ [SETTINGS_KEY]: recordOf(CHOSEN) });
    await as(FEWER).change((now) => switchSite(now, 'b.example', false));
    expect((await as(SHAPE).read()).settings).toEqual({
      ...CHOSEN,
      sitesOff: ['a.example', 'b.example'],
    });
  });

  test('takes and gives files with it', () => {
    const text = exportSettings(CHOSEN, { sites: true });
    const there = imported(text, DEFAULT_SETTINGS, FEWER);
    expect(imported(exportSettings(there, { sites: true }, FEWER), DEFAULT_SETTINGS)).toEqual(
      CHOSEN,
    );
  });
});

describe.each([
  ['a version that renamed and changed a field', RENAMED, ['rest', 2]],
  ['a version two steps on', RENAMED_TWICE, ['quietSites', ['a.example']]],
] as const)('%s', (_, shape, [name, value]) => {
  const expected = {
    on: true,
    theme: 'dark',
    badge: false,
    dismissedMentions: CHOSEN.dismissedMentions,
    [name]: value,
  };

  test('reads the records of this one, and writes its own', async () => {
    const { as, area } = profile({ [SETTINGS_KEY]: recordOf(CHOSEN) });
    const { settings, unreadable } = await as(shape).read();
    expect(settings).toMatchObject(expected);
    expect(settings).not.toHaveProperty('dwellMs');
    expect(unreadable).toEqual([]);
    await as(shape).change((now) => ({ ...now, theme: 'light' }));
    expect(await area.get(SETTINGS_KEY)).toMatchObject({
      version: shape.migrations.length + 1,
      settings: { ...expected, theme: 'light' },
    });
    expect((await as(shape).read()).settings).toMatchObject({ ...expected, theme: 'light' });
  });

  test('reads the files of this one', () => {
    const text = exportSettings(CHOSEN, { sites: true });
    expect(imported(text, DEFAULT_SETTINGS, shape)).toMatchObject(expected);
  });

  test('takes a record and a file in which the field is missing', async () => {
    const record = { version: 1, settings: { theme: 'dark' } };
    const { as } = profile({ [SETTINGS_KEY]: record });
    expect((await as(shape).read()).settings).toMatchObject({ theme: 'dark', rest: 5 });
    const text = exportSettings(DEFAULT_SETTINGS, { sites: false });
    expect(imported(text, asSettings({ rest: 9 }), shape)).toMatchObject({ rest: 5 });
  });

  test('leaves a record that this version keeps as unreadable, switched off', async () => {
    const { as, area } = profile();
    await as(shape).change((now) => ({ ...now, theme: 'dark' }));
    const written = await area.get(SETTINGS_KEY);
    const { settings, unreadable } = await as(SHAPE).read();
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', on: false });
    expect(unreadable).toMatchObject([{ reason: 'newer', original: written }]);
  });

  test('writes files that this version refuses as later ones', () => {
    const text = exportSettings(CHOSEN, { sites: true }, shape);
    expect(importSettings(text, CHOSEN)).toMatchObject({
      ok: false,
      problems: [{ code: 'newer', found: String(shape.migrations.length + 1) }],
    });
  });
});

describe('the policy in a stored record', () => {
  const policy = {
    organisation: 'The Example Times',
    ...{ defaults: { dwellMs: 500 }, locked: { dwellMs: 700 }, own: { dwellMs: 900 } },
    ...{ sitesOff: ['b.example'], sitesOn: [] },
  };
  const record = recordOf(CHOSEN, SHAPE, policy);

  test('of an earlier version comes with the names and values of this one', () => {
    expect(readRecord(record, RENAMED)).toMatchObject({
      state: 'whole',
      policy: { ...policy, defaults: { rest: 5 }, locked: { rest: 7 }, own: { rest: 9 } },
    });
  });

  test.each([
    ['of a later version', { ...record, version: 2 }, 'newer'],
    ['without a version', { ...record, version: undefined }, 'broken'],
  ])('%s counts as none', (_, stored, state) => {
    const read = readRecord(stored);
    expect([read.state, read.policy]).toEqual([state, undefined]);
  });
});

test('what is left of a damaged record of an earlier version is found under its new name', () => {
  const record = { version: 1, settings: { dwellMs: 200, theme: 'pink', sitesOff: ['a.example'] } };
  const { state, settings } = readRecord(record, RENAMED);
  expect(state).toBe('broken');
  expect(settings).toMatchObject({ on: false, theme: 'auto', rest: 2, sitesOff: ['a.example'] });
});

test('a step that a record has behind it is not taken again', () => {
  const settings = { rest: 3, dwellMs: 900, sitesOff: ['a.example'] };
  expect(readRecord({ version: 2, settings }, RENAMED_TWICE).settings).toMatchObject({
    ...{ rest: 3, dwellMs: 900, quietSites: ['a.example'] },
  });
});

test('a wrong value of a renamed field is reported in the settings', () => {
  const text = '{"kind": "backgrounder-settings", "version": 1,\n"settings": {"dwellMs": 99999}}';
  expect(importSettings(text, DEFAULT_SETTINGS, RENAMED)).toMatchObject({
    ok: false,
    problems: [{ code: 'value', name: 'rest', found: '1000', position: { line: 2, column: 13 } }],
  });
});

test('a change of unknown fields is applied, and undone', () => {
  const more = fc
    .dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      fc.jsonValue(),
      { maxKeys: 4 },
    )
    // As storage has it: JSON knows no minus zero.
    .map((fields) => JSON.parse(JSON.stringify(fields)) as object);
  fc.assert(
    fc.property(someSettings, someSettings, more, more, (a, b, moreA, moreB) => {
      const [before, after] = [
        { ...moreA, ...a },
        { ...moreB, ...b },
      ].map(asSettings) as [Settings, Settings];
      const patch = JSON.parse(JSON.stringify(patchBetween(before, after))) as ReturnType<
        typeof patchBetween
      >;
      expect(patched(before, patch)).toStrictEqual(after);
      expect(unpatched(after, patch)).toStrictEqual(before);
    }),
  );
});

test('a change of a list leaves a field alone that is no list any more', () => {
  const now = asSettings({ ...DEFAULT_SETTINGS, later: 'word' });
  expect(patched(now, { later: { added: ['a'], removed: [] } })).toEqual(now);
});
