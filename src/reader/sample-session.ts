/**
 * A page session over a sample sentence of our own, whose mentions are known: nothing is read and nothing is judged. Pointer, keys
 * and card are those of every page. Knows no page of the extension, and leaves the paint to it.
 */
import type { Mention } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import { readCommand } from '../messages/index.ts';
import { createMarkStore, markAt } from '../page/index.ts';
import { createNotices, startPopover } from '../popover/index.ts';
import type { Settings } from '../settings/index.ts';
import { appearanceOf, type CardScript } from './card-script.ts';
import { createMentionOrder } from './mention-order.ts';
import { createMentionWalk } from './mention-walk.ts';
import { createPageCards } from './page-card.tsx';
import { createPagePopover } from './page-popover.ts';

/** A span of the sample that names an entity. */
export interface SampleMention {
  entity: string;
  range: StaticRange;
}

export interface SampleSessionParts extends Pick<CardScript, 'css' | 'cards'> {
  mentions: readonly SampleMention[];
  settings: () => Settings;
  say: Say;
  locale: string;
  /** Called when another mention, or none, is in use. */
  paintActive: (range: StaticRange | undefined) => void;
}

export interface SampleSession {
  /** Opens the card of the mention that was used last, or of the first one, and moves the focus into it. */
  open(): void;
  /** Does what a key command says. @returns false for any other message */
  onMessage(message: unknown): boolean;
}

/** Listens until the signal aborts. */
export function startSampleSession(parts: SampleSessionParts, signal: AbortSignal): SampleSession {
  const marks = storeOf(parts.mentions);
  const locale = (): string => parts.locale;
  const script: CardScript = { ...parts, createPageCards, createNotices, startPopover };
  const order = createMentionOrder<Mention>(() => marks.all());
  const paintActive = (mark: { range: StaticRange } | undefined): void => {
    parts.paintActive(mark?.range);
  };
  const popover = createPagePopover(
    {
      ...{ ...parts, locale, switches: undefined, added: undefined, all: () => marks.all() },
      loadCard: () => Promise.resolve(script),
      targetAt: (x, y) => markAt(marks, { x, y }),
      // The tip explains switches, which a card has only in a page.
      ...{ settings: () => ({ ...parts.settings(), tip: false }), tipShown: () => undefined },
      onActive(mark) {
        paintActive(mark);
        if (mark) order.use(mark);
      },
      go(steps) {
        walk.go(steps);
      },
    },
    signal,
  );
  const notices = createNotices(() => appearanceOf(parts, parts.locale), signal);
  const walk = createMentionWalk({
    ...{ order, popover, notices, say: parts.say },
    painter: { paintActive },
  });
  popover.expect();
  return {
    open() {
      walk.command('open-mention');
    },
    onMessage(message) {
      const command = readCommand(message);
      if (!command || command.name === 'switch-site') return false;
      walk.command(command.name);
      return true;
    },
  };
}

function storeOf(mentions: readonly SampleMention[]) {
  const marks = createMarkStore<Mention>();
  for (const { entity, range } of mentions) {
    const { startContainer, startOffset: start, endOffset: end } = range;
    if (!(startContainer instanceof Text)) continue;
    const surface = startContainer.data.slice(start, end);
    const label: Mention = { entity, start, end, surface, rule: 'full-name', confidence: 1 };
    const ends = { startContainer, startOffset: start, endContainer: startContainer };
    marks.add({ ...ends, endOffset: end, nodes: [startContainer] }, label);
  }
  return marks;
}
