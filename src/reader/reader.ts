/**
 * The content script in one page: follows the settings, switches the page session on and off, and answers the popup. Knows the
 * browser only through the functions that it gets.
 */
import { readKnowledge, type Knowledge } from '../dataset/index.ts';
import { readDetectorParts, type DetectorParts } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import {
  readCommand,
  readJump,
  type CountMessage,
  type ChangeRequest,
  type PageState,
  type UndoMessage,
} from '../messages/index.ts';
import { createNotices } from '../popover/index.ts';
import { addressOfTab } from './lifecycle.ts';
import { createPageStatus, type PageObserver } from './page-status.ts';
import type { SettingsSource } from './settings-source.ts';
import { createSessionSwitch } from './session-switch.ts';
import { createChangeRequests } from './change-requests.ts';

export interface ReaderParts {
  /** The compiled dataset, each part a JSON string, and read when it is first wanted. */
  dataset: { scanner: string; rules: string; cards: string };
  css: string;
  say: Say;
  /** Called for the first card or notice, because the browser has to be asked. */
  locale: () => string;
  settings: SettingsSource;
  onObserver: (listener: (observer: PageObserver) => void) => void;
  /** Messages of the extension's own contexts. */
  onMessage: (listener: (message: unknown) => void) => void;
  /** Sends to the background. @throws if there is no answer */
  send: (message: ChangeRequest | UndoMessage | CountMessage) => Promise<unknown>;
}

/** Starts; everything ends with the signal. */
export async function startReader(parts: ReaderParts, signal: AbortSignal): Promise<void> {
  const address = addressOfTab();
  if (address === undefined) return;
  const { site } = address;
  const { detection, knowledge } = lazily(parts.dataset);
  const appearance = () => ({ css: parts.css, lang: parts.locale() });
  const notices = createNotices(appearance, signal);
  const requests = createChangeRequests({ ...parts, notices, site });
  const { switchOff, tipShown } = requests;
  const session = createSessionSwitch(
    { ...parts, detection, knowledge, appearance, notices, address, site, switchOff, tipShown },
    signal,
  );
  // The popup's name for this document; not a secret.
  const frame = String(Math.random());
  /** The mention that the popup jumped to last; owned by `onMessage`. */
  let currentMention: PageState['currentMention'];
  const status = createPageStatus(
    {
      stateNow: () => ({
        ...{ site, frame, currentMention },
        top: self === top,
        on: session.page() !== undefined,
        counts: session.page()?.counts() ?? {},
        slow: session.page()?.isSlow() ?? false,
      }),
      isOn: () => session.page() !== undefined,
      total: () => session.page()?.total() ?? 0,
      wantsCount: () => session.settings().badge,
      sendCount: parts.send,
    },
    signal,
  );
  const onMessage = (message: unknown): void => {
    const jump = readJump(message, frame);
    if (jump) {
      currentMention = session.page()?.jump(jump.entity, jump.steps) ?? currentMention;
      status.notify();
      return;
    }
    const command = readCommand(message);
    // Every frame gets the command; the frame with the focus does it.
    if (!command || !document.hasFocus() || document.activeElement instanceof HTMLIFrameElement)
      return;
    const { name, id } = command;
    if (name === 'switch-site') requests.switchSite(session.page() === undefined, id);
    else session.page()?.command(name);
  };

  session.start(status.notify);
  parts.onMessage(onMessage);
  parts.settings.onChange(session.apply);
  parts.onObserver(status.observe);
  session.apply(await parts.settings.read());
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
