/** What content scripts and pages that are out of hand can get done: much of what they may, or anything at all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANGES_AT_ONCE } from '../../../src/background/rate-limit.ts';
import { DEFAULT_SETTINGS, switchSite } from '../../../src/settings/index.ts';
import { hostileMessage } from '../messages/hostile.ts';
import { ENTITIES, openBackground } from './running.ts';
import { OPTIONS, pageOf } from './senders.ts';

/** Far beyond what hundreds of runs take on a machine that is busy. */
const LONG_MS = 300_000;

const NEWS = pageOf('https://news.example/a/story');

test('a tab that requests too many changes is refused, and other tabs are not', async () => {
  const background = openBackground();
  const many = Array.from({ length: 3 * CHANGES_AT_ONCE }, (_, n) => ({
    kind: 'change-request',
    id: `${n}`,
    what: 'mention',
    entity: 'joe-biden',
    surface: `Biden ${n}`,
  }));
  const answers = await Promise.all(many.map((message) => background.send(message, NEWS)));
  expect(answers).toContainEqual({ refused: 'often' });
  const { dismissedMentions } = await background.settings();
  expect(dismissedMentions.length).toBe(answers.filter((answer) => answer === true).length);
  const other = pageOf('https://other.example/', { tab: 8 });
  expect(await background.send({ kind: 'change-request', id: 'x', what: 'all' }, other)).toBe(true);
});

test(
  'random messages of a content script write what it may write, and throw nothing',
  async () => {
    const known = new Set<string>(ENTITIES.map(({ id }) => id));
    await fc.assert(
      fc.asyncProperty(fc.array(hostileMessage, { maxLength: 12 }), async (messages) => {
        const background = openBackground();
        await background.change((settings) => switchSite(settings, 'a.example', false));
        for (const message of messages) await background.send(message, NEWS);
        const { on, sitesOff, entitiesOff, castOn, dismissedMentions, ...rest } =
          await background.settings();
        expect(typeof on).toBe('boolean');
        expect(['a.example', 'news.example']).toEqual(expect.arrayContaining(sitesOff));
        expect(sitesOff).toContain('a.example');
        expect([...known]).toEqual(expect.arrayContaining([...entitiesOff, ...castOn]));
        expect(castOn).toEqual([]);
        for (const { site, entity } of dismissedMentions) {
          expect([site, known.has(entity)]).toEqual(['news.example', true]);
        }
        const untouched = DEFAULT_SETTINGS as unknown as Record<string, unknown>;
        for (const [field, value] of Object.entries(rest)) expect(value).toEqual(untouched[field]);
      }),
      { numRuns: 400 },
    );
  },
  LONG_MS,
);

test(
  'random patches of our own page in a private window throw nothing and stay in the session',
  async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (patch) => {
        const background = openBackground();
        const change = { kind: 'private-change', id: 'one', patch };
        await background.send(change, OPTIONS).catch((error: unknown) => {
          // Settings that are none: refused as a whole.
          expect(error).toBeInstanceOf(Error);
        });
        expect(await background.settings()).toEqual(DEFAULT_SETTINGS);
      }),
      { numRuns: 300 },
    );
  },
  LONG_MS,
);
