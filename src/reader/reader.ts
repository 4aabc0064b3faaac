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
import { placeOfTab } from './lifecycle.ts';
import { createPageStatus, type PageObserver } from './page-status.ts';
import type { SettingsSource } from './settings-source.ts';
import { createStretch } from './stretch.ts';
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

/** Starts; everything ends with the signal. */
export async function startReader(parts: ReaderParts, signal: AbortSignal): Promise<void> {
  const place = placeOfTab();
  if (place === undefined) return;
  const { site } = place;
  const { detection, knowledge } = lazily(parts.dataset);
  const look = () => ({ css: parts.css, lang: parts.locale() });
  const notices = createNotices(look, signal);
  const wishes = createWishes({ ...parts, notices, site });
  const { switchOff } = wishes;
  const stretch = createStretch(
    { ...parts, detection, knowledge, look, notices, place, site, switchOff },
    signal,
  );
  // Names this document to the popup and to nobody else; not a secret.
  const frame = String(Math.random());
  /** Where the popup's last jump led; owned by `onMessage`. */
  let here: PageState['here'];
  const status = createPageStatus(
    {
      stateNow: () => ({
        ...{ site, frame, here },
        top: self === top,
        on: stretch.page() !== undefined,
        counts: stretch.page()?.counts() ?? {},
        slow: stretch.page()?.isSlow() ?? false,
      }),
      total: () => stretch.page()?.total() ?? 0,
      wantsCount: () => stretch.settings().badge,
      sendCount: parts.send,
    },
    signal,
  );
  const onMessage = (message: unknown): void => {
    const jump = readJump(message, frame);
    if (jump) {
      here = stretch.page()?.jump(jump.entity, jump.steps) ?? here;
      status.tell();
      return;
    }
    const command = readCommand(message);
    // Each frame hears it; the one with the focus answers.
    if (!command || !document.hasFocus() || document.activeElement instanceof HTMLIFrameElement)
      return;
    const { name, id } = command;
    if (name === 'switch-site') wishes.switchSite(stretch.page() === undefined, id);
    else stretch.page()?.command(name);
  };

  stretch.start(status.tell);
  parts.onMessage(onMessage);
  parts.settings.onChange(stretch.apply);
  parts.onObserver(status.observe);
  stretch.apply(await parts.settings.read());
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
