/** When the background tells the browser where to start the gate, and what open tabs are told and get. */
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { registrationsFor } from '../../../src/background/places.ts';
import type { OpenTab } from '../../../src/browser/interfaces.ts';
import {
  DEFAULT_SETTINGS,
  FIELDS,
  isSiteOn,
  PAUSE_MS,
  switchPause,
  switchSite,
  type Settings,
} from '../../../src/settings/index.ts';
import { someSettings } from '../settings/some-settings.ts';
import { openBackground, type Injection, type RunningBackground } from './running.ts';

type Change = (settings: Settings) => Settings;

const TABS: OpenTab[] = [
  { id: 1, url: 'https://a.example/news/1', isPrivate: false },
  { id: 2, url: 'https://b.example/', isPrivate: false },
  { id: 3, url: 'https://a.example/', isPrivate: true },
  { id: 4, url: 'file:///home/me/a.html', isPrivate: false },
  { id: 5, url: undefined, isPrivate: false },
];
const off =
  (site: string): Change =>
  (settings) =>
    switchSite(settings, site, false);
const set =
  (change: Partial<Settings>): Change =>
  (settings) => ({ ...settings, ...change });

/** A background after its installation, as if nothing had been asked of the browser yet. */
async function openInstalled(): Promise<RunningBackground> {
  const background = openBackground({ tabs: TABS });
  await background.begin();
  forget(background);
  return background;
}

/** Empties the lists of what was done so far. */
function forget({ registrations, injections, icons, news }: RunningBackground): void {
  for (const list of [registrations, injections, icons, news]) list.length = 0;
}

/** The script that each tab got, by the tab's id. */
const byTab = (injections: readonly Injection[]) =>
  Object.fromEntries(injections.map(([script, { tab }]) => [tab, script]));

/** Holds the clock, which tests may set. */
function holdClock(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

describe('after an installation, an update or a start of the browser', () => {
  test('the gate is registered and comes into the open tabs', async () => {
    const background = openBackground({ tabs: TABS });
    await background.begin();
    expect(background.registrations).toEqual([
      registrationsFor(DEFAULT_SETTINGS, DEFAULT_SETTINGS, 0),
    ]);
    expect(byTab(background.injections)).toEqual({ 1: 'gate', 2: 'gate', 3: 'gate', 4: 'gate' });
    expect(background.now.usualIcon).toBe(true);
  });

  test('a tab that the browser keeps for itself keeps its icon', async () => {
    const background = openBackground({ tabs: TABS, lets: (_, { tab }) => tab !== 2 });
    await background.begin();
    expect(background.icons.map(([tab]) => tab)).toEqual([1, 3, 4]);
  });

  test('all of that is done again, though no setting has changed', async () => {
    const background = await openInstalled();
    await background.begin();
    expect(background.registrations).toHaveLength(1);
    expect(background.injections).toHaveLength(4);
  });
});

describe('a change of the settings', () => {
  test('is told to all tabs, with a new revision each time', async () => {
    holdClock();
    const background = await openInstalled();
    await background.change(set({ theme: 'dark' }));
    await background.change(set({ theme: 'light' }));
    const ids = TABS.map(({ id }) => id);
    expect(background.news.map(([tab]) => tab)).toEqual([...ids, ...ids]);
    expect(new Set(background.news.map(([, revision]) => revision)).size).toBe(2);
  });

  test('in a private window is told to private tabs alone', async () => {
    const background = await openInstalled();
    await background.changePrivate(off('a.example'));
    expect(background.news.map(([tab]) => tab)).toEqual([3]);
  });

  test.each<[what: string, change: Change, tabs: Record<number, string>]>([
    ['a site', off('a.example'), { 1: 'stop', 2: 'gate', 3: 'stop', 4: 'gate' }],
    [
      'a path',
      set({ sitesOff: ['a.example/news/*'] }),
      { 1: 'stop', 2: 'gate', 3: 'gate', 4: 'gate' },
    ],
    ['local files', off('file:'), { 1: 'gate', 2: 'gate', 3: 'gate', 4: 'stop' }],
    ['everything', set({ on: false }), { 1: 'stop', 2: 'stop', 3: 'stop', 4: 'stop' }],
    [
      'all but one site',
      set({ siteMode: 'only', sitesOn: ['b.example'] }),
      { 1: 'stop', 2: 'gate', 3: 'stop', 4: 'stop' },
    ],
  ])('that switches %s off ends the gate there', async (_, change, tabs) => {
    const background = await openInstalled();
    await background.change(change);
    expect(byTab(background.injections)).toEqual(tabs);
    expect(Object.fromEntries(background.icons)).toEqual(
      Object.fromEntries(Object.entries(tabs).map(([tab, script]) => [tab, script === 'gate'])),
    );
  });

  test('that is taken back brings the gate back', async () => {
    const background = await openInstalled();
    await background.change(set({ on: false }));
    expect([background.registrations.at(-1), background.now.usualIcon]).toEqual([[], false]);
    forget(background);
    await background.change(set({ on: true }));
    expect(background.registrations).toEqual([
      registrationsFor(DEFAULT_SETTINGS, DEFAULT_SETTINGS, 0),
    ]);
    expect(byTab(background.injections)).toEqual({ 1: 'gate', 2: 'gate', 3: 'gate', 4: 'gate' });
    expect(background.now.usualIcon).toBe(true);
  });

  test('that switches the first of the cast on brings a gate that finds the cast', async () => {
    const background = await openInstalled();
    await background.change(set({ castOn: ['joe-biden'] }));
    expect(byTab(background.injections)[1]).toBe('gate-with-cast');
    forget(background);
    // The gate knows no entities, so the next one changes nothing for it.
    await background.change(set({ castOn: ['joe-biden', 'nato'] }));
    expect(background.injections).toEqual([]);
  });

  test('in a private window counts there alone, until the last one is closed', async () => {
    const background = await openInstalled();
    await background.changePrivate(off('a.example'));
    expect(byTab(background.injections)).toEqual({ 1: 'gate', 2: 'gate', 3: 'stop', 4: 'gate' });
    expect(background.registrations.at(-1)?.map(({ script }) => script)).toEqual(['ask']);
    await background.endPrivate();
    expect(byTab(background.injections)[3]).toBe('gate');
    expect(background.registrations.at(-1)?.map(({ script }) => script)).toEqual([
      'gate',
      'styles',
    ]);
  });

  /** Settings that say where there is a gate, and which. */
  const PLACES = ['on', 'pausedUntil', 'siteMode', 'sitesOff', 'sitesOn', 'castOn'];
  const others = Object.keys(FIELDS).filter((name) => !PLACES.includes(name));
  test.each(others)('of %s alone asks nothing new of the browser', async (name) => {
    const background = await openInstalled();
    const before = await background.settings();
    const [other] = fc
      .sample(someSettings, { numRuns: 100, seed: 1 })
      .map((each) => ({ ...before, [name]: each[name as keyof Settings] }))
      .filter((each) => JSON.stringify(each) !== JSON.stringify(before));
    if (!other) throw new Error(`No other ${name}.`);
    await background.change(() => other);
    expect(background.news).toHaveLength(TABS.length);
    const { registrations, injections, icons } = background;
    expect([registrations, injections, icons]).toEqual([[], [], []]);
  });

  test('whatever it is, leaves the browser as a new start would', async () => {
    const step = fc.record({ to: someSettings, isPrivate: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const background = openBackground({ tabs: TABS });
        await background.begin();
        for (const { to, isPrivate } of steps) {
          await (isPrivate ? background.changePrivate : background.change)(() => to);
        }
        const [last, tabs] = [background.registrations.at(-1), byTab(background.injections)];
        const { alarm, usualIcon } = background.now;
        forget(background);
        await background.begin();
        expect(last).toEqual(background.registrations.at(-1));
        expect(tabs).toEqual(byTab(background.injections));
        expect(background.now).toEqual({ alarm, usualIcon });
      }),
      { numRuns: 200 },
    );
  });

  test('many at once end where the last one says', async () => {
    const background = await openInstalled();
    const changes = [set({ on: false }), off('a.example'), set({ on: true }), off('b.example')];
    await Promise.all(changes.map((change) => background.change(change)));
    const settings = await background.settings();
    expect(background.registrations.at(-1)).toEqual(registrationsFor(settings, settings, 0));
    for (const { id, url } of TABS.filter((tab) => tab.url !== undefined)) {
      const isOn = isSiteOn(settings, url ?? '', 0);
      expect(byTab(background.injections)[id]).toBe(isOn ? 'gate' : 'stop');
    }
  });

  test('that the browser does not let us finish is not taken for done', async () => {
    let isEnding = false;
    const first = openBackground({ tabs: TABS, endsIt: () => isEnding });
    await first.begin();
    isEnding = true;
    await first.change(set({ on: false }));
    expect(first.registrations.at(-1)).toEqual([]);
    const next = openBackground({ tabs: TABS, stored: first.storedAreas });
    await next.change(set({ on: true }));
    expect(next.registrations).toEqual([registrationsFor(DEFAULT_SETTINGS, DEFAULT_SETTINGS, 0)]);
  });
});

describe('a pause', () => {
  const START = 1_800_000_000_000;
  const openPaused = async (): Promise<RunningBackground> => {
    holdClock();
    vi.setSystemTime(START);
    const background = await openInstalled();
    await background.change((settings) => switchPause(settings, true, START));
    return background;
  };

  test('ends the gate everywhere, and asks to be woken at its end', async () => {
    const background = await openPaused();
    expect(background.registrations).toEqual([[]]);
    expect(new Set(Object.values(byTab(background.injections)))).toEqual(new Set(['stop']));
    expect(background.now).toEqual({ alarm: START + PAUSE_MS, usualIcon: false });
  });

  test('is asked to end also where the browser ends the background early', async () => {
    holdClock();
    vi.setSystemTime(START);
    const background = openBackground({ tabs: TABS, endsIt: () => true });
    await background.change((settings) => switchPause(settings, true, START));
    expect(background.now.alarm).toBe(START + PAUSE_MS);
  });

  test('is over when the alarm rings: the gate comes back, and pages read the settings', async () => {
    const background = await openPaused();
    forget(background);
    vi.setSystemTime(START + PAUSE_MS);
    await background.ringAlarm();
    expect(byTab(background.injections)).toEqual({ 1: 'gate', 2: 'gate', 3: 'gate', 4: 'gate' });
    expect(background.registrations.at(-1)?.map(({ script }) => script)).toEqual([
      'gate',
      'styles',
    ]);
    expect(background.news).toHaveLength(TABS.length);
    expect(background.now).toEqual({ alarm: undefined, usualIcon: true });
  });

  test('that begins anew ends later', async () => {
    const background = await openPaused();
    vi.setSystemTime(START + 1000);
    await background.change(set({ pausedUntil: START + 1000 + PAUSE_MS }));
    expect(background.now.alarm).toBe(START + 1000 + PAUSE_MS);
  });

  test('that is taken back needs no alarm', async () => {
    const background = await openPaused();
    await background.change((settings) => switchPause(settings, false, START));
    expect(background.now).toEqual({ alarm: undefined, usualIcon: true });
  });
});
