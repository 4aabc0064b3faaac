/**
 * One page's life with the product: follows the settings, switches reading on and off, and answers the
 * toolbar popup. Knows the browser only by the functions that it is handed.
 */
import type { Knowledge } from '../dataset/index.ts';
import type { PreparedDetection } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import { readCommand, type Intent, type PageState } from '../messages/index.ts';
import { createNotices } from '../popover/index.ts';
import { DEFAULT_SETTINGS, siteOf, type Settings } from '../settings/index.ts';
import { addressOfTab } from './lifecycle.ts';
import { startPageSession, type PageSession } from './page-session.tsx';

/** The popup while it looks at this page. */
export interface PageObserver {
  post(state: PageState): void;
  onClosed(listener: () => void): void;
}

export interface ReaderParts {
  /** The compiled dataset: two JSON strings. */
  dataset: { detection: string; knowledge: string };
  css: string;
  say: Say;
  locale: string;
  readSettings: () => Promise<Settings>;
  onSettings: (listener: (settings: Settings) => void) => void;
  onObserver: (listener: (observer: PageObserver) => void) => void;
  /** Messages of the extension's own contexts. */
  onMessage: (listener: (message: unknown) => void) => void;
  /** Hands what the reader asked for to the background. */
  sendIntent: (intent: Intent) => Promise<void>;
}

/** Starts; everything ends with the signal. */
export async function startReader(parts: ReaderParts, signal: AbortSignal): Promise<void> {
  const site = siteOf(addressOfTab());
  if (site === undefined) return;
  const observers = new Set<PageObserver>();
  let settings = DEFAULT_SETTINGS;
  let session: { page: PageSession; stop: () => void } | undefined;
  const once = lazily(parts.dataset);
  const { say } = parts;
  const notices = createNotices({ css: parts.css, lang: parts.locale }, signal);
  const offerUndo = (text: string, off: Intent): void => {
    void parts.sendIntent(off);
    notices.offer(text, say('undo'), () => {
      void parts.sendIntent({ ...off, on: !off.on });
    });
  };
  const switchSite = (on: boolean): void => {
    const text = say(on ? 'siteIsOn' : 'siteIsOff', site);
    offerUndo(text, { kind: 'intent', what: 'site', site, on });
  };

  // Names this document to the popup and to nobody else; not a secret.
  const frame = String(Math.random());

  const stateNow = (): PageState => ({
    kind: 'page-state',
    site,
    frame,
    top: self === top,
    on: session !== undefined,
    counts: session?.page.counts() ?? {},
  });
  const tellObservers = (): void => {
    for (const observer of observers) observer.post(stateNow());
  };
  const start = (): void => {
    const stop = new AbortController();
    const page = startPageSession(
      {
        ...parts,
        detection: once.detection(),
        knowledge: once.knowledge,
        settings: () => settings,
        onMentions: tellObservers,
        notices,
        site,
        switchOff(off) {
          const intent = { kind: 'intent', on: false } as const;
          switch (off.what) {
            case 'site':
              switchSite(false);
              break;
            case 'all':
              offerUndo(say('allIsOff'), { ...intent, what: 'all' });
              break;
            case 'mention': {
              const text = say('mentionIsOff', off.surface, site);
              offerUndo(text, { ...intent, ...off, site });
              break;
            }
            case 'entity': {
              const { what, entity, tier, name } = off;
              offerUndo(say('entityIsOff', name), { ...intent, what, entity, tier });
            }
          }
        },
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
    const on = settings.on && !settings.sitesOff.includes(site);
    if (on && session) session.page.refresh();
    else if (on) start();
    else {
      session?.stop();
      session = undefined;
    }
    tellObservers();
  };

  parts.onMessage((message) => {
    const name = readCommand(message);
    // Each frame hears it; the one with the focus answers.
    if (!name || !document.hasFocus() || document.activeElement instanceof HTMLIFrameElement)
      return;
    if (name === 'switch-site') switchSite(session === undefined);
    else session?.page.command(name);
  });
  parts.onSettings(apply);
  parts.onObserver((observer) => {
    observers.add(observer);
    observer.onClosed(() => observers.delete(observer));
    observer.post(stateNow());
  });
  apply(await parts.readSettings());
}

/** Parses names at the first start and facts at the first card, once each. */
function lazily(dataset: ReaderParts['dataset']) {
  let detection: PreparedDetection | undefined;
  let knowledge: Knowledge | undefined;
  return {
    detection: () => (detection ??= JSON.parse(dataset.detection) as PreparedDetection),
    knowledge: () => (knowledge ??= JSON.parse(dataset.knowledge) as Knowledge),
  };
}
