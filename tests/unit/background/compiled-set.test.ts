/** Which gate pages get while an added dataset is on, and when open tabs get another one. */
import { describe, expect, test } from 'vitest';
import type { OpenTab } from '../../../src/browser/interfaces.ts';
import { switchSite } from '../../../src/settings/index.ts';
import { openBackground, type Injection, type RunningBackground } from './running.ts';
import { pageOf } from './senders.ts';

const TABS: OpenTab[] = [
  { id: 1, url: 'https://a.example/news/1', isPrivate: false },
  { id: 2, url: 'https://b.example/', isPrivate: false },
  { id: 3, url: 'https://a.example/', isPrivate: true },
  { id: 4, url: 'file:///home/me/a.html', isPrivate: false },
];

/** A background after its installation, as if nothing had been asked of the browser yet. */
async function openInstalled(): Promise<RunningBackground> {
  const background = openBackground({ tabs: TABS });
  await background.begin();
  forget(background);
  return background;
}

/** Empties the lists of what was done so far. */
function forget({ registrations, injections, news }: RunningBackground): void {
  for (const list of [registrations, injections, news]) list.length = 0;
}

/** The script that each tab got, by the tab's id. */
const byTab = (injections: readonly Injection[]) =>
  Object.fromEntries(injections.map(([script, { tab }]) => [tab, script]));

describe('the compiled set', () => {
  const [ONE, OTHER] = ['a1', 'b2'];
  const all = (script: string) => ({ 1: script, 2: script, 3: script, 4: script });
  const gates = ({ registrations }: RunningBackground) =>
    registrations.map((each) => each.map(({ script }) => script));

  test('is not asked for by more than one small record, and changes nothing if there is none', async () => {
    const background = await openInstalled();
    await background.compile(undefined);
    expect([background.registrations, background.injections]).toEqual([[], []]);
  });

  test('that comes first brings another gate, also into open tabs and private windows', async () => {
    const background = await openInstalled();
    await background.compile(ONE);
    expect(gates(background)).toEqual([['gate-with-library', 'styles']]);
    expect(byTab(background.injections)).toEqual(all('gate-with-library'));
    // The gate tells the reader.
    expect(background.news).toEqual([]);
  });

  test('that follows another one comes into open tabs, once', async () => {
    const background = await openInstalled();
    await background.compile(ONE);
    forget(background);
    await background.compile(OTHER);
    expect(byTab(background.injections)).toEqual(all('gate-with-library'));
    forget(background);
    await background.compile(OTHER);
    expect(background.injections).toEqual([]);
  });

  test('that goes brings the usual gate back', async () => {
    const background = await openInstalled();
    await background.compile(ONE);
    forget(background);
    await background.compile(undefined);
    expect(gates(background)).toEqual([['gate', 'styles']]);
    expect(byTab(background.injections)).toEqual(all('gate'));
  });

  test('does not bring the gate where a site is off', async () => {
    const background = await openInstalled();
    await background.change((settings) => switchSite(settings, 'a.example', false));
    forget(background);
    await background.compile(ONE);
    const gate = 'gate-with-library';
    expect(byTab(background.injections)).toEqual({ 1: 'stop', 2: gate, 3: 'stop', 4: gate });
  });

  test('is there for a page that asks for the gate', async () => {
    const background = await openInstalled();
    await background.compile(ONE);
    forget(background);
    const page = pageOf('https://news.example/');
    expect(await background.send({ kind: 'gate?' }, page)).toBe(true);
    expect(byTab(background.injections)).toEqual({ 7: 'gate-with-library' });
  });
});

test('each beginning looks after the library, and a failure of that stops nothing', async () => {
  const background = openBackground({ tabs: TABS });
  expect(background.libraryChecks).toEqual([]);
  await background.begin();
  expect(background.libraryChecks).toEqual([true]);
  expect(background.registrations).not.toEqual([]);
});
