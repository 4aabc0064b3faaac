/**
 * One stretch of reading a page with the product switched on: page, detection, highlights and popover put
 * together. Ends, and leaves nothing behind, with its signal.
 */
import type { Knowledge } from '../dataset/index.ts';
import type { DetectorParts, Mention } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import { createPageReader, createPainter, markAt, notTooOften, type Mark } from '../page/index.ts';
import type { Look, Notices } from '../popover/index.ts';
import type { Settings } from '../settings/index.ts';
import { createInterest } from './interest.ts';
import { markedOf } from './marking.ts';
import { createPageCards, type SwitchOff } from './page-card.tsx';
import { createPagePopover } from './page-popover.tsx';
import { createTold } from './told.ts';
import { createTour, type Tour } from './tour.ts';
import { createMentionWalk } from './walk.ts';

export interface PageSessionParts {
  /** All entities and languages; which entities are looked for is a setting. */
  detection: DetectorParts;
  /** Parsed when a card is first wanted. */
  knowledge: () => Knowledge;
  settings: () => Settings;
  /** Stylesheets and language of popover and card. */
  look: () => Look;
  say: Say;
  locale: () => string;
  /** Told after the mentions of the page changed. */
  onMentions: () => void;
  notices: Notices;
  /** As `siteOf` names it. */
  site: string;
  /** The reader wants an entity, or this site, off. */
  switchOff: (what: SwitchOff) => void;
}

export interface PageSession {
  /** How many mentions the page has of each entity, by its id. */
  counts(): Record<string, number>;
  /** How many it has of all. */
  total(): number;
  /** Reads the settings anew. */
  refresh(): void;
  /** Whether the page changes so fast that it is read slowly. */
  isSlow(): boolean;
  jump: Tour['jump'];
  command: Tour['command'];
}

/**
 * Least time between two changes of the paint, in ms: each makes the browser look over the whole page, which
 * took 45 ms on a page of 60,000 paragraphs.
 */
const REPAINT_MS = 300;

export function startPageSession(parts: PageSessionParts, signal: AbortSignal): PageSession {
  const { settings } = parts;
  const [changed, rooted] = [createTold(), createTold()];
  const painter = createPainter(signal);
  const interest = createInterest(parts);
  const page = createPageReader<Mention>(
    { finder: interest.finder, onChange: changed.tell, onRooted: rooted.tell },
    signal,
  );
  const walk = createMentionWalk<Mention>(() => page.marks.all());
  const cards = createPageCards({
    ...parts,
    catalogue: parts.detection.catalogue,
    all: () => page.marks.all(),
  });
  const popover = createPagePopover(
    {
      settings,
      look: parts.look,
      targetAt: (x, y) => markAt(page.marks, { x, y }, page.shadowRoots()),
      cardOf: cards.cardOf,
      onActive(mark) {
        painter.paintActive(mark);
        cards.startAt(mark);
        if (mark) walk.use(mark);
      },
    },
    signal,
  );
  const tour = createTour({ ...parts, painter, walk, popover });
  const paint = (): void => {
    if (page.marks.size > 0) popover.expect();
    painter.paint(markedOf(page.marks.all(), settings().marking), settings().highlightStyle);
  };
  const onChange = (): void => {
    paint();
    parts.onMentions();
  };

  cards.start({ go: tour.go, popover: popover.now });
  changed.listen(notTooOften(onChange, REPAINT_MS, signal));
  rooted.listen(popover.renew);

  return {
    counts: () => countByEntity(page.marks.all()),
    total: () => page.marks.size,
    isSlow: () => page.isSlow(),
    jump: tour.jump,
    command: tour.command,
    refresh() {
      if (!interest.refresh()) {
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
