/**
 * Shows how a page looks with these settings: a few lines of sample text with real highlights, and the real card of the first
 * name in them.
 */
import type { EntityContext, EntityProfile } from '../dataset/index.ts';
import { EntityCard } from '../card/index.ts';
import type { Wording } from '../locale/index.ts';
import { isEntityOn, type Marking, type Settings } from '../settings/index.ts';
import { usePaint } from './painted.ts';

export interface PreviewProps extends Wording {
  settings: Settings;
  /** The main entities. */
  entities: readonly EntityProfile[];
  /** The data for the card of the first entity. */
  context: EntityContext | undefined;
  today: Date;
}

export function Preview({ settings, entities, context, today, say, locale }: PreviewProps) {
  const [first, second, third] = entities;
  const on = entities.filter((entity) => settings.on && isEntityOn(settings, entity));
  const ref = usePaint<HTMLDivElement>(
    on.map(({ name }) => name),
    settings.highlightStyle,
    (found, element) => marked(found, settings.marking, element),
  );
  if (!first || !second || !third) return null;
  return (
    <aside class="preview" aria-labelledby="preview-heading">
      <h2 id="preview-heading">{say('previewHeading')}</h2>
      <div ref={ref} class="preview-page">
        <h3>{say('previewFirstTitle', first.name)}</h3>
        <p>{say('previewFirst', first.name, second.name)}</p>
        <h3>{say('previewSecondTitle', second.name)}</h3>
        <p>{say('previewSecond', first.name, third.name)}</p>
      </div>
      {context && (
        <div
          class="preview-card"
          data-theme={settings.theme === 'auto' ? undefined : settings.theme}
        >
          <EntityCard {...{ context, today, say, locale }} />
        </div>
      )}
    </aside>
  );
}

/** The names to highlight: all, or the first of each on the page or in each section. Every heading starts a section. */
function marked<Found extends { name: string; range: StaticRange }>(
  found: readonly Found[],
  marking: Marking,
  element: Element,
): Found[] {
  if (marking === 'all') return [...found];
  const headings = [...element.querySelectorAll('h3')];
  const sectionOf = (node: Node): number =>
    headings.findLastIndex((heading) => {
      const position = heading.compareDocumentPosition(node);
      return (
        (position & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) > 0
      );
    });
  const seen = new Set<string>();
  return found.filter(({ name, range }) => {
    const key = marking === 'first' ? name : `${name} ${sectionOf(range.startContainer)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
