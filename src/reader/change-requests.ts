/**
 * Sends the change requests of a page to the background, which alone stores them. Shows a notice about each, with an undo. Knows
 * the browser only through `send`.
 */
import type { MessageKey, Say } from '../locale/index.ts';
import { sayFailure, saySite } from '../locale/settings-words.ts';
import {
  refusalOf,
  type ChangeRequest,
  type Refusal,
  type UndoMessage,
} from '../messages/index.ts';
import type { Notices } from '../popover/index.ts';
import type { SwitchOff } from './page-card.tsx';

/** A change request without the parts that every request has. */
type ReaderChange = ChangeRequest extends infer Each
  ? Each extends ChangeRequest
    ? Omit<Each, 'kind' | 'id'>
    : never
  : never;

export interface ChangeRequests {
  /** @param press id of the key press for it, which is needed to switch on */
  switchSite: (on: boolean, press?: string) => void;
  switchOff: (off: SwitchOff) => void;
  /** The tip was shown; it is not needed again. */
  tipShown: () => void;
}

export interface ChangeRequestParts {
  /** Sends to the background. @returns its answer @throws if there is none */
  send: (message: ChangeRequest | UndoMessage) => Promise<unknown>;
  notices: Notices;
  say: Say;
  /** The site, as `siteOf` returns it. */
  site: string;
}

/** What the notice says about a refusal. The other refusals do not happen here; for them it points to the options. */
const REFUSED: Partial<Record<Refusal, MessageKey>> = {
  often: 'changesTooFast',
  undo: 'undoGone',
};

/** What went wrong, for a notice. */
interface RequestFailure {
  text: string;
  /** Whether it would go wrong again. */
  isFinal: boolean;
}

/** Sends a request. @returns undefined once it is done */
async function failureOf(
  parts: Pick<ChangeRequestParts, 'send' | 'say'>,
  message: ChangeRequest | UndoMessage,
): Promise<RequestFailure | undefined> {
  const { say } = parts;
  try {
    const refusal = refusalOf(await parts.send(message));
    if (!refusal) return undefined;
    const { refused, failure } = refusal;
    const text =
      refused === 'storage' ? sayFailure(failure, say) : say(REFUSED[refused] ?? 'changeRefused');
    return { text, isFinal: failure.reason === 'policy' };
  } catch (error) {
    return { text: say('saveFailed', String(error)), isFinal: false };
  }
}

export function createChangeRequests(parts: ChangeRequestParts): ChangeRequests {
  const { notices, say } = parts;
  const site = saySite(parts.site, say);
  /** Sends a request, and offers to try again if that fails. @param onDone called once it is done */
  const send = async (message: ChangeRequest | UndoMessage, onDone?: () => void): Promise<void> => {
    const failure = await failureOf(parts, message);
    if (!failure) onDone?.();
    // Another try would end in the same way.
    else if (failure.isFinal) notices.offer(failure.text);
    else notices.offer(failure.text, say('tryAgain'), () => void send(message, onDone));
  };
  const offerUndo = (text: string, change: ReaderChange, id = String(Math.random())): void => {
    // Not before it is stored: it may be refused, and nothing could be undone.
    void send({ ...change, kind: 'change-request', id }, () => {
      notices.offer(text, say('undo'), () => void send({ kind: 'undo', id }));
    });
  };
  const switchSite = (on: boolean, press?: string): void => {
    offerUndo(say(on ? 'siteIsOn' : 'siteIsOff', site), { what: 'site', on }, press);
  };
  return {
    switchSite,
    tipShown() {
      const request = { kind: 'change-request', id: String(Math.random()), what: 'tip' } as const;
      // Not worth a notice: at worst the tip is shown again.
      parts.send(request).catch(() => undefined);
    },
    switchOff(off) {
      const { what } = off;
      switch (what) {
        case 'site':
          switchSite(false);
          break;
        case 'all':
          offerUndo(say('allIsOff'), { what });
          break;
        case 'mention': {
          const { entity, surface } = off;
          offerUndo(say('mentionIsOff', surface, site), { what, entity, surface });
          break;
        }
        case 'entity':
          offerUndo(say('entityIsOff', off.name), { what, entity: off.entity });
      }
    },
  };
}
