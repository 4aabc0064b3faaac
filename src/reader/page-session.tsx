/**
 * A page session: reads a page while the extension is switched on there. Connects page, detection, highlights and popover. Ends
 * with its signal, and leaves nothing behind.
 */
import type { Knowledge } from '../dataset/index.ts';
import type { DetectorParts, Mention } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import { createPageReader, createPainter, markAt, notTooOften, type Mark } from '../page/index.ts';
import type { Appearance, Notices } from '../popover/index.ts';
import type { Settings } from '../settings/index.ts';
import { createEntityFinder } from './entity-finder.ts';
import { markedOf } from './marking.ts';
import { createPageCards, type SwitchOff } from './page-card.tsx';
import { createPagePopover } from './page-popover.tsx';
import { createEvent } from './event.ts';
import { createMentionWalk, type MentionWalk } from './mention-walk.ts';
import { createMentionOrder } from './mention-order.ts';

export interface PageSessionParts {
  /** All entities and languages; the settings choose among the entities. */
  detection: DetectorParts;
  /** Parsed for the first card. */
  knowledge: () => Knowledge;
  settings: () => Settings;
  /** Stylesheets and language of popover and card. */
  appearance: () => Appearance;
  say: Say;
  locale: () => string;
  /** Called after the mentions of the page changed. */
  onMentions: () => void;
  notices: Notices;
  /** The site, as `siteOf` returns it. */
  site: string;
  /** Switches an entity, a mention, the site or everything off. */
  switchOff: (what: SwitchOff) => void;
  tipShown: () => void;
}

export interface PageSession {
  /** How many mentions the page has of each entity, by its id. */
  counts(): Record<string, number>;
  /** How many mentions the page has. */
  total(): number;
  /** Reads the settings again. */
  refresh(): void;
  /** Whether the page changes so fast that it is read slowly. */
  isSlow(): boolean;
  jump: MentionWalk['jump'];
  command: MentionWalk['command'];
}

/**
 * Shortest time between two changes of the paint, in ms: after each change the browser goes over the whole page, which took
 * 45 ms on a page of 60,000 paragraphs.
 */
const REPAINT_MS = 300;

export function startPageSession(parts: PageSessionParts, signal: AbortSignal): PageSession {
  const { settings } = parts;
  const [changed, rooted] = [createEvent(), createEvent()];
  const painter = createPainter(signal);
  const entityFinder = createEntityFinder(parts);
  const page = createPageReader<Mention>(
    { finder: entityFinder.finder, onChange: changed.emit, onRooted: rooted.emit },
    signal,
  );
  const order = createMentionOrder<Mention>(() => page.marks.all());
  const { catalogue } = parts.detection;
  const cards = createPageCards({ ...parts, catalogue, all: () => page.marks.all() }, signal);
  const popover = createPagePopover(
    {
      settings,
      appearance: parts.appearance,
      targetAt: (x, y) => markAt(page.marks, { x, y }, page.shadowRoots()),
      cardOf: cards.cardOf,
      onActive(mark) {
        painter.paintActive(mark);
        cards.startAt(mark);
        if (mark) order.use(mark);
      },
    },
    signal,
  );
  const walk = createMentionWalk({ ...parts, painter, order, popover });
  const paint = (): void => {
    if (page.marks.size > 0) popover.expect();
    painter.paint(markedOf(page.marks.all(), settings().marking), settings().highlightStyle);
  };
  const onChange = (): void => {
    paint();
    parts.onMentions();
  };

  cards.start({ go: walk.go, popover: popover.now });
  changed.listen(notTooOften(onChange, REPAINT_MS, signal));
  rooted.listen(popover.renew);

  return {
    counts: () => countByEntity(page.marks.all()),
    total: () => page.marks.size,
    isSlow: () => page.isSlow(),
    jump: walk.jump,
    command: walk.command,
    refresh() {
      if (!entityFinder.refresh()) {
        paint();
        return;
      }
      popover.close();
      page.reread();
    },
  };
}

function countByEntity(marks: Iterable<Mark<Mention>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of marks) counts[label.entity] = (counts[label.entity] ?? 0) + 1;
  return counts;
}
