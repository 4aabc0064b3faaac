/** This page and its site: the switch for the site, the menu, and how many mentions the page has or why it has none. */
import { sayCount, sayTime, type Wording } from '../locale/index.ts';
import {
  isSurprising,
  sayCover,
  sayFailure,
  sayPolicy,
  saySite,
} from '../locale/settings-words.ts';
import type { Failure } from '../settings/failure.ts';
import type { RuleCover } from '../settings/rule-cover.ts';
import { Menu } from './Menu.tsx';
import type { PageView } from './page-view.ts';
import type { Reason } from './reason.ts';

/** What of the switches here an organisation has set. */
export interface PopupLock {
  /** What it calls itself; empty if it does not say. */
  organisation: string;
  /** The main switch. */
  isAll: boolean;
  /** Whether this site is on. */
  isSite: boolean;
}

export interface PageStatusProps extends Wording {
  /** Undefined if there is no site to switch. */
  site: string | undefined;
  /** Whether the settings are read. */
  isReady: boolean;
  reason: Reason;
  /** Undefined without a policy. */
  lock?: PopupLock | undefined;
  page: PageView;
  /** Whether the browser lets the extension read a page only where the reader opens the popup. */
  isWithheld: boolean;
  /** Why the last change was not stored. */
  failure: Failure | undefined;
  /** Whether the storage does not answer. */
  isOutOfDate: boolean;
  /** What the switch for the site covers. */
  cover: RuleCover | undefined;
  onSwitchSite: (on: boolean) => void;
  onSwitchAll: (on: boolean) => void;
  onPause: (paused: boolean) => void;
  onAllowAllSites: () => void;
  onSettings: () => void;
}

/** Stands for the site while its sentence is looked up: a private-use character that no message contains. */
const GAP = '\ue000';

export function PageStatus(props: PageStatusProps) {
  const { site, reason, failure, isOutOfDate, cover, say } = props;
  const hasSwitch = site !== undefined && reason.kind !== 'store';
  const setBy = setByOf(props, hasSwitch);
  return (
    <>
      <p class="popup-failure" role="alert">
        {failure ? sayFailure(failure, say) : isOutOfDate && say('storageProblem')}
      </p>
      <div class="popup-status">
        {hasSwitch && <SiteSwitch {...props} site={site} />}
        <Menu label={say('more')} items={menuOf(props)} />
        <div class="popup-reason">
          <p class="popup-page" role="status" data-reason={reason.kind}>
            {lineOf(props)}
            {reason.kind === 'slow' && <Also text={say('pageSlow')} />}
            {isLimited(props) && <Also text={say('pageOnlyHere')} />}
          </p>
          <Remedy {...props} />
        </div>
        {setBy !== '' && (
          <p class="popup-cover" id="popup-set-by">
            {setBy}
          </p>
        )}
        {hasSwitch && cover && isSurprising(cover) && (
          <p class="popup-cover">{sayCover(cover, say)}</p>
        )}
      </div>
    </>
  );
}

/** Who has set what the reader could switch otherwise; empty if nobody has. */
function setByOf({ reason, lock, say }: PageStatusProps, hasSwitch: boolean): string {
  if (!lock) return '';
  const isShown = reason.kind === 'off-everywhere' ? lock.isAll : lock.isSite && hasSwitch;
  return isShown ? sayPolicy(lock.organisation, say) : '';
}

/** The switch changes what it says: the rules for this site, or the pause. Off everywhere has a button beside its reason. */
function SiteSwitch(props: PageStatusProps & { site: string }) {
  const { site, isReady, reason, lock, onSwitchSite, onPause, say } = props;
  const isPaused = reason.kind === 'paused';
  const isLocked = lock?.isSite === true && !isPaused;
  const on = !isPaused && reason.kind !== 'off-here' && reason.kind !== 'off-everywhere';
  const [before, after] = say('siteSwitch', GAP).split(GAP);
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      disabled={!isReady || reason.kind === 'off-everywhere'}
      // In reach of keys, or nobody could hear who has set it.
      aria-disabled={isLocked || undefined}
      aria-describedby={isLocked ? 'popup-set-by' : undefined}
      onClick={() => {
        if (isLocked) return;
        if (isPaused) onPause(false);
        else onSwitchSite(!on);
      }}
    >
      <span class="spoken">{before}</span>
      <bdi class="switch-site">{saySite(site, say)}</bdi>
      <span class="spoken">{after}</span>
      {/* It has its place before it has a state. */}
      <span class="switch-end" hidden={!isReady}>
        {/* "On" and "Off" are the state of the switch already. */}
        <span class="switch-state" aria-hidden={!isPaused}>
          {stateOf(props, on)}
        </span>
        <span class="switch-track" aria-hidden="true" />
      </span>
    </button>
  );
}

function stateOf({ reason, say, locale }: PageStatusProps, on: boolean): string {
  if (reason.kind !== 'paused') return say(on ? 'switchOn' : 'switchOff');
  return say('switchPaused', sayTime(reason.until, locale));
}

function menuOf({ reason, lock, onSwitchAll, onPause, onSettings, say }: PageStatusProps) {
  const settings = { label: say('openSettings'), onChoose: onSettings };
  if (reason.kind === 'off-everywhere') return [settings];
  const isPaused = reason.kind === 'paused';
  const off = {
    label: say('allOff'),
    onChoose: () => {
      onSwitchAll(false);
    },
  };
  return [
    {
      label: say(isPaused ? 'pauseEnd' : 'pauseHour'),
      onChoose: () => {
        onPause(!isPaused);
      },
    },
    ...(lock?.isAll === true ? [] : [off]),
    settings,
  ];
}

/** One more sentence, on a line of its own. */
const Also = ({ text }: { text: string }) => (
  <>
    <br />
    {text}
  </>
);

/** Whether the page is read only because the popup was opened here. */
const isLimited = ({ isWithheld, reason }: PageStatusProps): boolean =>
  isWithheld && ['mentions', 'none', 'slow'].includes(reason.kind);

function lineOf({ site, reason, page, say }: PageStatusProps): string {
  switch (reason.kind) {
    case 'waiting':
      return '';
    case 'mentions':
    case 'slow':
      return sayMentions(page, reason.total, say);
    case 'none':
      return say('pageMentionsNone');
    case 'off-everywhere':
      return say('pageAllOff');
    case 'paused':
      return say('pagePaused');
    case 'off-here':
      if (reason.rule === undefined) return say('pageNotListed');
      return reason.rule === site ? say('pageSiteOff') : say('pageRuleOff', reason.rule);
    case 'pdf':
      return say('pagePdf');
    case 'canvas':
      return say('pageCanvas');
    case 'browser-page':
      return say('pageOfBrowser');
    case 'store':
      return say('pageStore');
    case 'withheld':
      return say('pageWithheld');
    case 'local-files':
      return say('pageLocalFiles');
  }
}

/** The mention that the reader jumped to last, or how many the page has. */
function sayMentions(page: PageView, total: number, say: Wording['say']): string {
  const current = page.status === 'read' ? page.currentMention : undefined;
  if (!current) return sayCount(say, 'pageMentions', total);
  return say('mentionSpoken', current.surface, current.position, current.total);
}

/** The button that changes what the line says. */
function Remedy(props: PageStatusProps) {
  const { reason, lock, isWithheld, onSwitchAll, onAllowAllSites, say } = props;
  const button = (text: string, act: () => void) => (
    <button type="button" class="button" onClick={act}>
      {text}
    </button>
  );
  if (reason.kind === 'off-everywhere') {
    if (lock?.isAll === true) return null;
    return button(say('allOn'), () => {
      onSwitchAll(true);
    });
  }
  const isAskable = isLimited(props) || (isWithheld && reason.kind === 'withheld');
  return isAskable ? button(say('allowAllSites'), onAllowAllSites) : null;
}
