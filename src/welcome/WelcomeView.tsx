/**
 * The whole welcome page, drawn from its state: what the product does, a sample, three choices, and the permissions. Props in, no
 * storage and no browser.
 */
import type { Shortcut } from '../browser/interfaces.ts';
import type { SourceDate } from '../dataset/index.ts';
import { sayDate, sayList, type Say, type Wording } from '../locale/index.ts';
import { Permissions } from '../options/About.tsx';
import { FIRST_CHOICES, type ChoiceProps } from '../options/first-choices.ts';
import { usePaint } from '../options/painted.ts';
import { PolicyContext } from '../options/lock.tsx';
import { isLocked, type PolicyInForce, type Settings } from '../settings/index.ts';
import { AccessLine, type SiteAccess } from './AccessLine.tsx';

export interface WelcomeState {
  settings: Settings;
  /** The organisation's policy that has decided some of them. */
  policy?: PolicyInForce | undefined;
  /** Names of the main entities, as the dataset writes them. */
  mainNames: readonly string[];
  /** Those in the sample. */
  names: readonly string[];
  /** Of the report from which the facts are. */
  sourceDate: SourceDate;
  /** Undefined until the browser has said it. */
  access: SiteAccess | undefined;
  shortcuts: readonly Shortcut[];
  /** What was saved, or why it was not; empty at first. */
  announced: string;
}

export interface WelcomeActions extends Pick<ChoiceProps['actions'], 'set'> {
  /** Asks the browser for all sites. */
  allowAllSites: () => void;
  /** Opens a card of the sample, and moves the focus into it. */
  openSample: () => void;
}

export interface WelcomeViewProps extends Wording {
  state: WelcomeState;
  actions: WelcomeActions;
}

const CHOICES = ['style', 'dwell', 'theme'] as const;

export function WelcomeView({ state, actions, say, locale }: WelcomeViewProps) {
  const known = sayList(say, state.mainNames, 'conjunction');
  const date = sayDate(state.sourceDate, 'long', { say, locale });
  return (
    <PolicyContext.Provider value={state.policy}>
      <main>
        <h1>{say('welcomeHeading')}</h1>
        <p class="welcome-lead">{say('welcomeLead', known, date)}</p>
        <AccessLine access={state.access} onAllow={actions.allowAllSites} say={say} />
        <section aria-labelledby="try-heading">
          <h2 id="try-heading">{say('welcomeTry')}</h2>
          <Sample {...{ state, say }} />
          <p>{say('welcomePoint')}</p>
          <Keys shortcuts={state.shortcuts} say={say} />
          <button type="button" class="button" onClick={actions.openSample}>
            {say('welcomeOpen')}
          </button>
        </section>
        <section aria-labelledby="choices-heading">
          <h2 id="choices-heading">{say('welcomeChoices')}</h2>
          {isAnyFree(state) && <p class="note">{say('welcomeChoicesNote')}</p>}
          {CHOICES.map((id) => (
            <Choice key={id} {...{ id, state, actions, say }} />
          ))}
          <p class="welcome-status" role="status">
            {state.announced}
          </p>
          <p>
            <a href="/options.html">{say('welcomeSettings')}</a>
          </p>
        </section>
        <section aria-labelledby="permissions-heading">
          <h2 id="permissions-heading">{say('welcomePermissions')}</h2>
          <p>{say('welcomePermissionsWhy')}</p>
          <Permissions say={say} />
        </section>
      </main>
    </PolicyContext.Provider>
  );
}

/** Whether there is a choice that an organisation leaves to the reader. */
const isAnyFree = ({ policy }: WelcomeState): boolean =>
  CHOICES.flatMap((id) => [...FIRST_CHOICES[id].fields]).some(
    (setting) => !policy || !isLocked(policy, setting),
  );

function Sample({ state: { names, settings }, say }: Pick<WelcomeViewProps, 'state' | 'say'>) {
  const ref = usePaint<HTMLParagraphElement>(names, settings.highlightStyle);
  return (
    <p ref={ref} class="welcome-sample">
      {say('welcomeSample', ...names)}
    </p>
  );
}

/** The keys that do the same; nothing where the reader's browser has given them to something else. */
function Keys({ shortcuts, say }: { shortcuts: readonly Shortcut[]; say: Say }) {
  const keysOf = (name: string) => shortcuts.find((each) => each.name === name)?.keys ?? '';
  const [next, open] = [keysOf('next-mention'), keysOf('open-mention')];
  return next === '' || open === '' ? null : <p>{say('welcomeKeys', next, open)}</p>;
}

function Choice(props: Omit<WelcomeViewProps, 'locale'> & { id: (typeof CHOICES)[number] }) {
  const { id, state, actions, say } = props;
  const { heading, control } = FIRST_CHOICES[id];
  const { settings } = state;
  return (
    <div class="welcome-choice" role="group" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{say(heading)}</h3>
      {control({ id, state: { settings, isFirst: false }, actions, say })}
    </div>
  );
}
