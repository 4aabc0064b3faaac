import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  LIST_MAX,
  patchBetween,
  switchSite,
  type Settings,
} from '../../../src/settings/index.ts';
import { createSessionChanges } from '../../../src/settings/session.ts';
import type { StorageArea } from '../../../src/browser/interfaces.ts';
import { createLock, createMemoryArea } from './memory-area.ts';

const OLD: Settings = { ...DEFAULT_SETTINGS, sitesOff: ['a.example'], theme: 'dark' };
const off = (site: string) => (settings: Settings) => switchSite(settings, site, false);

describe('what a session remembers', () => {
  const session = (area: StorageArea) => createSessionChanges({ area, lock: createLock() });

  test('a private change is seen only in private windows, and undone exactly', async () => {
    const area = createMemoryArea();
    await session(area).changePrivate('1', OLD, off('secret.example'));
    await session(area).changePrivate('2', OLD, off('other.example'));
    expect((await session(area).inPrivate(OLD)).sitesOff).toEqual([
      'a.example',
      'other.example',
      'secret.example',
    ]);
    expect(await session(area).takeBackPrivate('1')).toBe(true);
    expect(await session(area).takeBackPrivate('1')).toBe(false);
    expect((await session(area).inPrivate(OLD)).sitesOff).toEqual(['a.example', 'other.example']);
    await session(area).endPrivate();
    expect(area.contents()).toEqual({});
  });

  test('a change that arrives twice is made once', async () => {
    const area = createMemoryArea();
    await session(area).changePrivate('1', OLD, off('secret.example'));
    await session(area).changePrivate('1', OLD, off('secret.example'));
    await session(area).takeBackPrivate('1');
    expect(await session(area).inPrivate(OLD)).toEqual(OLD);
  });

  test('the settings of the profile apply where no private change was made', async () => {
    const area = createMemoryArea();
    await session(area).changePrivate('1', DEFAULT_SETTINGS, off('secret.example'));
    expect(await session(area).inPrivate({ ...OLD, theme: 'light' })).toEqual({
      ...OLD,
      theme: 'light',
      sitesOff: ['a.example', 'secret.example'],
    });
  });

  test('a list that is full in private takes nothing more', async () => {
    const sitesOff = Array.from({ length: LIST_MAX }, (_, n) => `s${n}.example`);
    const full = { ...DEFAULT_SETTINGS, sitesOff };
    const change = session(createMemoryArea()).changePrivate('1', full, off('secret.example'));
    await expect(change).rejects.toMatchObject({ list: 'sitesOff' });
  });

  test('an unknown field of the profile applies, and can be changed', async () => {
    const area = createMemoryArea();
    const old = { ...OLD, more: [1, 2] } as Settings;
    await session(area).changePrivate('1', old, off('secret.example'));
    expect(await session(area).inPrivate(old)).toMatchObject({ more: [1, 2] });
    await session(area).changePrivate('2', old, (now) => ({ ...now, more: 3 }) as Settings);
    expect(await session(area).inPrivate(old)).toMatchObject({ more: 3 });
    await session(area).takeBackPrivate('2');
    expect(await session(area).inPrivate(old)).toMatchObject({ more: [1, 2] });
  });

  test('a damaged session switches nothing on', async () => {
    const area = createMemoryArea({
      private: [{ id: '1', patch: { sitesOff: { added: ['not a rule'], removed: [] } } }],
    });
    expect((await session(area).inPrivate(OLD)).on).toBe(false);
  });

  test('the last changes can be recalled, each by its name', async () => {
    const area = createMemoryArea();
    const patch = patchBetween(OLD, off('b.example')(OLD));
    for (let n = 0; n < 60; n++) await session(area).remember(String(n), patch);
    expect(await session(area).recall('59')).toEqual(patch);
    expect(await session(area).recall('3')).toBeUndefined();
  });
});
