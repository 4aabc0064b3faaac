/**
 * Takes the reader from mention to mention, by key, by the buttons of a card or from the popup's list. Scrolls each mention into
 * view, paints and announces it, and shows its card if a card is open. Knows mentions; the page only through their order.
 */
import type { Mention } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import type { CommandName } from '../messages/index.ts';
import type { Painter } from '../page/index.ts';
import type { Notices } from '../popover/index.ts';
import type { PagePopover } from './page-popover.ts';
import type { MentionOrder } from './mention-order.ts';

export interface MentionWalk {
  /** Moves by a number of mentions. */
  go: (steps: number) => void;
  /** Shows the next or previous mention of one entity. @returns its position among them */
  jump: (
    entity: string,
    steps: number,
  ) => { surface: string; position: number; total: number } | undefined;
  /** Runs a key command. */
  command: (name: Exclude<CommandName, 'switch-site'>) => void;
}

export interface MentionWalkParts {
  order: MentionOrder<Mention>;
  painter: Pick<Painter, 'paintActive'>;
  popover: Pick<PagePopover, 'isOpen' | 'open'>;
  notices: Pick<Notices, 'announce'>;
  say: Say;
}

export function createMentionWalk({
  order,
  painter,
  popover,
  notices,
  say,
}: MentionWalkParts): MentionWalk {
  const sayNone = (): void => {
    notices.announce(say('noMentionHere'));
  };
  const go = (steps: number): void => {
    const visit = order.go(steps);
    if (!visit) {
      sayNone();
      return;
    }
    const { mark, position, total } = visit;
    painter.paintActive(mark);
    notices.announce(say('mentionSpoken', mark.label.surface, position, total));
    if (popover.isOpen()) popover.open(mark, false);
  };
  return {
    go,
    jump(entity, steps) {
      const visit = order.go(steps, (label) => label.entity === entity);
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
      const mark = order.current();
      if (mark) popover.open(mark, true);
      else sayNone();
    },
  };
}
