/**
 * One stretch of reading a page with the product switched on: page, detection, highlights and popover put
 * together. Ends, and leaves nothing behind, with its signal.
 */
import type { Knowledge } from '../dataset/index.ts';
import { createDetector, type Mention, type PreparedDetection } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import type { CommandName } from '../messages/index.ts';
import {
  createPageReader,
  createPainter,
  linesOf,
  markAt,
  notTooOften,
  textStyleAt,
  type Mark,
} from '../page/index.ts';
import { startPopover, type Notices } from '../popover/index.ts';
import { isEntityOn, isLeftOut, type Settings } from '../settings/index.ts';
import { markedOf } from './marking.ts';
import { createPageCards, type SwitchOff } from './page-card.tsx';
import { createMentionWalk, type Visit } from './walk.ts';

export interface PageSessionParts {
  /** All entities and languages; which entities are looked for is a setting. */
  detection: PreparedDetection;
  /** Parsed when a card is first wanted. */
  knowledge: () => Knowledge;
  settings: () => Settings;
  /** Text of the stylesheets of popover and card. */
  css: string;
  say: Say;
  locale: string;
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

type MentionMark = Mark<Mention>;

export function startPageSession(parts: PageSessionParts, signal: AbortSignal): PageSession {
  const { settings, say, locale, site } = parts;
  const painter = createPainter(signal);
  const wanted = () => parts.detection.entities.filter((entity) => isEntityOn(settings(), entity));
  const idsOf = (entities: PreparedDetection['entities']) => entities.map(({ id }) => id).join();
  /** What of the settings decides which mentions there are. */
  const choiceOf = () => idsOf(wanted()) + JSON.stringify(settings().notThis);
  let lookedFor = choiceOf();
  const { linguistics } = parts.detection;
  let detector = createDetector({ entities: wanted(), linguistics });

  const startPage = () => {
    const pageDetector = detector.startPage({ lang: document.documentElement.lang });
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
    painter.paint(
      markedOf(page.marks.all(), settings().marking).map(({ range }) => range),
      settings().highlightStyle,
    );
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
      // The listeners on window and document went with the old root.
      onRooted() {
        popoverLife.abort();
        popover = openPopover();
      },
    },
    signal,
  );

  const walk = createMentionWalk<Mention>(() => page.marks.all());
  const visited = ({ mark, position, total }: Visit<Mention>): void => {
    painter.paintActive(mark.range);
    parts.notices.announce(say('mentionSpoken', mark.label.surface, position, total));
    if (popover.isOpen()) popover.open(mark, false);
  };
  const go = (steps: number): void => {
    const visit = walk.go(steps);
    if (visit) visited(visit);
    else parts.notices.announce(say('noMentionHere'));
  };
  const cards = createPageCards({
    ...parts,
    all: () => page.marks.all(),
    go,
    popover: () => popover,
  });
  const openPopover = () => {
    popoverLife = new AbortController();
    return startPopover<MentionMark>(
      {
        targetAt: (x, y) => markAt(page.marks, { x, y }, page.shadowRoots()),
        linesOf,
        textStyleOf({ startContainer }) {
          const style = textStyleAt(startContainer);
          const { theme } = settings();
          return theme === 'auto' ? style : { ...style, dark: theme === 'dark' };
        },
        textSize: () => settings().textSize,
        cardOf: (mark, headingId) => cards.cardOf(mark, headingId),
        onActive(mark) {
          painter.paintActive(mark?.range);
          cards.startAt(mark);
          if (mark) walk.use(mark);
        },
        dwellMs: () => settings().dwellMs,
        leaveMs: () => settings().leaveMs,
        mayOpen(event) {
          const { openKey } = settings();
          return openKey === 'none' || event[`${openKey}Key`];
        },
      },
      { css: parts.css, lang: locale },
      AbortSignal.any([signal, popoverLife.signal]),
    );
  };
  let popoverLife = new AbortController();
  let popover = openPopover();

  return {
    counts() {
      const counts: Record<string, number> = {};
      for (const { label } of page.marks.all()) {
        counts[label.entity] = (counts[label.entity] ?? 0) + 1;
      }
      return counts;
    },
    isSlow: () => page.isSlow(),
    jump(entity, steps) {
      const visit = walk.go(steps, (label) => label.entity === entity);
      if (!visit) return undefined;
      const { mark, position, total } = visit;
      painter.paintActive(mark.range);
      return { surface: mark.label.surface, position, total };
    },
    command(name) {
      if (name !== 'open-mention') {
        go(name === 'next-mention' ? 1 : -1);
        return;
      }
      const mark = walk.here();
      if (mark) popover.open(mark, true);
      else parts.notices.announce(say('noMentionHere'));
    },
    refresh() {
      const entities = wanted();
      if (choiceOf() === lookedFor) {
        paint();
        return;
      }
      lookedFor = choiceOf();
      detector = createDetector({ entities, linguistics });
      popover.close();
      page.reread();
    },
  };
}
