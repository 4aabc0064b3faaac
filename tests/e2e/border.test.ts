/**
 * The border between pages and the extension in both browsers: what a content script that a page has taken over
 * gets stored, and what not; from frames too, and with the background killed in between. Also what it can read, so that
 * SECURITY.md stays true.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInWorld } from './content-world.ts';
import { expectSurfaces, GATE_SCENES, type GateScene } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';

/** What of the browser's own interface runs in pages of the extension. */
declare const browser: {
  storage: Record<'local' | 'session', { get(keys: null): Promise<unknown> }>;
};

const request = (id: string, change: object) => ({ kind: 'change-request', id, ...change });

/** How many changes are asked for in a row; the background is killed after each number of answers. */
const BURST = 10;
/** So that a debugger can come between two of them, in ms. */
const BETWEEN_MS = 20;

describe.each(GATE_SCENES)('a page that has taken over its content script, in %s,', (_, open) => {
  let scene: GateScene;
  beforeAll(async () => {
    scene = await open();
    await scene.open('<p>Blinken.</p>');
  });
  afterAll(() => scene.close());

  const run = <Value>(expression: string, frame?: number): Promise<Value> =>
    runInWorld(scene.inWorld, expression, frame);
  /** Sends messages one after another. @returns the answers, null for none */
  const sendFrom = (frame: number | undefined, ...messages: object[]): Promise<unknown[]> =>
    run(
      `(async () => {
        const answers = [];
        for (const message of ${JSON.stringify(messages)})
          answers.push((await browser.runtime.sendMessage(message).catch(String)) ?? null);
        return answers;
      })()`,
      frame,
    );
  const send = (...messages: object[]): Promise<unknown[]> => sendFrom(undefined, ...messages);
  /** Everything in all storage areas, as a page of the extension sees it. */
  const everything = (): Promise<string> =>
    scene.inExtension(async () => {
      const { local, session } = browser.storage;
      return JSON.stringify([await local.get(null), await session.get(null)]);
    });

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
    const stored = await everything();
    expect(stored).toContain('"127.0.0.1"');
    expect(stored).not.toMatch(/bank\.example|"com"/);
    expect(await send({ kind: 'undo', id: '4' }, { kind: 'undo', id: '4' })).toEqual([true, true]);
    expect(await everything()).not.toMatch(/"sitesOff":\["127/);
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
    expect(await run(inPage)).toContain('"on":false');
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
    expect(await everything()).not.toMatch(/made-up|constructor|dark/);
  });

  test('does not break the background by what it sends', async () => {
    const answers = await run(`(async () => {
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

  test('reads the settings, as SECURITY.md says, and nothing of the session', async () => {
    expect(await run('browser.storage.local.get(null).then(() => true)')).toBe(true);
    const session = `Promise.resolve().then(() => browser.storage.session.get(null))
      .then(() => 'open', () => 'closed')`;
    expect(await run(session)).toBe('closed');
  });

  test('in a frame of another site, changes the site of the page that it is in, and takes that back', async () => {
    scene.server.add('/inner', { body: '<!doctype html><p>Lammy.</p>' });
    const inner = scene.server.url('/inner').replace('127.0.0.1', 'localhost');
    await scene.open(`<p>Blinken.</p><iframe src="${inner}" width="600" height="300"></iframe>`);
    await expectSurfaces(scene, ['Blinken']);
    expect(await run('location.hostname', 0)).toBe('localhost');
    expect(await sendFrom(0, request('frame', { what: 'site', on: false }))).toEqual([true]);
    await expectSurfaces(scene, []);
    expect(await everything()).toContain('"127.0.0.1"');
    expect(await everything()).not.toContain('localhost');
    expect(await sendFrom(0, { kind: 'undo', id: 'frame' })).toEqual([true]);
    await expectSurfaces(scene, ['Blinken']);
  });

  test('in bursts, with the background killed in each, has stored what was confirmed', async () => {
    // It also forgets how often this tab has asked.
    await scene.stopBackground();
    const confirmed: string[] = [];
    for (let batch = 0; batch <= BURST; batch++) {
      // Each time a little later: before the messages are there, while they are dealt with, after the last one.
      await run(`new Promise((resolve) => {
        globalThis.confirmed = [];
        let answered = 0;
        const request = async (_, n) => {
          await new Promise((resolve) => setTimeout(resolve, n * ${BETWEEN_MS}));
          const surface = 'word ${batch}-' + n;
          const change = { kind: 'change-request', id: surface, what: 'mention', entity: 'storm-shadow', surface };
          const answer = await browser.runtime.sendMessage(change).catch(() => undefined);
          if (answer === true) confirmed.push(surface);
          if (++answered >= ${batch}) resolve();
        };
        globalThis.all = Promise.all(Array.from({ length: ${BURST} }, request));
        if (${batch} === 0) resolve();
      })`);
      await scene.stopBackground();
      confirmed.push(...(await run<string[]>('all.then(() => confirmed)')));
    }
    const kept = await everything();
    for (const surface of confirmed) expect(kept).toContain(`"${surface}"`);
    expect(confirmed.length).toBeGreaterThan(0);
  });

  test('is told when it asks for too much', async () => {
    const answers = await run<unknown[]>(`Promise.all(Array.from({ length: 100 }, (_, n) =>
      browser.runtime.sendMessage({
        kind: 'change-request', id: 'many ' + n, what: 'mention', entity: 'storm-shadow', surface: 'many ' + n,
      })))`);
    const stored = answers.filter((answer) => answer === true).length;
    expect(answers).toContainEqual({ refused: 'often' });
    const kept = new Set((await everything()).match(/"surface":"many \d+"/g));
    expect(kept.size).toBe(stored);
  });

  test('asks for too much, and the reader of its page is told so, and can try again', async () => {
    await scene.open('<p>Blinken.</p>');
    await expectSurfaces(scene, ['Blinken']);
    await run(`setInterval(() => {
      for (let n = 0; n < 30; n++) {
        const request = { kind: 'change-request', what: 'mention', entity: 'storm-shadow', surface: String(n) };
        void browser.runtime.sendMessage({ ...request, id: String(n) });
      }
    }, 300), 1`);
    const offer = async () => (await scene.notices()).offer;
    // Now and then a press is in time for the one change that has become free.
    const press = async () => {
      await scene.command('switch-site');
      return offer();
    };
    await expect
      .poll(press, PATIENCE)
      .toContain('Too many changes from this page in a short time.');
    expect(await offer()).toContain('Try again');
  });
});
