/**
 * One stretch of reading a page with the product switched on: page, detection, highlights and popover put
 * together. Ends, and leaves nothing behind, with its signal.
 */
import type { Knowledge } from '../dataset/index.ts';
import {
  createDetector,
  type Catalogued,
  type DetectorParts,
  type Mention,
} from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import type { CommandName } from '../messages/index.ts';
import {
  createPageReader,
  createPainter,
  markAt,
  notTooOften,
  pageLanguage,
} from '../page/index.ts';
import type { Look, Notices } from '../popover/index.ts';
import { isEntityOn, isLeftOut, type Settings } from '../settings/index.ts';
import { markedOf } from './marking.ts';
import { createPageCards, type SwitchOff } from './page-card.tsx';
import { createPagePopover } from './page-popover.tsx';
import { createMentionWalk, type Visit } from './walk.ts';

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
  /** Shows the next or previous mention of one entity. @returns where it is among them */
  jump(
    entity: string,
    steps: number,
  ): { surface: string; position: number; total: number } | undefined;
  /** Does what a key asks for. */
  command(name: Exclude<CommandName, 'switch-site'>): void;
}

/**
 * Least time between two changes of the paint, in ms: each makes the browser look over the whole page, which
 * took 45 ms on a page of 60,000 paragraphs.
 */
const REPAINT_MS = 300;

export function startPageSession(parts: PageSessionParts, signal: AbortSignal): PageSession {
  const { settings, say, site, detection } = parts;
  const painter = createPainter(signal);
  const isWanted = (entity: Catalogued): boolean => isEntityOn(settings(), entity);
  /** What of the settings decides which mentions there are. */
  const choiceOf = () => JSON.stringify([detection.catalogue.map(isWanted), settings().notThis]);
  let lookedFor = choiceOf();
  let detector = createDetector(detection, isWanted);

  const startPage = () => {
    const pageDetector = detector.startPage({ lang: pageLanguage() });
    return {
      find: (text: string) =>
        pageDetector
          .detect(text)
          .filter(({ entity, surface }) => !isLeftOut(settings(), { site, entity, surface }))
          .map((mention) => ({ start: mention.start, end: mention.end, label: mention })),
      revision: () => pageDetector.revision(),
      restart() {
        pageDetector.restart();
      },
    };
  };
  const paint = (): void => {
    if (page.marks.size > 0) popover.expect();
    painter.paint(markedOf(page.marks.all(), settings().marking), settings().highlightStyle);
  };
  const page = createPageReader<Mention>(
    {
      finder: { createScanner: () => detector.createScanner(), startPage },
      onChange: notTooOften(
        () => {
          paint();
          parts.onMentions();
        },
        REPAINT_MS,
        signal,
      ),
      onRooted() {
        popover.renew();
      },
    },
    signal,
  );

  const walk = createMentionWalk<Mention>(() => page.marks.all());
  const visited = ({ mark, position, total }: Visit<Mention>): void => {
    painter.paintActive(mark);
    parts.notices.announce(say('mentionSpoken', mark.label.surface, position, total));
    if (popover.isOpen()) popover.now().open(mark, false);
  };
  const go = (steps: number): void => {
    const visit = walk.go(steps);
    if (visit) visited(visit);
    else parts.notices.announce(say('noMentionHere'));
  };
  const cards = createPageCards({
    ...parts,
    catalogue: detection.catalogue,
    all: () => page.marks.all(),
    go,
    popover: () => popover.now(),
  });
  const popover = createPagePopover(
    {
      settings,
      look: parts.look,
      targetAt: (x, y) => markAt(page.marks, { x, y }, page.shadowRoots()),
      cardOf: (mark, headingId) => cards.cardOf(mark, headingId),
      onActive(mark) {
        painter.paintActive(mark);
        cards.startAt(mark);
        if (mark) walk.use(mark);
      },
    },
    signal,
  );

  return {
    counts() {
      const counts: Record<string, number> = {};
      for (const { label } of page.marks.all()) {
        counts[label.entity] = (counts[label.entity] ?? 0) + 1;
      }
      return counts;
    },
    total: () => page.marks.size,
    isSlow: () => page.isSlow(),
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
      else parts.notices.announce(say('noMentionHere'));
    },
    refresh() {
      if (choiceOf() === lookedFor) {
        paint();
        return;
      }
      lookedFor = choiceOf();
      detector = createDetector(detection, isWanted);
      popover.close();
      page.reread();
    },
  };
}
