/**
 * One page's life with the product: follows the settings, switches reading on and off, and answers the
 * toolbar popup. Knows the browser only by the functions that it is handed.
 */
import { readKnowledge, type Knowledge } from '../dataset/index.ts';
import { readDetectorParts, type DetectorParts } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import {
  readCommand,
  readJump,
  type CountMessage,
  type Intent,
  type PageState,
  type UndoMessage,
} from '../messages/index.ts';
import { createNotices } from '../popover/index.ts';
import { isPaused, isSiteOn, UNREADABLE_SETTINGS, type Settings } from '../settings/index.ts';
import { placeOfTab } from './lifecycle.ts';
import { startPageSession, type PageSession } from './page-session.tsx';
import { createPageStatus, type PageObserver } from './page-status.ts';
import type { SettingsSource } from './settings-source.ts';
import { createWishes } from './wishes.ts';

export interface ReaderParts {
  /** The compiled dataset, each part a JSON string, and read when it is first wanted. */
  dataset: { scanner: string; rules: string; cards: string };
  css: string;
  say: Say;
  /** Asked for at the first card or notice: it takes a question to the browser. */
  locale: () => string;
  settings: SettingsSource;
  onObserver: (listener: (observer: PageObserver) => void) => void;
  /** Messages of the extension's own contexts. */
  onMessage: (listener: (message: unknown) => void) => void;
  /** Sends to the background. @throws where there is no answer */
  send: (message: Intent | UndoMessage | CountMessage) => Promise<unknown>;
}

/** How often a pause is held against the clock, in ms: clocks are set, and machines sleep. */
const PAUSE_CHECK_MS = 60_000;

/** Starts; everything ends with the signal. */
export async function startReader(parts: ReaderParts, signal: AbortSignal): Promise<void> {
  const place = placeOfTab();
  if (place === undefined) return;
  const { site } = place;
  // Until they are read, nothing is done.
  let settings: Settings = UNREADABLE_SETTINGS;
  let session: { page: PageSession; stop: () => void } | undefined;
  const once = lazily(parts.dataset);
  const look = () => ({ css: parts.css, lang: parts.locale() });
  const notices = createNotices(look, signal);
  const wishes = createWishes({ ...parts, notices, site });
  let here: PageState['here'];

  // Names this document to the popup and to nobody else; not a secret.
  const frame = String(Math.random());

  const status = createPageStatus(
    {
      stateNow: () => ({
        site,
        frame,
        top: self === top,
        on: session !== undefined,
        counts: session?.page.counts() ?? {},
        slow: session?.page.isSlow() ?? false,
        here,
      }),
      total: () => session?.page.total() ?? 0,
      wantsCount: () => settings.badge,
      sendCount: parts.send,
    },
    signal,
  );
  const start = (): void => {
    const stop = new AbortController();
    const page = startPageSession(
      {
        ...parts,
        detection: once.detection(),
        knowledge: once.knowledge,
        settings: () => settings,
        onMentions: status.tell,
        look,
        notices,
        site,
        switchOff: wishes.switchOff,
      },
      AbortSignal.any([signal, stop.signal]),
    );
    session = {
      page,
      stop() {
        stop.abort();
      },
    };
  };
  const apply = (next: Settings): void => {
    settings = next;
    clearTimeout(pause);
    const now = Date.now();
    const on = isSiteOn(settings, placeOfTab() ?? place, now);
    if (on && session) session.page.refresh();
    else if (on) start();
    else {
      session?.stop();
      session = undefined;
    }
    status.tell();
    if (!isPaused(settings, now)) return;
    pause = setTimeout(reapply, Math.min(settings.pausedUntil - now, PAUSE_CHECK_MS));
  };
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** The clock or the address may say something else now. */
  const reapply = (): void => {
    const now = Date.now();
    const isRight = isSiteOn(settings, placeOfTab() ?? place, now) === (session !== undefined);
    if (!signal.aborted && (!isRight || isPaused(settings, now))) apply(settings);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(pause);
  });
  // Pages that never load anew change their path, by which a rule may go.
  navigation.addEventListener('currententrychange', reapply, { signal });

  parts.onMessage((message) => {
    const jump = readJump(message, frame);
    if (jump) {
      here = session?.page.jump(jump.entity, jump.steps) ?? here;
      status.tell();
      return;
    }
    const command = readCommand(message);
    // Each frame hears it; the one with the focus answers.
    if (!command || !document.hasFocus() || document.activeElement instanceof HTMLIFrameElement)
      return;
    const { name, id } = command;
    if (name === 'switch-site') wishes.switchSite(session === undefined, id);
    else session?.page.command(name);
  });
  parts.settings.onChange(apply);
  parts.onObserver(status.observe);
  apply(await parts.settings.read());
}

/** Parses each part of the dataset when it is first wanted, and once. */
function lazily(dataset: ReaderParts['dataset']) {
  let detection: DetectorParts | undefined;
  let knowledge: Knowledge | undefined;
  return {
    detection: () => (detection ??= readDetectorParts(dataset)),
    knowledge: () => (knowledge ??= readKnowledge(dataset.cards)),
  };
}
