/**
 * Switches the reading of a page on and off as the settings, the clock and the page's address say. Knows when; what reading
 * is, is for page-session.tsx.
 */
import {
  isPaused,
  isSiteOn,
  UNREADABLE_SETTINGS,
  type Place,
  type Settings,
} from '../settings/index.ts';
import { placeOfTab } from './lifecycle.ts';
import { startPageSession, type PageSession, type PageSessionParts } from './page-session.tsx';

export interface StretchParts extends Omit<
  PageSessionParts,
  'settings' | 'detection' | 'onMentions'
> {
  detection: () => PageSessionParts['detection'];
  /** The page's at the start: a document may lose its address later. */
  place: Place;
}

export interface Stretch {
  settings(): Settings;
  /** The page while it is read. */
  page(): PageSession | undefined;
  /** Begins to follow the clock and the address. @param onChange told when something may be another */
  start(onChange: () => void): void;
  /** Takes other settings. */
  apply: (settings: Settings) => void;
}

/** How often a pause is held against the clock, in ms: clocks are set, and machines sleep. */
const PAUSE_CHECK_MS = 60_000;

/** Until the settings are read, nothing is done. Ends with the signal. */
export function createStretch(parts: StretchParts, signal: AbortSignal): Stretch {
  /** All three are owned by `apply`. */
  let settings: Settings = UNREADABLE_SETTINGS;
  let session: { page: PageSession; stop: AbortController } | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** Owned by `start`. */
  let tell = (): void => undefined;

  const begin = (): typeof session => {
    const stop = new AbortController();
    const page = startPageSession(
      {
        ...parts,
        detection: parts.detection(),
        settings: () => settings,
        onMentions: () => {
          tell();
        },
      },
      AbortSignal.any([signal, stop.signal]),
    );
    return { page, stop };
  };
  const isOn = (now: number): boolean => isSiteOn(settings, placeOfTab() ?? parts.place, now);
  /** Whether clock and address still say what was applied. */
  const isUpToDate = (): boolean => {
    const now = Date.now();
    return isOn(now) === (session !== undefined) && !isPaused(settings, now);
  };
  const apply = (next: Settings): void => {
    settings = next;
    clearTimeout(pause);
    const now = Date.now();
    const on = isOn(now);
    if (on && session) session.page.refresh();
    else if (on) session = begin();
    else {
      session?.stop.abort();
      session = undefined;
    }
    tell();
    if (!isPaused(settings, now)) return;
    const wait = Math.min(settings.pausedUntil - now, PAUSE_CHECK_MS);
    pause = setTimeout(() => {
      if (!isUpToDate()) apply(settings);
    }, wait);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(pause);
  });

  return {
    settings: () => settings,
    page: () => session?.page,
    start(onChange) {
      tell = onChange;
      // Pages that never load anew change their path, by which a rule may go.
      const onAddress = (): void => {
        if (!isUpToDate()) apply(settings);
      };
      navigation.addEventListener('currententrychange', onAddress, { signal });
    },
    apply,
  };
}
