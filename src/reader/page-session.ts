/**
 * A page session: reads a page while the extension is switched on there. Connects page, detection, highlights and popover. Ends
 * with its signal, and leaves nothing behind.
 */
import type { Mention } from '../detect/index.ts';
import type { Gate } from '../gate/index.ts';
import { membersOf } from '../library/index.ts';
import type { Say } from '../locale/index.ts';
import type { ContextsQuestion } from '../messages/index.ts';
import { createPageReader, createPainter, markAt, notTooOften, type Mark } from '../page/index.ts';
import type { Notices } from '../popover/index.ts';
import type { PolicyInPage, Settings } from '../settings/index.ts';
import { createAddedCards } from './added-cards.ts';
import { addedKeysOf } from './card-parts.ts';
import type { Detection } from './detection.ts';
import { createEntityFinder } from './entity-finder.ts';
import { markedOf } from './marking.ts';
import type { LoadCard } from './card-script.ts';
import type { CardSwitches, SwitchOff } from './page-card.tsx';
import { createPagePopover } from './page-popover.ts';
import { createEvent } from './event.ts';
import { createMentionWalk, type MentionWalk } from './mention-walk.ts';
import { createMentionOrder } from './mention-order.ts';

export interface PageSessionParts {
  /** Of all entities; the settings choose among them. */
  detection: Detection;
  /** Has the walk over the page. */
  gate: Gate;
  settings: () => Settings;
  policy: () => PolicyInPage;
  loadCard: LoadCard;
  /** Sends to the background. @throws if there is no answer */
  send: (message: ContextsQuestion) => Promise<unknown>;
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
  const { settings, gate } = parts;
  const [changed, rooted, arrived] = [createEvent(), createEvent(), createEvent()];
  const painter = createPainter(signal);
  const entityFinder = createEntityFinder(parts);
  const page = createPageReader<Mention>(
    {
      ...{ walk: gate.open(), finder: entityFinder.finder },
      ...{ onChange: changed.emit, onRooted: rooted.emit },
    },
    signal,
  );
  const added = addedOf(parts, arrived.emit);
  const order = createMentionOrder<Mention>(() => page.marks.all());
  const popover = createPagePopover(
    {
      ...{ ...parts, added, switches: switchesOf(parts), all: () => page.marks.all() },
      targetAt: (x, y) => added.pointAt(markAt(page.marks, { x, y }, page.shadowRoots())),
      onActive(mark) {
        painter.paintActive(mark);
        if (mark) order.use(mark);
      },
      go: (steps) => {
        walk.go(steps);
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

  changed.listen(notTooOften(onChange, REPAINT_MS, signal));
  rooted.listen(popover.renew);
  arrived.listen(popover.redraw);
  page.start();
  // The gate did not look for the cast.
  if (settings().castOn.length > 0 && !gate.hasCast) page.reread();

  return {
    counts: () => countByEntity(page.marks.all()),
    total: () => page.marks.size,
    isSlow: () => page.isSlow(),
    ...{ jump: walk.jump, command: walk.command },
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

const switchesOf = ({ detection, ...parts }: PageSessionParts): CardSwitches => ({
  ...{ ...parts, entities: detection.entities },
});

/** What added datasets say for the cards. @param onChange called when more of it has come */
function addedOf({ detection: { alike }, send }: PageSessionParts, onChange: () => void) {
  const cards = createAddedCards({ send, onChange });
  /** Owned by `pointAt`. */
  let last: Mark<Mention> | undefined;
  return {
    ...{ cards, alike },
    /** Asks for what a card will need as soon as the pointer comes onto its mention: it then has the dwell to arrive. */
    pointAt(mark: Mark<Mention> | undefined): Mark<Mention> | undefined {
      if (mark && mark !== last) cards.want(addedKeysOf(membersOf(mark.label, alike)), true);
      last = mark;
      return mark;
    },
  };
}

function countByEntity(marks: Iterable<Mark<Mention>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of marks) counts[label.entity] = (counts[label.entity] ?? 0) + 1;
  return counts;
}
