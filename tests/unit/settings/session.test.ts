import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  patchBetween,
  switchSite,
  type Settings,
} from '../../../src/settings/index.ts';
import { createSessionChanges } from '../../../src/settings/session.ts';
import type { StorageArea } from '../../../src/settings/storage-area.ts';
import { createLock, createMemoryArea } from './memory-area.ts';

const OLD: Settings = { ...DEFAULT_SETTINGS, sitesOff: ['a.example'], theme: 'dark' };
const off = (site: string) => (settings: Settings) => switchSite(settings, site, false);

describe('what a session remembers', () => {
  const session = (area: StorageArea) => createSessionChanges({ area, lock: createLock() });

  test('a private change is seen in private alone, and taken back exactly', async () => {
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

  test('a change that is delivered twice is made once', async () => {
    const area = createMemoryArea();
    await session(area).changePrivate('1', OLD, off('secret.example'));
    await session(area).changePrivate('1', OLD, off('secret.example'));
    await session(area).takeBackPrivate('1');
    expect(await session(area).inPrivate(OLD)).toEqual(OLD);
  });

  test('the settings of the profile show through where nothing private was said', async () => {
    const area = createMemoryArea();
    await session(area).changePrivate('1', DEFAULT_SETTINGS, off('secret.example'));
    expect(await session(area).inPrivate({ ...OLD, theme: 'light' })).toEqual({
      ...OLD,
      theme: 'light',
      sitesOff: ['a.example', 'secret.example'],
    });
  });

  test('damage to it switches nothing on', async () => {
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
