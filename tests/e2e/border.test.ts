/**
 * The border between pages and the extension in both browsers: what a content script that a page has taken over
 * gets stored, and what not. Also what it can read, so that SECURITY.md stays true.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  inContentScript,
  inFirefoxContentScript,
  type RunInContentScript,
} from './content-world.ts';
import { openChromium, openFirefox, PATIENCE, storedInFirefox } from './harness.ts';

interface Scene {
  /** In the content script of a page on 127.0.0.1. */
  run: RunInContentScript;
  /** Everything in all storage areas, as a page of the extension sees it. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

async function openInChromium(): Promise<Scene> {
  const scene = await openChromium();
  const page = await scene.page('<p>Blinken.</p>');
  const options = await scene.context.newPage();
  await options.goto(`chrome-extension://${scene.extensionId}/options.html`);
  return {
    run: await inContentScript(scene, page),
    everything: () =>
      options.evaluate(`(async () => {
        const areas = ['local', 'session'].map((area) => chrome.storage[area].get(null));
        return JSON.stringify(await Promise.all(areas));
      })()`),
    close: () => scene.close(),
  };
}

async function openInFirefox(): Promise<Scene> {
  const firefox = await openFirefox();
  const page = firefox.server.url('news-2024.html');
  const onPage = inFirefoxContentScript(firefox);
  let isOnPage = false;
  return {
    async run(expression) {
      if (!isOnPage) await firefox.goto(page);
      isOnPage = true;
      const isReady = () =>
        onPage('1').then(
          () => true,
          () => false,
        );
      await expect.poll(isReady, PATIENCE).toBe(true);
      return onPage(expression);
    },
    async everything() {
      isOnPage = false;
      return storedInFirefox(firefox);
    },
    close: () => firefox.close(),
  };
}

const request = (id: string, change: object) => ({ kind: 'change-request', id, ...change });

describe.each([
  ['Chromium', openInChromium],
  ['Firefox', openInFirefox],
])('a page that has taken over its content script, in %s,', (_, open) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await open();
  });
  afterAll(() => scene.close());

  /** Sends messages one after another. @returns the answers, null for none */
  const send = (...messages: object[]): Promise<unknown[]> =>
    scene.run(`(async () => {
      const answers = [];
      for (const message of ${JSON.stringify(messages)})
        answers.push((await browser.runtime.sendMessage(message).catch(String)) ?? null);
      return answers;
    })()`);

  test('switches its own site off and takes that back, and names no other', async () => {
    const named = { what: 'site', on: false, site: 'bank.example' };
    const mention = { what: 'mention', entity: 'storm-shadow', surface: 'x', site: 'bank.example' };
    expect(
      await send(
        request('1', named),
        request('2', { ...named, site: 'com', path: '/' }),
        request('3', mention),
        request('4', { what: 'site', on: false }),
      ),
    ).toEqual([null, null, null, true]);
    const stored = await scene.everything();
    expect(stored).toContain('"127.0.0.1"');
    expect(stored).not.toMatch(/bank\.example|"com"/);
    expect(await send({ kind: 'undo', id: '4' }, { kind: 'undo', id: '4' })).toEqual([true, true]);
    expect(await scene.everything()).not.toMatch(/"sitesOff":\["127/);
  });

  test('switches nothing on', async () => {
    expect(await send(request('5', { what: 'all' }))).toEqual([true]);
    expect(
      await send(
        request('6', { what: 'all', on: true }),
        request('7', { what: 'site', on: true }),
        { kind: 'undo', id: '6' },
        {
          kind: 'undo',
          id: 'of somebody else',
          otherwise: request('8', { what: 'all', on: true }),
        },
      ),
    ).toEqual([null, { refused: 'on' }, { refused: 'undo' }, null]);
    // Asked in the page: while everything is off, the next page has no script that could take it back.
    const inPage = 'browser.storage.local.get(null).then(JSON.stringify)';
    expect(await scene.run(inPage)).toContain('"on":false');
    expect(await send({ kind: 'undo', id: '5' })).toEqual([true]);
  });

  test('switches no entity that it made up, and no setting', async () => {
    const answers = await send(
      request('a', { what: 'entity', entity: 'made-up-1' }),
      request('b', { what: 'entity', entity: 'made-up-2', tier: 'cast' }),
      request('c', { what: 'mention', entity: 'constructor', surface: 'made-up-3' }),
      { kind: 'private-change', id: 'd', patch: { theme: { before: 'auto', after: 'dark' } } },
      { kind: 'private-settings?' },
    );
    expect(answers).toEqual([{ refused: 'entity' }, null, { refused: 'entity' }, null, null]);
    expect(await scene.everything()).not.toMatch(/made-up|constructor|dark/);
  });

  test('does not break the background by what it sends', async () => {
    const answers = await scene.run(`(async () => {
      const loop = { kind: 'change-request' };
      loop.what = loop;
      const traps = [
        { length: { toString: null } },
        { kind: 'change-request', id: { length: { toString: null } }, what: 'all' },
        { kind: 'undo', id: { length: { valueOf: null, toString: null } } },
        JSON.parse('{"__proto__": {"polluted": 1}, "kind": "mend"}'),
        { kind: 'count', total: 1e400 },
        'change-request', 7, null, [[[]]], loop, new Map([['kind', 'mend']]),
      ];
      // A browser that cannot carry a value says so at once.
      const send = async (trap) => (await browser.runtime.sendMessage(trap)) ?? null;
      return Promise.all(traps.map((trap) => send(trap).catch(() => null)));
    })()`);
    expect(answers).toEqual(Array<null>(11).fill(null));
    expect(await send({ kind: 'count', total: 1 })).toEqual([true]);
    // The browser finds the files of both icons, or there would be no answer.
    for (const off of [true, false]) {
      expect(await send({ kind: 'count', total: 0, off })).toEqual([true]);
    }
  });

  test('is told when it asks for too much', async () => {
    const answers = await scene.run<unknown[]>(`Promise.all(Array.from({ length: 100 }, (_, n) =>
      browser.runtime.sendMessage({
        kind: 'change-request', id: 'many ' + n, what: 'mention', entity: 'storm-shadow', surface: 'many ' + n,
      })))`);
    const stored = answers.filter((answer) => answer === true).length;
    expect(answers).toContainEqual({ refused: 'often' });
    const everything = await scene.everything();
    const kept = new Set(everything.match(/"surface":"many \d+"/g));
    expect(kept.size).toBe(stored);
  });

  test('reads the settings, as SECURITY.md says, and nothing of the session', async () => {
    expect(await scene.run('browser.storage.local.get(null).then(() => true)')).toBe(true);
    const session = `Promise.resolve().then(() => browser.storage.session.get(null))
      .then(() => 'open', () => 'closed')`;
    expect(await scene.run(session)).toBe('closed');
  });
});
