/** What a reader chooses, one thing at a time, and how a change that was not stored says so elsewhere. Cases are data. */
import { describe, expect, test } from 'vitest';
import {
  ListFullError,
  PolicyError,
  readFailure,
  StorageError,
  failureOf,
} from '../../../src/settings/failure.ts';
import {
  DEFAULT_SETTINGS,
  isDismissed,
  isEntityOn,
  PAUSE_MS,
  switchEntity,
  switchMention,
  switchPause,
  switchRule,
  type Settings,
} from '../../../src/settings/index.ts';

const STORM = { site: 'a.example', entity: 'storm', surface: 'Storm' };
/** The same, as a reader dismisses it. */
const STORM_MENTION = { ...STORM, entity: { id: 'storm' } };
const OTHERS = [
  { ...STORM, site: 'b.example' },
  { ...STORM, entity: 'blinken' },
  { ...STORM, surface: 'storm' },
];
const main = (id: string) => ({ id, tier: 'main' }) as const;
const cast = (id: string) => ({ id, tier: 'cast' }) as const;

describe('a choice', () => {
  test.each<[string, Partial<Settings>, (settings: Settings) => Settings, Partial<Settings>]>([
    ['pauses', {}, (now) => switchPause(now, true, 5), { pausedUntil: 5 + PAUSE_MS }],
    ['ends a pause', { pausedUntil: 9 }, (now) => switchPause(now, false, 5), { pausedUntil: 0 }],
    [
      'adds a rule in order, once',
      { sitesOff: ['a.example', 'c.example'] },
      (now) =>
        switchRule(switchRule(now, 'sitesOff', 'b.example', true), 'sitesOff', 'b.example', true),
      { sitesOff: ['a.example', 'b.example', 'c.example'] },
    ],
    [
      'removes a rule from its list alone',
      { sitesOff: ['a.example', 'b.example'], sitesOn: ['b.example'] },
      (now) => switchRule(now, 'sitesOff', 'b.example', false),
      { sitesOff: ['a.example'], sitesOn: ['b.example'] },
    ],
    [
      'switches a main entity off',
      { entitiesOff: ['b'] },
      (now) => switchEntity(now, main('a'), false),
      { entitiesOff: ['a', 'b'] },
    ],
    [
      'switches a main entity on',
      { entitiesOff: ['a', 'b'] },
      (now) => switchEntity(now, main('a'), true),
      { entitiesOff: ['b'] },
    ],
    [
      'switches one of the cast on',
      { castOn: ['b'] },
      (now) => switchEntity(now, cast('a'), true),
      { castOn: ['a', 'b'] },
    ],
    [
      'switches one of the cast off',
      { castOn: ['a', 'b'] },
      (now) => switchEntity(now, cast('a'), false),
      { castOn: ['b'] },
    ],
    [
      'ignores a match, in order and once',
      { dismissedMentions: [{ ...STORM, site: 'b.example' }] },
      (now) => switchMention(switchMention(now, STORM_MENTION, false), STORM_MENTION, false),
      { dismissedMentions: [STORM, { ...STORM, site: 'b.example' }] },
    ],
    [
      'shows a match again, and no other one',
      { dismissedMentions: [STORM, ...OTHERS] },
      (now) => switchMention(now, STORM_MENTION, true),
      { dismissedMentions: OTHERS },
    ],
  ])('%s', (_, before, choose, after) => {
    const settings = { ...DEFAULT_SETTINGS, ...before };
    expect(choose(settings)).toEqual({ ...settings, ...after });
  });

  test('of an ignored match counts for this site, entity and spelling', () => {
    const settings = { ...DEFAULT_SETTINGS, dismissedMentions: [...OTHERS, STORM] };
    expect(isDismissed(settings, STORM_MENTION)).toBe(true);
    expect(isDismissed({ ...settings, dismissedMentions: OTHERS }, STORM_MENTION)).toBe(false);
  });

  test('of entities: main ones are on unless they are off, the cast only if it is on, and what is off wins', () => {
    const settings = { ...DEFAULT_SETTINGS, entitiesOff: ['a', 'c'], castOn: ['b', 'c'] };
    expect(['a', 'b', 'c', 'd'].map((id) => isEntityOn(settings, main(id)))).toEqual([
      ...[false, true, false, true],
    ]);
    expect(['a', 'b', 'c', 'd'].map((id) => isEntityOn(settings, cast(id)))).toEqual([
      ...[false, true, false, false],
    ]);
  });
});

describe('a failure', () => {
  test.each<[string, unknown, object]>([
    [
      'a full list',
      new ListFullError('sitesOff'),
      { reason: 'list', list: 'sitesOff', detail: '' },
    ],
    ['a policy', new PolicyError('The Times'), { reason: 'policy', list: '', detail: 'The Times' }],
    [
      'slow storage',
      new StorageError('slow', 'late'),
      { reason: 'slow', list: '', detail: 'late' },
    ],
    ['full storage', new StorageError('full', 'x'), { reason: 'full', list: '', detail: 'x' }],
    ['another error', new TypeError('odd'), { reason: 'refused', list: '', detail: 'odd' }],
    ['no error at all', 'odd', { reason: 'refused', list: '', detail: 'odd' }],
  ])('by %s is the same on the other side', (_, error, failure) => {
    expect(failureOf(error)).toEqual(failure);
    expect(readFailure(structuredClone(failure))).toEqual(failure);
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'slow'],
    ['another reason', { reason: 'toString', list: 7, detail: ['x'] }],
  ])('that is %s counts as refused', (_, sent) => {
    expect(readFailure(sent)).toEqual({ reason: 'refused', list: '', detail: '' });
  });
});
