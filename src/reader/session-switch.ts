/**
 * Starts and ends the page session, as the settings, the clock and the page's address say. Does not know what a session does
 * (page-session.tsx).
 */
import {
  isPaused,
  isSiteOn,
  UNREADABLE_SETTINGS,
  type PageAddress,
  type Settings,
} from '../settings/index.ts';
import { addressOfTab } from './lifecycle.ts';
import { startPageSession, type PageSession, type PageSessionParts } from './page-session.tsx';

export interface SessionSwitchParts extends Omit<
  PageSessionParts,
  'settings' | 'detection' | 'onMentions'
> {
  detection: () => PageSessionParts['detection'];
  /** The page's address at the start: a document may lose it later. */
  address: PageAddress;
}

export interface SessionSwitch {
  settings(): Settings;
  /** The page session, while there is one. */
  page(): PageSession | undefined;
  /** Starts to follow the clock and the address. @param onChange called when something may have changed */
  start(onChange: () => void): void;
  /** Applies new settings. */
  apply: (settings: Settings) => void;
}

/** How often the end of a pause is checked, in ms: clocks are set, and computers sleep. */
const PAUSE_CHECK_MS = 60_000;

/** Does nothing until the settings are read. Ends with the signal. */
export function createSessionSwitch(parts: SessionSwitchParts, signal: AbortSignal): SessionSwitch {
  /** Both are owned by `apply`. */
  let settings: Settings = UNREADABLE_SETTINGS;
  let session: { page: PageSession; stop: AbortController } | undefined;
  /** Owned by `start`. */
  let notify = (): void => undefined;

  const begin = (): typeof session => {
    const stop = new AbortController();
    const page = startPageSession(
      {
        ...parts,
        detection: parts.detection(),
        settings: () => settings,
        onMentions: () => {
          notify();
        },
      },
      AbortSignal.any([signal, stop.signal]),
    );
    return { page, stop };
  };
  const isOn = (now: number): boolean => isSiteOn(settings, addressOfTab() ?? parts.address, now);
  /** Whether the session still matches clock and address. */
  const isUpToDate = (): boolean => {
    const now = Date.now();
    return isOn(now) === (session !== undefined) && !isPaused(settings, now);
  };
  const applyAgain = (): void => {
    if (!isUpToDate()) apply(settings);
  };
  const checkAfter = createPauseCheck(applyAgain, signal);
  const apply = (next: Settings): void => {
    settings = next;
    const now = Date.now();
    const on = isOn(now);
    if (on && session) session.page.refresh();
    else if (on) session = begin();
    else {
      session?.stop.abort();
      session = undefined;
    }
    notify();
    checkAfter(isPaused(settings, now) ? settings.pausedUntil - now : undefined);
  };

  return {
    settings: () => settings,
    page: () => session?.page,
    start(onChange) {
      notify = onChange;
      // A single-page application changes its path without loading, and a rule may depend on the path.
      navigation.addEventListener('currententrychange', applyAgain, { signal });
    },
    apply,
  };
}

/** Makes a function that runs a check after a pause of some ms, or ends the wait for undefined. Owns the timer. */
function createPauseCheck(check: () => void, signal: AbortSignal): (ms?: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
  };
  signal.addEventListener('abort', end);
  return (ms) => {
    end();
    if (ms !== undefined) timer = setTimeout(check, Math.min(ms, PAUSE_CHECK_MS));
  };
}
