/** The background follows an organisation's policy: at its start, late, changed and gone. */
import { describe, expect, test, vi } from 'vitest';
import { followPolicy } from '../../../src/background/policy.ts';
import { createMemoryArea } from '../settings/memory-area.ts';
import { POLICY_PROBLEMS_KEY } from '../../../src/policy/index.ts';
import { openBackground } from './running.ts';
import { pageOf } from './senders.ts';

const NEWS = pageOf('https://news.example/a/story');
const POLICY = { organisation: 'The Example Times', locked: { theme: 'dark', on: true } };
const KEPT = {
  refused: 'storage',
  failure: { reason: 'policy', list: '', detail: 'The Example Times' },
};

test('a policy is in force once the background has started, and nobody writes it twice', async () => {
  const background = openBackground({ policy: POLICY });
  await background.settled();
  expect(await background.settings()).toMatchObject({ theme: 'dark' });
  const writes = background.writes();
  await background.changePolicy(POLICY);
  expect(background.writes()).toBe(writes);
});

test('without a policy nothing is stored', async () => {
  const background = openBackground();
  await background.settled();
  expect(background.writes()).toBe(0);
});

test('without a policy the browser is asked for its names alone', async () => {
  const taken: unknown[] = [];
  const asked: (readonly string[])[] = [];
  followPolicy({
    managedNames: () => Promise.resolve([]),
    readManaged(names) {
      asked.push(names);
      return Promise.resolve({});
    },
    onManaged: () => undefined,
    store: {
      takePolicy(policy) {
        taken.push(policy);
        return Promise.resolve();
      },
    },
    localArea: createMemoryArea({}),
    takePolicyDatasets: () => Promise.resolve([]),
  });
  await vi.waitFor(() => {
    expect(taken).toHaveLength(1);
  });
  expect(asked).toEqual([]);
});

test('a late policy comes into force at once, pages hear of it, and it goes away again', async () => {
  const tabs = [{ id: 3, url: 'https://news.example/', isPrivate: false }];
  const background = openBackground({ tabs });
  await background.settled();
  await background.changePolicy({ sitesOff: ['news.example'] });
  expect((await background.settings()).sitesOff).toEqual(['news.example']);
  expect(background.news.map(([tab]) => tab)).toEqual([3]);
  expect(background.injections.at(-1)).toEqual(['stop', { tab: 3 }]);
  await background.changePolicy({});
  expect((await background.settings()).sitesOff).toEqual([]);
  expect(background.injections.at(-1)).toEqual(['gate', { tab: 3 }]);
});

describe('a page cannot change what is locked', () => {
  test.each([
    ['everything off', { what: 'all' }, { locked: { on: true } }],
    ['the site off', { what: 'site', on: false }, { locked: { sitesOff: [] } }],
    [
      'the site off where only some are on',
      { what: 'site', on: false },
      { locked: { siteMode: 'only' }, sitesOn: ['news.example'] },
    ],
    ['an entity off', { what: 'entity', entity: 'storm-shadow' }, { locked: { entitiesOff: [] } }],
    [
      'a mention off',
      { what: 'mention', entity: 'joe-biden', surface: 'Biden' },
      { locked: { dismissedMentions: [] } },
    ],
  ])('%s', async (_, change, policy) => {
    const background = openBackground({ policy: { ...POLICY, ...policy } });
    await background.settled();
    const stored = background.stored();
    const request = { kind: 'change-request', id: 'one', ...change };
    for (const isPrivate of [false, true]) {
      const sender = pageOf('https://news.example/a/story', { isPrivate });
      expect(await background.send(request, sender)).toEqual(KEPT);
    }
    expect(background.stored()).toBe(stored);
  });

  test('and what is free it can', async () => {
    const background = openBackground({ policy: POLICY });
    await background.settled();
    const request = { kind: 'change-request', id: 'one', what: 'site', on: false };
    expect(await background.send(request, NEWS)).toBe(true);
    expect(await background.send({ kind: 'undo', id: 'one' }, NEWS)).toBe(true);
    expect((await background.settings()).sitesOff).toEqual([]);
  });
});

test('what is wrong is kept for the options, and goes when it is mended', async () => {
  const background = openBackground({ policy: { locked: { theme: 'drak' } } });
  await background.settled();
  expect(await background.area.get(POLICY_PROBLEMS_KEY)).toMatchObject({
    problems: [{ code: 'value', place: 'locked.theme' }],
  });
  await background.changePolicy({ locked: { theme: 'dark' } });
  expect(await background.area.keys()).not.toContain(POLICY_PROBLEMS_KEY);
});

test('a million entities are refused and told, and the settings of the policy hold all the same', async () => {
  const text = '{"id":"one-of-very-many","name":"A Name"},'.repeat(1_000_000);
  const background = openBackground({ policy: { ...POLICY, datasets: [text, '{}'] } });
  await background.begin();
  expect(background.takenDatasets).toEqual([['{}']]);
  expect(await background.area.get(POLICY_PROBLEMS_KEY)).toMatchObject({
    problems: [{ code: 'large', place: 'datasets[0]' }],
  });
  expect(await background.settings()).toMatchObject({ theme: 'dark' });
  expect(background.stored().length).toBeLessThan(2000);
});

describe('datasets', () => {
  test('are read when the browser starts and when the policy changes, not at each start of the background', async () => {
    const background = openBackground({ policy: { datasets: ['{}'] } });
    await background.settled();
    expect(background.takenDatasets).toEqual([]);
    await background.begin();
    await background.changePolicy({});
    expect(background.takenDatasets).toEqual([['{}'], []]);
  });

  test('that the library refuses are told by their place in the policy, as long as they are there', async () => {
    const background = openBackground({ policy: { datasets: [3, ''] } });
    await background.begin();
    const problems = [{ code: 'texts', place: 'datasets[0]' }, { place: 'datasets[1]' }];
    expect(await background.area.get(POLICY_PROBLEMS_KEY)).toMatchObject({ problems });
    await background.changePolicy({ datasets: ['{}'] });
    expect(await background.area.keys()).not.toContain(POLICY_PROBLEMS_KEY);
  });

  test('are taken up again where the browser stopped the background in between', async () => {
    const area = createMemoryArea({ 'policy-datasets-begun': true });
    const taken: (readonly string[])[] = [];
    followPolicy({
      managedNames: () => Promise.resolve(['datasets']),
      readManaged: () => Promise.resolve({ datasets: ['{}'] }),
      onManaged: () => undefined,
      store: { takePolicy: () => Promise.resolve() },
      localArea: area,
      takePolicyDatasets(texts) {
        taken.push(texts);
        return Promise.resolve([]);
      },
    });
    await vi.waitFor(async () => {
      expect(await area.keys()).toEqual([]);
    });
    expect(taken).toEqual([['{}']]);
  });
});

test('private windows see it, too', async () => {
  const background = openBackground();
  await background.settled();
  await background.changePrivate((now) => ({ ...now, theme: 'light' }));
  await background.changePolicy(POLICY);
  expect(await background.privateSettings()).toMatchObject({ theme: 'dark' });
});
