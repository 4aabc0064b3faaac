/**
 * Starts and ends the page session, as the settings, the clock and the page's address say, once the gate has come. Does not know
 * what a session does (page-session.ts).
 */
import { gateSlot, type Gate } from '../gate/index.ts';
import type { CommandName, ContextsQuestion, Wanted } from '../messages/index.ts';
import { hasHighlightStyles } from '../page/index.ts';
import { isPaused, isSiteOn, type PageAddress, type Settings } from '../settings/index.ts';
import type { Detection } from './detection.ts';
import { createDetections, type DetectionsParts } from './detections.ts';
import { createEvent } from './event.ts';
import { addressOfTab } from './lifecycle.ts';
import { startPageSession, type PageSession, type PageSessionParts } from './page-session.ts';
import { UNREAD, type SettingsRead } from './settings-source.ts';

export interface SessionSwitchParts
  extends
    Omit<PageSessionParts, 'settings' | 'policy' | 'detection' | 'gate' | 'onMentions'>,
    DetectionsParts {
  /** Sends to the background. @throws if there is no answer */
  send: (message: Wanted | ContextsQuestion) => Promise<unknown>;
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
  apply: (now: SettingsRead) => void;
}

/** How often the end of a pause is checked, in ms: clocks are set, and computers sleep. */
const PAUSE_CHECK_MS = 60_000;

/** Does nothing until the settings are read. Ends with the signal. */
export function createSessionSwitch(parts: SessionSwitchParts, signal: AbortSignal): SessionSwitch {
  /** Owned by `apply`. */
  let last = UNREAD;
  const changed = createEvent();
  const settings = (): Settings => last.settings;
  const now = { settings, policy: () => last.policy, onMentions: changed.emit };
  const applyLast = (): void => {
    apply(last);
  };
  const runner = createRunner({ ...parts, ...now, onReady: applyLast }, signal);

  const isOn = (time: number): boolean =>
    isSiteOn(settings(), addressOfTab() ?? parts.address, time);
  /** Applies the settings again if the session does not match clock and address any more. */
  const applyAgain = (): void => {
    const time = Date.now();
    if (isOn(time) !== (runner.page() !== undefined) || isPaused(settings(), time)) applyLast();
  };
  const checkAfter = createPauseCheck(applyAgain, signal);
  const apply = (next: SettingsRead): void => {
    last = next;
    const time = Date.now();
    if (isOn(time)) runner.run();
    else runner.end();
    changed.emit();
    const { pausedUntil } = settings();
    checkAfter(isPaused(settings(), time) ? pausedUntil - time : undefined);
  };

  return {
    settings,
    isOn: () => isOn(Date.now()),
    page: runner.page,
    command: (name) => runner.page()?.command(name),
    onGate() {
      runner.retry();
      applyLast();
    },
    start(onChange) {
      changed.listen(onChange);
      // A single-page application changes its path without loading, and a rule may depend on the path.
      navigation.addEventListener('currententrychange', applyAgain, { signal });
    },
    apply,
  };
}

interface RunnerParts
  extends
    DetectionsParts,
    Omit<PageSessionParts, 'detection' | 'gate' | 'send'>,
    Pick<SessionSwitchParts, 'send'> {
  /** Called when what a session needs has come. */
  onReady: () => void;
}

/** The page session for the present gate and its datasets. Owns it. */
function createRunner(parts: RunnerParts, signal: AbortSignal) {
  /** Owned by `run` and `end`. */
  let session:
    { page: PageSession; gate: Gate; detection: Detection; stop: AbortController } | undefined;
  const detections = createDetections(parts);
  const begin = (gate: Gate, detection: Detection): void => {
    if (!hasHighlightStyles()) parts.send({ kind: 'styles?' }).catch(() => undefined);
    session?.stop.abort();
    const stop = new AbortController();
    const end = AbortSignal.any([signal, stop.signal]);
    session = { page: startPageSession({ ...parts, detection, gate }, end), gate, detection, stop };
  };
  return {
    page: () => session?.page,
    retry: detections.retry,
    /** Applies the settings to the session, or begins one as soon as all is there. Until then a session before goes on. */
    run(): void {
      const gate = gateSlot.get();
      if (!gate?.isAlive()) {
        // It then calls `onGate`. Without an answer the page stays as it is.
        if (!session) parts.send({ kind: 'gate?' }).catch(() => undefined);
        session?.page.refresh();
        return;
      }
      const detection = detections.of(gate);
      if (session?.gate === gate && session.detection === detection) {
        session.page.refresh();
      } else if (detection) begin(gate, detection);
      else {
        void detections.load(gate).then(() => {
          if (!signal.aborted) parts.onReady();
        });
      }
    },
    end(): void {
      session?.stop.abort();
      session = undefined;
      gateSlot.get()?.close();
    },
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
