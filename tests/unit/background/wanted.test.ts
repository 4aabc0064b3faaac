/** What a document gets that asks for a script, and what it cannot get. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, switchSite } from '../../../src/settings/index.ts';
import { hostileMessage } from '../messages/hostile.ts';
import { openBackground } from './running.ts';
import { OPTIONS, pageOf, SENDERS } from './senders.ts';

const NEWS = pageOf('https://news.example/a/story');
const WANTED = ['gate?', 'reader?', 'card?'];
const content = SENDERS.filter(({ kind }) => kind === 'content');
const others = SENDERS.filter(({ kind }) => kind !== 'content');
/** The script that a document gets. */
const SCRIPTS: Record<string, string> = { 'gate?': 'gate', 'reader?': 'reader', 'card?': 'card' };

describe.each(WANTED)('%s', (kind) => {
  test.each(content)('from $what brings it into that document', async ({ own, sender, site }) => {
    const background = openBackground({ own });
    // Where the browser does not tell the site of the page, the page is not read.
    const isBrought = kind !== 'gate?' || site !== undefined;
    expect(await background.send({ kind }, sender)).toBe(isBrought);
    const place = { tab: sender.tab?.id, document: sender.documentId };
    expect(background.injections).toEqual(isBrought ? [[SCRIPTS[kind], place]] : []);
  });

  test.each(others)('from $what brings nothing', async ({ own, sender }) => {
    const background = openBackground({ own });
    expect(await background.send({ kind }, sender)).toBeUndefined();
    expect(background.injections).toEqual([]);
  });

  test('has no answer where the browser does not let it in, so that it is asked again', async () => {
    const background = openBackground({ lets: () => false });
    await expect(background.send({ kind }, NEWS)).rejects.toThrow('withholds');
  });

  test('is no message if it says anything else', async () => {
    const field = fc.constantFrom(
      ...['tab', 'tabId', 'document', 'documentId', 'documentIds', 'frame', 'frameId', 'frameIds'],
      ...['file', 'files', 'script', 'func', 'code', 'world', 'url', 'site', 'path', 'address'],
    );
    const value = fc.oneof(
      fc.constantFrom<unknown>(8, [8], 'stop', 'stop.js', ['stop.js'], 'https://b.example/', true),
      fc.anything(),
    );
    const more = fc.dictionary(field, value, { minKeys: 1, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(more, async (fields) => {
        const background = openBackground();
        expect(await background.send({ kind, ...fields }, NEWS)).toBeUndefined();
        expect(background.injections).toEqual([]);
      }),
    );
  });
});

describe('whether a page may be read', () => {
  const SITES = ['news.example', 'file:'];
  test.each(content)('is not, for $what, where its site is off', async ({ own, sender, site }) => {
    for (const name of SITES) {
      const background = openBackground({ own });
      await background.change((settings) => switchSite(settings, name, false));
      const mayRead = site !== undefined && site !== name;
      expect(await background.send({ kind: 'gate?' }, sender)).toBe(mayRead);
      expect(background.injections).toHaveLength(mayRead ? 1 : 0);
      // A frame does not decide on the button of its page.
      expect(background.icons).toEqual(sender.frameId === 0 ? [[7, mayRead]] : []);
    }
  });

  test.each([
    ['https://news.example/live/1', false],
    ['https://news.example/', true],
  ])('depends on the path where a rule does: %s', async (url, mayRead) => {
    const background = openBackground();
    const sitesOff = ['news.example/live/*'];
    await background.change((settings) => ({ ...settings, sitesOff }));
    expect(await background.send({ kind: 'gate?' }, pageOf(url))).toBe(mayRead);
  });

  test('is decided for a private window by what holds there', async () => {
    const background = openBackground();
    await background.changePrivate((settings) => switchSite(settings, 'news.example', false));
    const secret = pageOf('https://news.example/', { isPrivate: true });
    expect(await background.send({ kind: 'gate?' }, secret)).toBe(false);
    expect(await background.send({ kind: 'gate?' }, NEWS)).toBe(true);
  });

  test('is answered with the gate that finds the cast, if the reader wants the cast', async () => {
    const background = openBackground();
    await background.change((settings) => ({ ...settings, castOn: ['joe-biden'] }));
    await background.send({ kind: 'gate?' }, NEWS);
    expect(background.injections).toEqual([
      ['gate-with-cast', { tab: 7, document: NEWS.documentId }],
    ]);
  });
});

test('whatever a page sends, scripts come into its own document alone', async () => {
  const wanted = fc.constantFrom(...WANTED.map((kind) => ({ kind })));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(hostileMessage, wanted), { maxLength: 8 }),
      async (messages) => {
        const background = openBackground();
        for (const message of messages) await background.send(message, NEWS);
        for (const [script, place] of background.injections) {
          expect(Object.values(SCRIPTS)).toContain(script);
          expect(place).toEqual({ tab: 7, document: NEWS.documentId });
        }
      },
    ),
    { numRuns: 300 },
  );
}, 300_000);

test('pages of the extension bring no script by a message', async () => {
  const background = openBackground();
  for (const kind of WANTED) expect(await background.send({ kind }, OPTIONS)).toBeUndefined();
  expect(background.injections).toEqual([]);
  expect(await background.settings()).toEqual(DEFAULT_SETTINGS);
});

describe('a key command', () => {
  const KEYS = ['next-mention', 'previous-mention', 'open-mention', 'switch-site'];

  test.each(KEYS)('%s brings the reader where none answers, and is sent again', async (key) => {
    const background = openBackground();
    const id = await background.pressKey(key);
    expect(background.injections).toEqual([['reader', { tab: 7 }]]);
    const command = { kind: 'command', name: key, id };
    expect(background.commands).toEqual([
      [7, command],
      [7, command],
    ]);
  });

  test('is sent once where a reader does it', async () => {
    const background = openBackground({ isDone: () => true });
    await background.pressKey('next-mention');
    expect([background.injections, background.commands.length]).toEqual([[], 1]);
  });

  test('is not sent again where the browser lets no reader in', async () => {
    const background = openBackground({ lets: () => false });
    await background.pressKey('next-mention');
    expect(background.commands).toHaveLength(1);
  });

  test('of no such name does nothing', async () => {
    const background = openBackground();
    await background.pressKey('_execute_action');
    expect([background.injections, background.commands]).toEqual([[], []]);
  });
});
