/**
 * What a reader asks for in a page, sent to the background, which alone stores it; each with a word about it and
 * the way back. Knows the browser only by `send`.
 */
import type { MessageKey, Say } from '../locale/index.ts';
import { sayFailure } from '../locale/settings-words.ts';
import { refusalOf, type Intent, type Refusal, type UndoMessage } from '../messages/index.ts';
import type { Notices } from '../popover/index.ts';
import type { SwitchOff } from './page-card.tsx';

/** What the reader asked for, but for what every intent has. */
type Wish = Intent extends infer Each
  ? Each extends Intent
    ? Omit<Each, 'kind' | 'id'>
    : never
  : never;

export interface Wishes {
  /** @param press id of the key press that asks for it; needed to switch on */
  switchSite: (on: boolean, press?: string) => void;
  switchOff: (off: SwitchOff) => void;
}

export interface WishParts {
  /** Hands what the reader asked for to the background. @returns its answer @throws where there is none */
  send: (message: Intent | UndoMessage) => Promise<unknown>;
  notices: Notices;
  say: Say;
  /** As `siteOf` names it. */
  site: string;
}

/** What the reader is told of a refusal; of those that no page of ours meets, that the options can do it. */
const REFUSED: Partial<Record<Refusal, MessageKey>> = {
  often: 'changesTooFast',
  undo: 'undoGone',
};

export function createWishes(parts: WishParts): Wishes {
  const { notices, say, site } = parts;
  /** Sends until it is stored or the reader gives up. @returns when it was answered */
  const send = async (message: Intent | UndoMessage): Promise<void> => {
    let failure: string;
    try {
      const refusal = refusalOf(await parts.send(message));
      if (!refusal) return;
      const { refused, failure: why } = refusal;
      failure =
        refused === 'storage' ? sayFailure(why, say) : say(REFUSED[refused] ?? 'changeRefused');
    } catch (error) {
      failure = say('saveFailed', String(error));
    }
    notices.offer(failure, say('tryAgain'), () => void send(message));
  };
  const offerUndo = (text: string, wish: Wish, id = String(Math.random())): void => {
    const sent = send({ ...wish, kind: 'intent', id });
    notices.offer(text, say('undo'), () => {
      // The background can take back only what it has stored.
      void sent.then(() => send({ kind: 'undo', id }));
    });
  };
  const switchSite = (on: boolean, press?: string): void => {
    offerUndo(say(on ? 'siteIsOn' : 'siteIsOff', site), { what: 'site', on }, press);
  };
  return {
    switchSite,
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
