/** What may be asked of the background, by whom, and what it stores then. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { UNDO_MS } from '../../../src/background/page-changes.ts';
import { DEFAULT_SETTINGS, switchSite, type Settings } from '../../../src/settings/index.ts';
import { openBackground, type RunningBackground } from './running.ts';
import { pageOf, SENDERS, type SenderCase } from './senders.ts';

const NEWS = pageOf('https://news.example/a/story');
const off = (change: object, id = 'one') => ({ kind: 'change-request', id, ...change });
const SITE_OFF = { what: 'site', on: false };

/** Each kind of message, and what it does when the sender may send it. */
const KINDS: {
  what: string;
  message: object;
  /** Who may send it; `private` a content script of a private window. */
  from: ('page' | 'content' | 'private')[];
  /** Whether it is about the site of the sender, and so refused where none is known. */
  needsSite?: boolean;
  /** What is stored then; nothing where it is left out. */
  stored?: (site: string) => Partial<Settings>;
}[] = [
  {
    what: 'all off',
    message: off({ what: 'all' }),
    from: ['content'],
    stored: () => ({ on: false }),
  },
  {
    what: 'the tip shown',
    message: off({ what: 'tip' }),
    from: ['content'],
    stored: () => ({ tip: false }),
  },
  {
    what: 'a main entity off',
    message: off({ what: 'entity', entity: 'storm-shadow' }),
    from: ['content'],
    stored: () => ({ entitiesOff: ['storm-shadow'] }),
  },
  {
    what: 'a site off',
    message: off(SITE_OFF),
    from: ['content'],
    needsSite: true,
    stored: (site) => ({ sitesOff: [site] }),
  },
  {
    what: 'a mention off',
    message: off({ what: 'mention', entity: 'joe-biden', surface: 'Biden' }),
    from: ['content'],
    needsSite: true,
    stored: (site) => ({ dismissedMentions: [{ site, entity: 'joe-biden', surface: 'Biden' }] }),
  },
  { what: 'a count', message: { kind: 'count', total: 2 }, from: ['content'] },
  { what: 'a grey icon', message: { kind: 'count', total: 2, off: true }, from: ['content'] },
  { what: 'a mending', message: { kind: 'mend' }, from: ['content'] },
  { what: 'a question', message: { kind: 'private-settings?' }, from: ['page', 'private'] },
  {
    what: 'a private change',
    message: {
      kind: 'private-change',
      id: 'one',
      patch: { theme: { before: 'auto', after: 'dark' } },
    },
    from: ['page'],
  },
];

const isRefusal = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;
const isPrivate = ({ sender }: SenderCase): boolean => sender.tab?.incognito ?? false;

describe.each(KINDS)('$what', ({ message, from, needsSite, stored }) => {
  test.each(SENDERS)('from $what', async (one) => {
    const background = openBackground({ own: one.own });
    const answer = await background.send(message, one.sender);
    const isMay =
      (one.kind === 'page' && from.includes('page')) ||
      (one.kind === 'content' && from.includes('content')) ||
      (one.kind === 'content' && isPrivate(one) && from.includes('private'));
    const isMain = one.sender.frameId === 0;
    const isAnswered = isMay && (!('total' in message) || isMain);
    const isDone = isAnswered && !(needsSite && one.site === undefined);
    if (!isAnswered) expect(answer).toBeUndefined();
    else if (!isDone) expect(answer).toEqual({ refused: 'site' });
    else expect(answer).toBeTruthy();
    expect(isRefusal(answer)).toBe(isAnswered && !isDone);

    const change = isDone && !isPrivate(one) ? stored?.(one.site ?? '') : undefined;
    expect(await background.settings()).toEqual({ ...DEFAULT_SETTINGS, ...change });
    expect(background.badges).toEqual(isDone && 'total' in message ? [[7, '2']] : []);
    expect(background.icons).toEqual(isDone && 'off' in message ? [[7, false]] : []);
    if (!isDone || !(stored ?? 'patch' in message)) expect(background.writes()).toBe(0);
  });
});

describe('a page cannot', () => {
  const refused: [what: string, message: object, refusal: string | undefined][] = [
    ['switch a site on', off({ what: 'site', on: true }), 'on'],
    ['name an unknown entity', off({ what: 'entity', entity: 'nobody' }), 'entity'],
    ['name a property', off({ what: 'entity', entity: 'constructor' }), 'entity'],
    [
      'dismiss a mention of an unknown entity',
      off({ what: 'mention', entity: 'x', surface: 'X' }),
      'entity',
    ],
    ['undo a change that nobody made', { kind: 'undo', id: 'one' }, 'undo'],
    ['name a site', off({ ...SITE_OFF, site: 'bank.example' }), undefined],
    ['switch everything on', off({ what: 'all', on: true }), undefined],
  ];
  test.each(refused)('%s', async (_, message, refusal) => {
    const background = openBackground();
    await background.change((settings) => ({
      ...switchSite(settings, 'news.example', false),
      on: false,
    }));
    const before = background.stored();
    expect(await background.send(message, NEWS)).toEqual(refusal && { refused: refusal });
    expect(background.stored()).toBe(before);
  });
});

describe('undo', () => {
  /** Sends a request and its undo. */
  async function thereAndBack(
    background: RunningBackground,
    message: { id: string },
    sender = NEWS,
  ) {
    expect(await background.send(message, sender)).toBe(true);
    return background.send({ kind: 'undo', id: message.id }, sender);
  }

  test.each([
    off({ what: 'all' }),
    off({ what: 'entity', entity: 'joe-biden' }),
    off({ what: 'entity', entity: 'storm-shadow' }),
    off(SITE_OFF),
    off({ what: 'mention', entity: 'storm-shadow', surface: 'Storm Shadow' }),
  ])('takes back exactly what %j did', async (message) => {
    const background = openBackground();
    await background.change((settings) => ({
      ...settings,
      castOn: ['joe-biden'],
      sitesOff: ['a.example'],
    }));
    const before = await background.settings();
    expect(await background.send(message, NEWS)).toBe(true);
    expect(await background.settings()).not.toEqual(before);
    expect(await background.send({ kind: 'undo', id: message.id }, NEWS)).toBe(true);
    expect(await background.settings()).toEqual(before);
  });

  test('is only for the tab that made the change', async () => {
    const background = openBackground();
    await background.send(off({ what: 'all' }), NEWS);
    const other = pageOf('https://news.example/a/story', { tab: 8 });
    expect(await background.send({ kind: 'undo', id: 'one' }, other)).toEqual({ refused: 'undo' });
    expect((await background.settings()).on).toBe(false);
  });

  test('works once: what the reader switched off again stays off', async () => {
    const background = openBackground();
    expect(await thereAndBack(background, off({ what: 'all' }))).toBe(true);
    await background.change((settings) => ({ ...settings, on: false }));
    // Answered as before, since an answer may have been lost on its way.
    expect(await background.send({ kind: 'undo', id: 'one' }, NEWS)).toBe(true);
    expect((await background.settings()).on).toBe(false);
  });

  test('works for some minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const background = openBackground();
    const later = (ms: number): void => {
      vi.setSystemTime(Date.now() + ms);
    };
    await background.send(off({ what: 'all' }), NEWS);
    later(2 * UNDO_MS);
    expect(await background.send({ kind: 'undo', id: 'one' }, NEWS)).toEqual({ refused: 'undo' });
    expect((await background.settings()).on).toBe(false);
    await background.send(off(SITE_OFF, 'two'), NEWS);
    later(UNDO_MS);
    expect(await background.send({ kind: 'undo', id: 'two' }, NEWS)).toBe(true);
    expect((await background.settings()).sitesOff).toEqual([]);
  });

  test('leaves alone what others changed since', async () => {
    const background = openBackground();
    await background.send(off(SITE_OFF), NEWS);
    await background.change((settings) => switchSite(settings, 'other.example', false));
    await background.send({ kind: 'undo', id: 'one' }, NEWS);
    expect((await background.settings()).sitesOff).toEqual(['other.example']);
  });

  test('goes through the session alone in a private window', async () => {
    const tabs = [7, 8].map((id) => ({ id, url: undefined, isPrivate: id === 8 }));
    const background = openBackground({ tabs });
    const secret = pageOf('https://secret.example/', { isPrivate: true });
    const seen = () => background.send({ kind: 'private-settings?' }, secret);
    await background.send(off(SITE_OFF), secret);
    expect(await seen()).toMatchObject({ sitesOff: ['secret.example'] });
    expect(await background.settings()).toEqual(DEFAULT_SETTINGS);
    expect(await background.send({ kind: 'undo', id: 'one' }, secret)).toBe(true);
    expect(await seen()).toEqual(DEFAULT_SETTINGS);
    expect(await background.send({ kind: 'undo', id: 'one' }, secret)).toBe(true);
    expect(background.news.map(([tab]) => tab)).toEqual([8, 8]);
    expect(background.stored()).not.toContain('secret.example');
  });
});

describe('the key that switches a site', () => {
  const on = (id: string) => off({ what: 'site', on: true }, id);
  const isOff = async (background: RunningBackground) =>
    (await background.settings()).sitesOff.includes('news.example');
  const openOff = async () => {
    const background = openBackground();
    await background.change((settings) => switchSite(settings, 'news.example', false));
    return background;
  };

  test('lets the page switch its site on, once', async () => {
    const background = await openOff();
    const press = await background.pressKey('switch-site');
    expect(await background.send(on(press), NEWS)).toBe(true);
    expect(await isOff(background)).toBe(false);
    await background.change((settings) => switchSite(settings, 'news.example', false));
    expect(await background.send(on(press), NEWS)).toBe(true);
    expect(await isOff(background)).toBe(true);
  });

  test('does not let another tab do so', async () => {
    const background = await openOff();
    const press = await background.pressKey('switch-site');
    const other = pageOf('https://news.example/', { tab: 8 });
    expect(await background.send(on(press), other)).toEqual({ refused: 'on' });
    expect(await isOff(background)).toBe(true);
  });

  test('a second press replaces the first one', async () => {
    const background = await openOff();
    const [first] = [
      await background.pressKey('switch-site'),
      await background.pressKey('switch-site'),
    ];
    expect(await background.send(on(first), NEWS)).toEqual({ refused: 'on' });
  });

  test('is no other key', async () => {
    const background = await openOff();
    const press = await background.pressKey('next-mention');
    expect(await background.send(on(press), NEWS)).toEqual({ refused: 'on' });
  });
});

describe('entities of added datasets', () => {
  const KNOWN = new Map([
    ['bridges/ada-quill', { id: 'bridges/ada-quill', tier: 'main' } as const],
  ]);
  const open = () =>
    openBackground({
      added: {
        findEntity: (key) => Promise.resolve(KNOWN.get(key)),
        contexts: (keys) => Promise.resolve(JSON.stringify(keys.filter((key) => KNOWN.has(key)))),
      },
    });

  test('can be switched off, and ignored on a site', async () => {
    const background = open();
    const entity = 'bridges/ada-quill';
    expect(await background.send(off({ what: 'entity', entity }), NEWS)).toBe(true);
    const mention = { what: 'mention', entity, surface: 'Quill' };
    expect(await background.send(off(mention, 'two'), NEWS)).toBe(true);
    expect(await background.settings()).toMatchObject({
      entitiesOff: [entity],
      dismissedMentions: [{ site: 'news.example', entity, surface: 'Quill' }],
    });
  });

  test('that no dataset has are refused', async () => {
    const background = open();
    const unknown = off({ what: 'entity', entity: 'bridges/nobody' });
    expect(await background.send(unknown, NEWS)).toEqual({ refused: 'entity' });
  });

  test('have their contexts for content scripts alone, and unknown ones have none', async () => {
    const background = open();
    const question = { kind: 'contexts?', entities: ['bridges/ada-quill', 'bridges/nobody'] };
    for (const { own, sender, kind } of SENDERS.filter(
      (each) => each.own.id === background.own.id,
    )) {
      const answer = await background.send(question, sender);
      expect(answer, own.id).toBe(kind === 'content' ? '["bridges/ada-quill"]' : undefined);
    }
    expect(background.writes()).toBe(0);
  });
});
