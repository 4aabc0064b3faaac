/** The top of the popup: the name, the switch for this site, and what the page has or why it has nothing. */
import { sayCount, type Wording } from '../locale/index.ts';
import { isSurprising, sayCover, sayFailure } from '../locale/settings-words.ts';
import type { Failure } from '../settings/failure.ts';
import { LOCAL_FILES } from '../settings/index.ts';
import type { RuleCover } from '../settings/rule-cover.ts';
import type { Reason } from './reason.ts';

export interface PageStatusProps extends Wording {
  /** Undefined where no site can be switched. */
  site: string | undefined;
  reason: Reason;
  /** What starting in this tab came to. */
  startFailed: boolean;
  /** Why the last change was not stored. */
  failure: Failure | undefined;
  /** Whether the storage does not answer. */
  isOutOfDate: boolean;
  /** What the switch for the site covers. */
  cover: RuleCover | undefined;
  onSwitchSite: (on: boolean) => void;
  onSwitchAll: (on: boolean) => void;
  onPause: (paused: boolean) => void;
  onStart: () => void;
}

/** Stands for the site while the sentence around it is looked up: a private character that no catalogue contains. */
const GAP = '\ue000';

export function PageStatus(props: PageStatusProps) {
  const { site, reason, failure, isOutOfDate, cover, say } = props;
  return (
    <header class="popup-head">
      <h1>{say('extensionName')}</h1>
      {site !== undefined && <SiteSwitch {...props} site={site} />}
      {site !== undefined && cover && isSurprising(cover) && (
        <p class="popup-cover">{sayCover(cover, say)}</p>
      )}
      <p class="popup-failure" role="alert">
        {failure ? sayFailure(failure, say) : isOutOfDate && say('storageProblem')}
      </p>
      <p class="popup-page" role="status" data-reason={reason.kind}>
        {lineOf(props)}
      </p>
      <Remedy {...props} />
    </header>
  );
}

/** Whether the rules let this site be read; that everything is off or paused is another switch. */
const isAllowed = ({ kind }: Reason): boolean => kind !== 'off-here';

function SiteSwitch({ site, reason, onSwitchSite, say }: PageStatusProps & { site: string }) {
  const on = isAllowed(reason);
  const [before, after] = say('siteSwitch', GAP).split(GAP);
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      // It would change nothing that can be seen.
      disabled={reason.kind === 'off-everywhere' || reason.kind === 'paused'}
      onClick={() => {
        onSwitchSite(!on);
      }}
    >
      <span class="spoken">{before}</span>
      <span class="switch-site">{site === LOCAL_FILES ? say('siteLocalFiles') : site}</span>
      <span class="spoken">{after}</span>
      {/* The state of the switch says the same. */}
      <span class="switch-state" aria-hidden="true">
        {say(on ? 'switchOn' : 'switchOff')}
      </span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}

function lineOf({ site, reason, startFailed, say, locale }: PageStatusProps): string {
  switch (reason.kind) {
    case 'waiting':
      return '';
    case 'mentions':
      return sayCount(say, 'pageMentions', reason.total);
    case 'none':
      return say('pageMentionsNone');
    case 'slow':
      return `${sayCount(say, 'pageMentions', reason.total)}. ${say('pageSlow')}`;
    case 'off-everywhere':
      return say('pageAllOff');
    case 'paused': {
      const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
      return say('pausedUntil', time.format(reason.until));
    }
    case 'off-here':
      return reason.rule === undefined || reason.rule === site
        ? say('pageSiteOff')
        : say('pageRuleOff', reason.rule);
    case 'pdf':
      return say('pagePdf');
    case 'canvas':
      return say('pageCanvas');
    case 'browser-page':
      return say('pageOfBrowser');
    case 'store':
      return say('pageStore');
    case 'not-started':
      return say(startFailed ? 'pageStartFailed' : 'pageNotStarted');
  }
}

/** The button that mends what the line says. */
function Remedy({ reason, startFailed, onSwitchAll, onPause, onStart, say }: PageStatusProps) {
  const button = (text: string, act: () => void) => (
    <button type="button" class="button" onClick={act}>
      {text}
    </button>
  );
  switch (reason.kind) {
    case 'off-everywhere':
      return button(say('allOn'), () => {
        onSwitchAll(true);
      });
    case 'paused':
      return button(say('pauseEnd'), () => {
        onPause(false);
      });
    case 'not-started':
      return startFailed ? null : button(say('startHere'), onStart);
    default:
      return null;
  }
}
