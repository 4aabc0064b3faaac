/** Notices before their script is in the page: each waits until it has come. */
import type { Notices } from '../popover/index.ts';
import { appearanceOf, type LoadCard } from './card-script.ts';

export interface LaterNoticesParts {
  loadCard: LoadCard;
  /** BCP 47 tag of our words. */
  locale: () => string;
}

export function createLaterNotices(
  { loadCard, locale }: LaterNoticesParts,
  signal: AbortSignal,
): Notices {
  /** Made for the first notice. Owned by `show`. */
  let notices: Promise<Notices> | undefined;
  const show = (use: (notices: Notices) => void): void => {
    notices ??= loadCard().then((script) =>
      script.createNotices(() => appearanceOf(script, locale()), signal),
    );
    notices.then(use, () => {
      // Without the background, nothing was changed either. The next notice tries again.
      notices = undefined;
    });
  };
  return {
    announce(text) {
      show((now) => {
        now.announce(text);
      });
    },
    offer(...offer) {
      show((now) => {
        now.offer(...offer);
      });
    },
  };
}
