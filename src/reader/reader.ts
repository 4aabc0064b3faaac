/**
 * The reader in one page: follows the settings, switches the page session on and off, and answers the popup. Knows the browser only
 * through the functions that it gets.
 */
import type { Say } from '../locale/index.ts';
import {
  readCommand,
  readJump,
  type ChangeRequest,
  type CommandMessage,
  type CountMessage,
  type PageState,
  type ContextsQuestion,
  type Question,
  type UndoMessage,
  type Wanted,
} from '../messages/index.ts';
import { createCardLoader } from './card-script.ts';
import { createChangeRequests } from './change-requests.ts';
import type { DetectionsParts } from './detections.ts';
import { createLaterNotices } from './later-notices.ts';
import { addressOfTab } from './lifecycle.ts';
import { createPageStatus, type PageObserver } from './page-status.ts';
import { createSessionSwitch } from './session-switch.ts';
import { followSettings } from './settings-now.ts';
import type { ReadSettings } from './settings-source.ts';

export interface ReaderParts extends DetectionsParts {
  say: Say;
  /** Called for the first card or notice, because the browser has to be asked. */
  locale: () => string;
  readSettings: ReadSettings;
  onObserver: (listener: (observer: PageObserver) => void) => void;
  /** Messages of the extension's own contexts. The listener returns whether it does what they say. */
  onMessage: (listener: (message: unknown) => boolean) => void;
  /** Sends to the background. @throws if there is no answer */
  send: (
    message: ChangeRequest | UndoMessage | CountMessage | Question | ContextsQuestion | Wanted,
  ) => Promise<unknown>;
}

/**
 * Starts; everything ends with the signal.
 * @returns call it when the gate has come; undefined where the extension does not run
 */
export function startReader(parts: ReaderParts, signal: AbortSignal): (() => void) | undefined {
  const address = addressOfTab();
  if (address === undefined) return undefined;
  const { site } = address;
  const loadCard = createCardLoader(parts.send);
  const notices = createLaterNotices({ ...parts, loadCard }, signal);
  const requests = createChangeRequests({ ...parts, notices, site });
  const session = createSessionSwitch(
    { ...parts, ...requests, loadCard, notices, address, site },
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
        on: session.isOn(),
        counts: session.page()?.counts() ?? {},
        slow: session.page()?.isSlow() ?? false,
      }),
      isOn: session.isOn,
      total: () => session.page()?.total() ?? 0,
      wantsCount: () => session.settings().badge,
      sendCount: parts.send,
    },
    signal,
  );

  session.start(status.notify);
  const settings = followSettings(parts.readSettings, session.apply, signal);
  const onCommand = ({ name, id }: CommandMessage): void => {
    if (name === 'switch-site') requests.switchSite(!session.isOn(), id);
    else session.command(name);
  };
  const onMessage = (message: unknown): boolean => {
    if (settings.onMessage(message)) return false;
    const jump = readJump(message, frame);
    if (jump) {
      currentMention = session.page()?.jump(jump.entity, jump.steps) ?? currentMention;
      status.notify();
      return true;
    }
    const command = readCommand(message);
    if (!command || !hasFocus()) return false;
    void settings.ready.then(() => {
      onCommand(command);
    });
    return true;
  };

  parts.onMessage(onMessage);
  void settings.ready.then(() => {
    parts.onObserver(status.observe);
  });
  return session.onGate;
}

/** Every frame gets a key command; the frame with the focus does it. */
const hasFocus = (): boolean =>
  document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);
