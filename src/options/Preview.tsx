/**
 * Shows what settings change: a few lines of sample text with real highlights, or the real card of one entity. The only place that
 * draws a card here.
 */
import type { EntityContext, EntityProfile } from '../dataset/index.ts';
import { EntityCard } from '../card/index.ts';
import { sayList, type Say, type Wording } from '../locale/index.ts';
import { isEntityOn, isPaused, type Marking, type Settings } from '../settings/index.ts';
import { usePaint } from './painted.ts';

interface PreviewProps extends Wording {
  settings: Settings;
  today: Date;
}

export interface SamplePreviewProps extends PreviewProps {
  /** All entities, the main ones first. */
  entities: readonly EntityProfile[];
}

export function SamplePreview({ settings, entities, today, say }: SamplePreviewProps) {
  const named = entities.filter((entity) => entity.tier === 'main' || isEntityOn(settings, entity));
  const stopped = stoppedBy(settings, today);
  const highlighted = stopped ? [] : named.filter((entity) => isEntityOn(settings, entity));
  const ref = usePaint<HTMLDivElement>(
    highlighted.map(({ name }) => name),
    settings.highlightStyle,
    (found, element) => marked(found, settings.marking, element),
  );
  const [first, second, ...others] = named.map(({ name }) => name);
  if (first === undefined || second === undefined) return null;
  const list = sayList(say, [first, ...others], 'conjunction');
  return (
    <aside class="preview" aria-labelledby="preview-heading">
      <PreviewHeading say={say} />
      <div ref={ref} class="preview-page">
        <h3>{say('previewFirstTitle', first)}</h3>
        <p>{say('previewFirst', first, second)}</p>
        <h3>{say('previewSecondTitle', second)}</h3>
        <p>{say('previewSecond', list, second)}</p>
      </div>
      {stopped && <p class="note">{say(stopped)}</p>}
    </aside>
  );
}

export function CardPreview(props: PreviewProps & { context: EntityContext | undefined }) {
  const { settings, context, today, say, locale } = props;
  return (
    <aside class="preview" aria-labelledby="preview-heading">
      <PreviewHeading say={say} />
      {context && (
        <div
          class="preview-card"
          data-theme={settings.theme === 'auto' ? undefined : settings.theme}
        >
          <EntityCard {...{ context, today, say, locale }} isWhole={false} />
        </div>
      )}
    </aside>
  );
}

const PreviewHeading = ({ say }: { say: Say }) => (
  <h2 id="preview-heading">{say('previewHeading')}</h2>
);

/** Why nothing is highlighted anywhere; undefined if something is. */
function stoppedBy(settings: Settings, today: Date): 'previewOff' | 'previewPaused' | undefined {
  if (!settings.on) return 'previewOff';
  return isPaused(settings, today.getTime()) ? 'previewPaused' : undefined;
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
