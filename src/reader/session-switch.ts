/**
 * Starts and ends the page session, as the settings, the clock and the page's address say, once the gate has come. Does not know
 * what a session does (page-session.ts).
 */
import { withJudge, type DetectorParts, type JudgeData } from '../detect/index.ts';
import { gateSlot } from '../gate/index.ts';
import type { CommandName, Wanted } from '../messages/index.ts';
import { hasHighlightStyles } from '../page/index.ts';
import {
  isPaused,
  isSiteOn,
  UNREADABLE_SETTINGS,
  type PageAddress,
  type Settings,
} from '../settings/index.ts';
import { createEvent } from './event.ts';
import { addressOfTab } from './lifecycle.ts';
import { startPageSession, type PageSession, type PageSessionParts } from './page-session.ts';

export interface SessionSwitchParts extends Omit<
  PageSessionParts,
  'settings' | 'detection' | 'gate' | 'onMentions'
> {
  data: JudgeData;
  /** Sends to the background. @throws if there is no answer */
  send: (message: Wanted) => Promise<unknown>;
  /** The page's address at the start: a document may lose it later. */
  address: PageAddress;
}

export interface SessionSwitch {
  settings(): Settings;
  /** Whether the page is read: by settings, clock and address. */
  isOn: () => boolean;
  /** The page session, while there is one. */
  page(): PageSession | undefined;
  /** Runs a key command, if the page is read. */
  command: (name: Exclude<CommandName, 'switch-site'>) => void;
  /** Call it when the gate has come. */
  onGate: () => void;
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
  let session: Running | undefined;
  /** Owned by `begin`. */
  let detection: DetectorParts | undefined;
  const changed = createEvent();

  /** @returns undefined as long as there is no gate */
  const begin = (): Running | undefined => {
    const gate = gateSlot.get();
    if (!gate?.isAlive()) {
      // It then calls `onGate`. Without an answer the page stays as it is.
      parts.send({ kind: 'gate?' }).catch(() => undefined);
      return undefined;
    }
    if (!hasHighlightStyles()) parts.send({ kind: 'styles?' }).catch(() => undefined);
    detection ??= withJudge(gate.scanning(), parts.data);
    const now = { settings: () => settings, onMentions: changed.emit };
    return runSession({ ...parts, ...now, detection, gate }, signal);
  };
  const isOn = (now: number): boolean => isSiteOn(settings, addressOfTab() ?? parts.address, now);
  /** Applies the settings again if the session does not match clock and address any more. */
  const applyAgain = (): void => {
    const now = Date.now();
    if (isOn(now) !== (session !== undefined) || isPaused(settings, now)) apply(settings);
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
      gateSlot.get()?.close();
    }
    changed.emit();
    checkAfter(isPaused(settings, now) ? settings.pausedUntil - now : undefined);
  };

  return {
    settings: () => settings,
    isOn: () => isOn(Date.now()),
    page: () => session?.page,
    command: (name) => session?.page.command(name),
    onGate() {
      apply(settings);
    },
    start(onChange) {
      changed.listen(onChange);
      // A single-page application changes its path without loading, and a rule may depend on the path.
      navigation.addEventListener('currententrychange', applyAgain, { signal });
    },
    apply,
  };
}

interface Running {
  page: PageSession;
  stop: AbortController;
}

/** Runs a session until it is stopped. */
function runSession(parts: PageSessionParts, signal: AbortSignal): Running {
  const stop = new AbortController();
  const page = startPageSession(parts, AbortSignal.any([signal, stop.signal]));
  return { page, stop };
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
