/**
 * What a reader asks for in a page, sent to the background, which alone stores it; each with a word about it and
 * the way back. Knows the browser only by `send`.
 */
import type { Say } from '../locale/index.ts';
import type { Intent, UndoMessage } from '../messages/index.ts';
import type { Notices } from '../popover/index.ts';
import { placeOfTab } from './lifecycle.ts';
import type { SwitchOff } from './page-card.tsx';

/** What the reader asked for, but for what every intent has. */
type Wish = Intent extends infer Each
  ? Each extends Intent
    ? Omit<Each, 'kind' | 'id'>
    : never
  : never;

export interface Wishes {
  switchSite: (on: boolean) => void;
  switchOff: (off: SwitchOff) => void;
}

export interface WishParts {
  /** Hands what the reader asked for to the background. @throws where it was not stored */
  send: (message: Intent | UndoMessage) => Promise<unknown>;
  notices: Notices;
  say: Say;
  /** As `siteOf` names it. */
  site: string;
}

export function createWishes(parts: WishParts): Wishes {
  const { notices, say, site } = parts;
  const send = (message: Intent | UndoMessage): void => {
    parts.send(message).catch((error: unknown) => {
      notices.offer(say('saveFailed', String(error)), say('tryAgain'), () => {
        send(message);
      });
    });
  };
  const intentOf = (wish: Wish): Intent => ({ ...wish, kind: 'intent', id: String(Math.random()) });
  const offerUndo = (text: string, wish: Wish): void => {
    const intent = intentOf(wish);
    send(intent);
    notices.offer(text, say('undo'), () => {
      send({ kind: 'undo', id: intent.id, otherwise: intentOf({ ...wish, on: !wish.on }) });
    });
  };
  const switchSite = (on: boolean): void => {
    const text = say(on ? 'siteIsOn' : 'siteIsOff', site);
    offerUndo(text, { what: 'site', ...placeOfTab(), site, on });
  };
  return {
    switchSite,
    switchOff(off) {
      const wish = { on: false } as const;
      switch (off.what) {
        case 'site':
          switchSite(false);
          break;
        case 'all':
          offerUndo(say('allIsOff'), { ...wish, what: 'all' });
          break;
        case 'mention':
          offerUndo(say('mentionIsOff', off.surface, site), { ...wish, ...off, site });
          break;
        case 'entity': {
          const { what, entity, tier, name } = off;
          offerUndo(say('entityIsOff', name), { ...wish, what, entity, tier });
        }
      }
    },
  };
}
