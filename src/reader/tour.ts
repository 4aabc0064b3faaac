/**
 * The reader's way from mention to mention, by key, by the buttons of a card or from the toolbar's list: each is brought into
 * view, marked, said, and where a card is open shown. Knows mentions; the page only by the walk.
 */
import type { Mention } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import type { CommandName } from '../messages/index.ts';
import type { Painter } from '../page/index.ts';
import type { Notices } from '../popover/index.ts';
import type { PagePopover } from './page-popover.tsx';
import type { MentionWalk } from './walk.ts';

export interface Tour {
  /** Goes on by a number of mentions. */
  go: (steps: number) => void;
  /** Shows the next or previous mention of one entity. @returns where it is among them */
  jump: (
    entity: string,
    steps: number,
  ) => { surface: string; position: number; total: number } | undefined;
  /** Does what a key asks for. */
  command: (name: Exclude<CommandName, 'switch-site'>) => void;
}

export interface TourParts {
  walk: MentionWalk<Mention>;
  painter: Pick<Painter, 'paintActive'>;
  popover: Pick<PagePopover, 'isOpen' | 'now'>;
  notices: Pick<Notices, 'announce'>;
  say: Say;
}

export function createTour({ walk, painter, popover, notices, say }: TourParts): Tour {
  const sayNone = (): void => {
    notices.announce(say('noMentionHere'));
  };
  const go = (steps: number): void => {
    const visit = walk.go(steps);
    if (!visit) {
      sayNone();
      return;
    }
    const { mark, position, total } = visit;
    painter.paintActive(mark);
    notices.announce(say('mentionSpoken', mark.label.surface, position, total));
    if (popover.isOpen()) popover.now().open(mark, false);
  };
  return {
    go,
    jump(entity, steps) {
      const visit = walk.go(steps, (label) => label.entity === entity);
      if (!visit) return undefined;
      const { mark, position, total } = visit;
      painter.paintActive(mark);
      return { surface: mark.label.surface, position, total };
    },
    command(name) {
      if (name !== 'open-mention') {
        go(name === 'next-mention' ? 1 : -1);
        return;
      }
      const mark = walk.here();
      if (mark) popover.now().open(mark, true);
      else sayNone();
    },
  };
}
