/** The states of every view under an organisation's policy: what is locked, what it adds, what of it cannot be used. Data only. */
import { sayPolicyNews } from '../../src/options/policy-words.ts';
import { sayPolicy } from '../../src/locale/settings-words.ts';
import { substituted, type Say } from '../../src/locale/index.ts';
import type { PolicyProblem } from '../../src/policy/index.ts';
import { DEFAULT_SETTINGS, type PolicyInForce, type Settings } from '../../src/settings/index.ts';
import type { MakeOptions } from './states-options.ts';
import type { MakePopup } from './states-popup.ts';
import type { MakeWelcome } from './states-welcome.ts';
import { NARROW, type CardState, type OptionsState, type PopupState } from './states.ts';
import type { WelcomeState } from './states.ts';
import ar from '../../assets/public/_locales/ar/messages.json' with { type: 'json' };
import de from '../../assets/public/_locales/de/messages.json' with { type: 'json' };
import en from '../../assets/public/_locales/en/messages.json' with { type: 'json' };

const CATALOGUES = { ar, de, en };
type Words = keyof typeof CATALOGUES;
/** Where texts have the least room, and where they are read from the right. */
const OTHERS: readonly Words[] = ['ar', 'de'];
/** For what a view is handed as a sentence. */
const sayIn =
  (words: Words): Say =>
  (key, ...values) => {
    const texts = values.length > 0 ? substituted(values, words) : [];
    const { message } = CATALOGUES[words][key];
    return message.replace(/\$(\d)/g, (_, at: string) => texts[Number(at) - 1] ?? '');
  };

/** As long as a name may be. */
const LONG_NAME =
  'Arbeitsgemeinschaft der Donaudampfschifffahrtsgesellschaftszeitungen Lindmark eV';
const NO_POLICY: PolicyInForce = {
  ...{ organisation: 'The Lindmark Courier', defaults: {}, locked: {}, own: {} },
  ...{ sitesOff: [], sitesOn: [] },
};

/** Everything that can be locked. */
const { pausedUntil: _, ...LOCKABLE } = {
  ...DEFAULT_SETTINGS,
  ...{ dwellMs: 735, openKey: 'alt', theme: 'dark', highlightStyle: 'tint', castOn: ['russia'] },
  ...{ entitiesOff: ['david-lammy'], sitesOff: ['intranet.example', 'news.example/admin/*'] },
  dismissedMentions: [{ site: 'news.example', entity: 'nato', surface: 'NATO' }],
} satisfies Settings;
const ALL_LOCKED: PolicyInForce = { ...NO_POLICY, locked: LOCKABLE };
const LONG_LOCKED: PolicyInForce = { ...ALL_LOCKED, organisation: LONG_NAME };
/** Rules beside those of the reader. */
const RULES: PolicyInForce = {
  ...{ ...NO_POLICY, organisation: '', locked: { siteMode: 'except' } },
  sitesOff: LOCKABLE.sitesOff,
};

const under = (policy: PolicyInForce): { settings: Settings; policy: PolicyInForce } => ({
  settings: { ...DEFAULT_SETTINGS, sitesOff: [...policy.sitesOff], ...policy.locked },
  policy,
});

const PROBLEM: PolicyProblem = { code: 'part', place: '', setting: '', found: '', max: 0 };
const PROBLEMS: PolicyProblem[] = [
  { ...PROBLEM, place: 'sitesof' },
  { ...PROBLEM, code: 'setting', place: 'locked.colour' },
  { ...PROBLEM, code: 'value', place: 'locked.openKey', setting: 'openKey', found: '"meta"' },
  { ...PROBLEM, code: 'entry', place: 'sitesOff[12]', setting: 'sitesOff', found: '"not a site"' },
  { ...PROBLEM, code: 'large', place: `datasets[3]`, found: '6000000', max: 5_242_880 },
  {
    ...PROBLEM,
    code: 'dataset',
    place: 'datasets[4]',
    found: `facts[0].evidence[0].sha256: "${'0'.repeat(64)}"`,
  },
];
const news = (words: Words = 'en') => sayPolicyNews({ problems: PROBLEMS, more: 7 }, sayIn(words));

export function policyOptions(options: MakeOptions): OptionsState[] {
  const pages = ['highlights', 'cards', 'sites', 'data'] as const;
  return [
    ...pages.map((page) =>
      options([page, `${page}-locked`], `${page}, all of it locked`, under(ALL_LOCKED), {
        opened: true,
        ...(page === 'cards' && { baselines: ['light.320'] }),
      }),
    ),
    options(['sites', 'sites-by-policy'], 'rules of the organisation beside those of the reader', {
      ...under(RULES),
      settings: { ...DEFAULT_SETTINGS, sitesOff: [...RULES.sitesOff, 'old.example'] },
    }),
    options(['data', 'policy-problems'], 'a policy of which much cannot be used', {
      ...under(RULES),
      policyProblems: news(),
    }),
    ...OTHERS.flatMap((words) => [
      ...pages.slice(0, 3).map((page) =>
        options(
          [page, `${page}-locked-in-${words}`],
          `locked, in words of ${words}`,
          {
            ...under(LONG_LOCKED),
          },
          { words, judgedIn: NARROW, opened: true },
        ),
      ),
      options(
        ['data', `policy-problems-in-${words}`],
        `a policy with problems, in words of ${words}`,
        { ...under(LONG_LOCKED), policyProblems: news(words) },
        { words, judgedIn: NARROW },
      ),
    ]),
  ];
}

export function policyPopups(popup: MakePopup): PopupState[] {
  const locked = under({ ...NO_POLICY, locked: { on: true, siteMode: 'except', sitesOff: [] } });
  const off = under({ ...NO_POLICY, locked: { on: false } });
  const siteOff = under({ ...RULES, sitesOff: ['news.example'] });
  const long = under({ ...LONG_LOCKED, locked: { on: true, sitesOff: ['news.example'] } });
  return [
    popup('popup-locked', 'the site is on, and locked', locked, { baselines: ['light.360'] }),
    popup('popup-locked-menu', 'the menu without what is locked', locked, { opened: true }),
    popup('popup-locked-off', 'off everywhere by a policy', off),
    popup('popup-site-by-policy', 'the site is off by a policy', siteOff),
    ...OTHERS.map((words) =>
      popup(`popup-locked-in-${words}`, `the site is off, in words of ${words}`, long, {
        words,
        judgedIn: NARROW,
      }),
    ),
  ];
}

export const policyWelcomes = (welcome: MakeWelcome): WelcomeState[] => [
  welcome('locked', 'every choice is locked', under(LONG_LOCKED)),
];

/** @param card makes a card in a page, whole and unfolded */
export function policyCards(
  card: (
    id: string,
    name: string,
    mention: Pick<NonNullable<CardState['mention']>, 'setBy' | 'locked'>,
    special?: Pick<CardState, 'words' | 'judgedIn' | 'baselines'>,
  ) => CardState,
): CardState[] {
  const setBy = (organisation: string, words: Words = 'en'): string =>
    sayPolicy(organisation, sayIn(words));
  const all = ['onMentionOff', 'onEntityOff', 'onSiteOff', 'onAllOff'] as const;
  return [
    card(
      'card-locked',
      'in a page: two switches are locked',
      { setBy: setBy(NO_POLICY.organisation), locked: ['onSiteOff', 'onAllOff'] },
      { baselines: ['light.360'] },
    ),
    card('card-all-locked', 'in a page: every switch is locked', { setBy: setBy(''), locked: all }),
    ...OTHERS.map((words) =>
      card(
        `card-locked-in-${words}`,
        `switches that are locked, in words of ${words}`,
        { setBy: setBy(LONG_NAME, words), locked: ['onEntityOff', 'onAllOff'] },
        { words, judgedIn: NARROW },
      ),
    ),
  ];
}
