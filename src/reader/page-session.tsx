/**
 * One stretch of reading a page with the product switched on: page, detection, highlights and popover put
 * together. Ends, and leaves nothing behind, with its signal.
 */
import { EntityCard } from '../card/index.ts';
import { contextOf, type Knowledge } from '../dataset/index.ts';
import type { Detector, Mention } from '../detect/index.ts';
import type { Say } from '../locale/index.ts';
import {
  createPainter,
  linesOf,
  markAt,
  createPageReader,
  textStyleAt,
  type Mark,
} from '../page/index.ts';
import { startPopover } from '../popover/index.ts';
import type { Settings } from '../settings/settings.ts';

export interface PageSessionParts {
  detector: Detector;
  /** Parsed when a card is first wanted. */
  knowledge: () => Knowledge;
  settings: () => Settings;
  /** Text of the stylesheets of popover and card. */
  css: string;
  say: Say;
  locale: string;
  /** Told after the mentions of the page changed. */
  onMentions: () => void;
}

export interface PageSession {
  /** How many mentions the page has of each entity, by its id. */
  counts(): Record<string, number>;
  /** Reads the settings anew. */
  refresh(): void;
}

type MentionMark = Mark<Mention>;

export function startPageSession(parts: PageSessionParts, signal: AbortSignal): PageSession {
  const { detector, settings, say, locale } = parts;
  const painter = createPainter(signal);
  let entitiesOff = settings().entitiesOff.join();

  const find = (text: string) =>
    detector
      .detect(text)
      .filter(({ entity }) => !settings().entitiesOff.includes(entity))
      .map((mention) => ({ start: mention.start, end: mention.end, label: mention }));
  const paint = (): void => {
    painter.paint(
      [...page.marks.all()].map(({ range }) => range),
      settings().highlightStyle,
    );
  };
  const page = createPageReader<Mention>(
    { createScanner: () => detector.createScanner(), find },
    () => {
      paint();
      parts.onMentions();
    },
    signal,
  );
  page.reread();

  const popover = startPopover<MentionMark>(
    {
      targetAt: (x, y) => markAt(page.marks, x, y)?.mark,
      linesOf,
      textStyleOf: ({ startContainer }) => textStyleAt(startContainer),
      cardOf({ label }, headingId) {
        const context = contextOf(parts.knowledge(), label.entity);
        const shared = { say, locale, headingId, today: new Date() };
        return context && <EntityCard context={context} {...shared} />;
      },
      onActive(mark) {
        painter.paintActive(mark?.range);
      },
      dwellMs: () => settings().dwellMs,
    },
    { css: parts.css, lang: locale },
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
    refresh() {
      const off = settings().entitiesOff.join();
      if (off === entitiesOff) {
        paint();
        return;
      }
      entitiesOff = off;
      popover.close();
      page.reread();
    },
  };
}
