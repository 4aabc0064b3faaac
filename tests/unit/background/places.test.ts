/** Where the browser starts which script by itself, as the settings say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL_PAGES, isUsuallyOn, registrationsFor } from '../../../src/background/places.ts';
import type { Registration, ScriptName } from '../../../src/browser/interfaces.ts';
import {
  DEFAULT_SETTINGS,
  isSiteOn,
  PAUSE_MS,
  type Settings,
} from '../../../src/settings/index.ts';
import { someRule } from '../settings/some-settings.ts';
import { matchesPattern } from './match-pattern.ts';

const NOW = 5 * PAUSE_MS;

/** The scripts that start in the main document of a page. */
function startedAt(registrations: readonly Registration[], address: string): ScriptName[] {
  const isAt = (patterns: readonly string[]): boolean =>
    patterns.map((pattern) => matchesPattern(pattern, address)).includes(true);
  return registrations
    .filter(({ matches, excludeMatches }) => isAt(matches) && !isAt(excludeMatches))
    .map(({ script }) => script)
    .filter((script) => script !== 'ask-in-frames' && script !== 'styles');
}

/** Where the highlight styles or the gate come, without their names. */
const placesOf = (
  registrations: readonly Registration[],
  isWanted: (name: ScriptName) => boolean,
) => registrations.filter(({ script }) => isWanted(script)).map(({ script: _, ...place }) => place);

const hasGate = (scripts: readonly ScriptName[]): boolean =>
  scripts.some((script) => script.startsWith('gate'));

/** Few labels, so that rules and addresses often meet. */
const label = fc.constantFrom('a', 'b', 'news', 'org', 'xn--j1ai1bi');
const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const ip = fc.constantFrom('192.0.2.1', '2.0.2.1', '[::1]', '[2001:db8::1]');
const path = fc.constantFrom('/', '/news', '/news/x', '/News/x', '/a%20b', '/?/news/x');

const address = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom('http', 'https'),
        fc.oneof(
          { weight: 4, arbitrary: fc.tuple(name, fc.constantFrom('', '', '.')) },
          { weight: 1, arbitrary: ip },
        ),
        fc.constantFrom('', '', ':8080'),
        path,
      )
      .map(([scheme, host, port, rest]) => `${scheme}://${[host].flat().join('')}${port}${rest}`),
  },
  { weight: 1, arbitrary: path.map((rest) => `file://${rest}`) },
  { weight: 1, arbitrary: fc.webUrl({ validSchemes: ['http', 'https'] }) },
);

/** What no reader can write, and a damaged record may hold. */
const oddRule = fc.oneof(
  fc.string(),
  fc.constantFrom(
    ...[
      '',
      '*',
      '*.',
      '.',
      '/',
      '/*',
      '*.*.org',
      'a..org',
      'A.org',
      'a.org.',
      'a.org:80',
      'a b.org',
    ],
    ...[
      '999.1.1.1',
      '*.192.0.2.1',
      '0.2.1',
      '1',
      'me@a.org',
      'file:/news/*',
      '*.file:',
      '<all_urls>',
    ],
    ...['a.org/news', 'a.org/*/x*', 'київ.org', '__proto__', '*://*/*', 'a_b.org', '-a.org'],
  ),
);
const rule = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', '*.'), name, fc.constantFrom('', '', '/news/*', '/n*'))
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: ip },
  { weight: 1, arbitrary: fc.constant('file:') },
  { weight: 1, arbitrary: someRule },
);
const rules = (each: fc.Arbitrary<string>) => fc.array(each, { maxLength: 4 });

const settingsWith = (lists: fc.Arbitrary<string[]>): fc.Arbitrary<Settings> =>
  fc
    .record({
      on: fc.constantFrom(true, true, true, false),
      pausedUntil: fc.constantFrom(0, 0, 0, NOW, NOW + 1, NOW + 2 * PAUSE_MS),
      siteMode: fc.constantFrom('except' as const, 'only' as const),
      sitesOff: lists,
      sitesOn: lists,
      castOn: fc.subarray(['joe-biden']),
    })
    .map((change) => ({ ...DEFAULT_SETTINGS, ...change }));
const settings = fc.oneof(
  { weight: 4, arbitrary: settingsWith(rules(rule)) },
  { weight: 1, arbitrary: settingsWith(rules(fc.oneof(rule, oddRule))) },
);
/** What this profile has, and what private windows see: mostly the same. */
const both = fc.oneof(
  { weight: 4, arbitrary: settings.map((one): [Settings, Settings] => [one, one]) },
  { weight: 1, arbitrary: fc.tuple(settings, settings) },
);
const runs = { numRuns: 5000 };

describe('whatever the settings are', () => {
  test('a gate starts by itself only where all windows have the page on', () => {
    fc.assert(
      fc.property(both, address, ([stored, inPrivate], page) => {
        const started = startedAt(registrationsFor(stored, inPrivate, NOW), page);
        if (!hasGate(started)) return;
        expect([isSiteOn(stored, page, NOW), isSiteOn(inPrivate, page, NOW)]).toEqual([true, true]);
      }),
      runs,
    );
  });

  test('a page that is on gets the gate or a question, and not both', () => {
    fc.assert(
      fc.property(both, address, ([stored, inPrivate], page) => {
        const started = startedAt(registrationsFor(stored, inPrivate, NOW), page);
        expect(started.length).toBeLessThanOrEqual(1);
        if (isSiteOn(stored, page, NOW) || isSiteOn(inPrivate, page, NOW)) {
          expect(started).toHaveLength(1);
        }
      }),
      runs,
    );
  });

  test('the browser can read each pattern, and has each script once', () => {
    fc.assert(
      fc.property(both, ([stored, inPrivate]) => {
        const registrations = registrationsFor(stored, inPrivate, NOW);
        for (const { matches, excludeMatches } of registrations) {
          expect(matches.length).toBeGreaterThan(0);
          for (const pattern of [...matches, ...excludeMatches]) {
            matchesPattern(pattern, 'https://a.org/');
          }
          expect(new Set(matches).size).toBe(matches.length);
        }
        expect(placesOf(registrations, (script) => script === 'styles')).toEqual(
          placesOf(registrations, (script) => script.startsWith('gate')),
        );
        const scripts = registrations.map(({ script }) => script);
        expect(new Set(scripts).size).toBe(scripts.length);
      }),
      runs,
    );
  });

  test('nothing starts while all is off or paused', () => {
    const off = settings.map((one) => ({ ...one, on: false }));
    const paused = settings.map((one) => ({ ...one, pausedUntil: NOW + 1 }));
    fc.assert(
      fc.property(fc.oneof(off, paused), fc.oneof(off, paused), (stored, inPrivate) => {
        expect(registrationsFor(stored, inPrivate, NOW)).toEqual([]);
        expect(isUsuallyOn(stored, NOW)).toBe(false);
      }),
    );
  });
});

const having = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });

describe('the main document of a page', () => {
  const off = (...sitesOff: string[]) => having({ sitesOff });
  const only = (...sitesOn: string[]) => having({ siteMode: 'only', sitesOn });
  test.each<[what: string, settings: Settings, page: string, started: ScriptName[]]>([
    ['gets the gate', DEFAULT_SETTINGS, 'https://a.org/', ['gate']],
    ['gets it as a local file', DEFAULT_SETTINGS, 'file:///home/me/a.html', ['gate']],
    ['gets one for the cast', having({ castOn: ['x'] }), 'https://a.org/', ['gate-with-cast']],
    ['gets nothing outside of the web', DEFAULT_SETTINGS, 'chrome://settings', []],
    ['asks where a rule is about its host', off('a.org'), 'https://www.a.org/', ['ask']],
    ['asks there with a final dot, too', off('a.org'), 'https://a.org./', ['ask']],
    ['asks there on any port', off('a.org'), 'https://a.org:8080/', ['ask']],
    ['asks beside the path of a rule', off('a.org/news/*'), 'https://a.org/', ['ask']],
    ['gets the gate elsewhere', off('a.org'), 'https://ba.org/', ['gate']],
    ['asks where a rule is about local files', off('file:'), 'file:///a.html', ['ask']],
    ['asks at an address that is off', off('192.0.2.1'), 'http://192.0.2.1/', ['ask']],
    ['asks where a pattern cannot say it', off('[::1]'), 'https://a.org/', ['ask']],
    ['asks on the only sites', only('a.org'), 'https://a.org/', ['ask']],
    ['gets nothing beside them', only('a.org'), 'https://b.org/', []],
    ['gets nothing where there are none', only(), 'https://b.org/', []],
  ])('%s', (_, one, page, started) => {
    expect(startedAt(registrationsFor(one, one, NOW), page)).toEqual(started);
  });

  test('asks everywhere while private windows have other rules', () => {
    const registrations = registrationsFor(off('a.org'), off('b.org'), NOW);
    for (const page of ['https://a.org/', 'https://b.org/', 'https://c.org/']) {
      expect(startedAt(registrations, page)).toEqual(['ask']);
    }
  });
});

describe('while an added dataset is on', () => {
  test.each<[what: string, settings: Settings, started: ScriptName]>([
    ['the gate for all datasets', DEFAULT_SETTINGS, 'gate-with-library'],
    ['one that finds the cast, too', having({ castOn: ['x'] }), 'gate-with-library-with-cast'],
  ])('a page gets %s', (_, one, started) => {
    expect(startedAt(registrationsFor(one, one, NOW, true), 'https://a.org/')).toEqual([started]);
  });

  test('scripts start where they would start without it, and only the gate is another one', () => {
    const asBundled = ({ script, ...place }: Registration) => ({
      ...place,
      script: script.replace('-with-library', ''),
    });
    fc.assert(
      fc.property(both, ([stored, inPrivate]) => {
        expect(registrationsFor(stored, inPrivate, NOW, true).map(asBundled)).toEqual(
          registrationsFor(stored, inPrivate, NOW),
        );
      }),
      runs,
    );
  });
});

describe('a frame', () => {
  const inFrames = (one: Settings): ScriptName[] =>
    registrationsFor(one, one, NOW)
      .filter(({ allFrames }) => allFrames)
      .map(({ script, matches }) => {
        expect(matches).toEqual(ALL_PAGES);
        return script;
      });
  test('gets the gate where no site has a rule', () => {
    expect(inFrames(DEFAULT_SETTINGS)).toEqual(['gate', 'styles']);
  });
  test.each([
    ['some sites are off', having({ sitesOff: ['a.org'] })],
    ['a few sites are on', having({ siteMode: 'only', sitesOn: ['a.org'] })],
  ])('asks for its page where %s', (_, one) => {
    expect(inFrames(one)).toEqual(['ask-in-frames']);
  });
});
