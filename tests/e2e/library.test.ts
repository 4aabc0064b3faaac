/** Added datasets where they live: the built worker under the policy of our pages, the browser's database and its storage. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signed } from '../made-up/signed.ts';
import { inventFile } from '../made-up/strangers.ts';
import { bundledLibrary, callOf } from './added-datasets.ts';
import { openChromium, openFirefox } from './harness.ts';
import type { Action } from './library-in-page.ts';

/** A page of the extension with the library in it. */
interface Desk {
  /** Opens the page anew. */
  open(): Promise<void>;
  act(action: Action, argument?: string): Promise<unknown>;
  /** As the browser does for want of room. */
  clearDatabase(): Promise<void>;
  close(): Promise<void>;
}

const CLEAR = `new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('library');
  request.onsuccess = () => resolve('null');
  request.onerror = reject;
})`;

async function deskInChromium(): Promise<Desk> {
  const scene = await openChromium();
  const script = await bundledLibrary('chromium');
  const page = await scene.open(`chrome-extension://${scene.extensionId}/options.html`);
  await page.evaluate(script);
  return {
    async open() {
      await page.reload();
      await page.evaluate(script);
    },
    act: async (action, argument) =>
      JSON.parse(await page.evaluate<string>(callOf(action, argument))) as unknown,
    async clearDatabase() {
      await page.reload();
      await page.evaluate(CLEAR);
      await page.evaluate(script);
    },
    close: () => scene.close(),
  };
}

async function deskInFirefox(): Promise<Desk> {
  const firefox = await openFirefox();
  const script = await bundledLibrary('firefox');
  const address = firefox.extensionUrl('options.html');
  /** Runs code as the page itself would. */
  const run = (code: string): Promise<string> =>
    firefox.evaluatePrivileged(async (text) => {
      interface Privileged {
        Cu: {
          Sandbox: new (principal: unknown, options: object) => object;
          evalInSandbox(code: string, sandbox: object): unknown;
        };
      }
      const { Cu } = globalThis as unknown as Privileged;
      const page = window as unknown as { ours?: object };
      const options = { sandboxPrototype: window, wantXrays: false };
      page.ours ??= new Cu.Sandbox(window, options);
      return String(await Cu.evalInSandbox(text, page.ours));
    }, code);
  const open = async (): Promise<void> => {
    await firefox.goto(address);
    await run(script);
  };
  await open();
  return {
    open,
    act: async (action, argument) => JSON.parse(await run(callOf(action, argument))) as unknown,
    async clearDatabase() {
      await firefox.goto(address);
      await run(CLEAR);
      await run(script);
    },
    close: () => firefox.close(),
  };
}

describe.each([
  ['Chromium', deskInChromium],
  ['Firefox', deskInFirefox],
])('added datasets in %s', (_name, openDesk) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const file = JSON.stringify(inventFile({ id: 'one', surnames: ['Kordan', 'Veranski'] }));
  const SET = ['compiled', 'compiled:HASH:gate', 'compiled:HASH:reader', 'library'];

  test('are nothing at all before one is added', async () => {
    expect(await desk.act('state')).toMatchObject({ there: [], gone: [], people: [] });
  });

  test('are compiled by the worker, stored, and there when the page is opened anew', async () => {
    expect(await desk.act('add', file)).toEqual({ relation: 'new', progress: 4 });
    await desk.open();
    const state = (await desk.act('state')) as { keys: string[] };
    expect(state).toMatchObject({
      there: ['one 1 on'],
      gone: [],
      people: ['Anna Kordan', 'Boris Veranski'],
    });
    expect(state.keys.filter((key) => SET.includes(key)).sort()).toEqual(SET);
    expect(await desk.act('card', 'one/person-0')).toEqual([['Anna Kordan', 3]]);
    expect(await desk.act('exported', 'one')).toBe(file);
  });

  test('are refused with their place, and change nothing', async () => {
    const wrong = file.replace('"stability":"stable"', '"stability":"so-so"');
    expect(await desk.act('add', wrong)).toMatchObject({
      refusal: 'content',
      problems: [{ path: 'facts[0].stability' }],
    });
    expect(await desk.act('state')).toMatchObject({ there: ['one 1 on'] });
  });

  test('are signed, and refused where the signature is of other content', async () => {
    const other = signed(inventFile({ id: 'signed', surnames: ['Minnagh'] }));
    const add = (change: object) => desk.act('add', JSON.stringify({ ...other, ...change }));
    expect(await add({})).toMatchObject({ relation: 'new', signing: 'signed' });
    expect(await add({ version: 2 })).toMatchObject({
      refusal: 'content',
      problems: [{ path: 'signature' }],
    });
    await desk.act('remove', 'signed');
  });

  test('of 500 people are compiled in time', async () => {
    const many = JSON.stringify(inventFile({ id: 'many', people: 500, factsEach: 10 }));
    expect(await desk.act('add', many)).toMatchObject({ relation: 'new', progress: 1000 });
    expect(await desk.act('state')).toMatchObject({ there: ['one 1 on', 'many 1 on'] });
    await desk.act('remove', 'many');
  });

  test('that the browser has cleared are named, and pages lose them alone', async () => {
    await desk.clearDatabase();
    expect(await desk.act('state')).toMatchObject({ there: ['one 1 on'], gone: ['one'] });
    await desk.act('ensureCurrent');
    const { keys } = (await desk.act('state')) as { keys: string[] };
    expect(keys.filter((key) => SET.includes(key))).toEqual(['library']);
    await desk.act('add', file);
    expect(await desk.act('state')).toMatchObject({ there: ['one 1 on'], gone: [] });
  });
});
