/**
 * The card at a mention of a page: which entity it shows (the mention's, or one that the reader went on to),
 * what of it comes first here, and what its buttons do.
 */
import { cueWords, EntityCard, MentionBar } from '../card/index.ts';
import { comparePageDate, contextOf, pageDateOf, type Knowledge } from '../dataset/index.ts';
import type { Catalogued, Mention } from '../detect/index.ts';
import { sayLength, type MessageKey, type Say } from '../locale/index.ts';
import { inOrder, pageDateTexts, type Mark, textAround } from '../page/index.ts';
import type { Popover } from '../popover/index.ts';
import { visitOf } from './walk.ts';

type MentionMark = Mark<Mention>;

/** What a reader can want off at a card. */
export type SwitchOff =
  | { what: 'entity'; entity: string; name: string; tier: 'main' | 'cast' }
  | { what: 'mention'; entity: string; surface: string }
  | { what: 'site' }
  | { what: 'all' };

export interface PageCardParts {
  knowledge: () => Knowledge;
  catalogue: readonly Catalogued[];
  say: Say;
  locale: () => string;
  site: string;
  all: () => Iterable<MentionMark>;
  /** Goes on by a number of mentions. */
  go: (steps: number) => void;
  popover: () => Popover<MentionMark>;
  switchOff: (what: SwitchOff) => void;
}

/** How much text around a mention says what the page is about, in UTF-16 code units. */
const TEXT_AROUND = 800;
/** How many mentions on either side do. */
const MENTIONS_AROUND = 6;

/** How the card says why a mention was accepted. */
const REASONS: Record<Mention['rule'], MessageKey> = {
  'full-name': 'ruleFullName',
  'titled-name': 'ruleTitledName',
  'remembered-name': 'ruleRememberedName',
  name: 'ruleName',
  'name-in-context': 'ruleNameInContext',
  concept: 'ruleConcept',
  'concept-over-sentences': 'ruleConceptOverSentences',
};

export function createPageCards(parts: PageCardParts) {
  const { say, go, popover, catalogue } = parts;
  /** Entities that the reader went on to, the last one shown. */
  let trail: string[] = [];
  let started: MentionMark | undefined;

  let standing: { address: string; text: string | undefined } | undefined;
  /** Read once for an address: a page has one date, and cards are drawn often. */
  const standingHere = (): string | undefined => {
    const address = location.href;
    // A page without a date so far may still be loading it.
    if (standing?.address !== address || standing.text === undefined) {
      standing = { address, text: standingOfPage(parts) };
    }
    return standing.text;
  };

  const barOf = (mark: MentionMark, entityName: string, marks: readonly MentionMark[]) => {
    const { position, total } = visitOf(mark, marks);
    const { entity, rule, surface } = mark.label;
    const tier = catalogue.find(({ id }) => id === entity)?.tier ?? 'main';
    return (
      <MentionBar
        {...{ say, position, total, surface, entityName, site: parts.site }}
        reason={REASONS[rule]}
        standing={standingHere()}
        pinned={popover().isPinned()}
        onBack={
          trail.length > 0
            ? () => {
                trail = trail.slice(0, -1);
                popover().redraw();
              }
            : undefined
        }
        onPrevious={() => {
          go(-1);
        }}
        onNext={() => {
          go(1);
        }}
        onPin={() => {
          popover().pin();
        }}
        onClose={() => {
          popover().dismiss();
        }}
        onMentionOff={() => {
          parts.switchOff({ what: 'mention', entity, surface });
        }}
        onEntityOff={() => {
          parts.switchOff({ what: 'entity', entity, name: entityName, tier });
        }}
        onSiteOff={() => {
          parts.switchOff({ what: 'site' });
        }}
        onAllOff={() => {
          parts.switchOff({ what: 'all' });
        }}
      />
    );
  };

  return {
    /** Another mention, or none, is the one in use. */
    startAt(mark: MentionMark | undefined): void {
      if (mark !== started) trail = [];
      started = mark;
    },
    cardOf(mark: MentionMark, headingId: string) {
      if (mark !== started) trail = [];
      const own = contextOf(parts.knowledge(), mark.label.entity);
      const context = contextOf(parts.knowledge(), trail.at(-1) ?? mark.label.entity);
      if (!own || !context) return undefined;
      const marks = inOrder(parts.all());
      return (
        <>
          {barOf(mark, own.entity.name, marks)}
          <EntityCard
            {...{ context, say, headingId }}
            locale={parts.locale()}
            today={new Date()}
            cues={cuesAround(mark, marks)}
            onOpen={(entity) => {
              trail = [...trail, entity];
              popover().redraw();
            }}
            onCopy={(text) => popover().copy(text)}
          />
        </>
      );
    },
  };
}

const STANDINGS = {
  'same-day': 'pageSameDay',
  newer: 'pageNewer',
  older: 'pageOlder',
} as const satisfies Record<string, MessageKey>;

/** How the page's own date stands to the report's. */
function standingOfPage({ knowledge, say, locale }: PageCardParts): string | undefined {
  const standing = comparePageDate(pageDateOf(pageDateTexts()), knowledge().source.date);
  return standing && say(STANDINGS[standing.page], sayLength(standing.by, locale()));
}

/** What the page is about near a mention: the entities mentioned nearest, and the words of its paragraph. */
function cuesAround(mark: MentionMark, marks: readonly MentionMark[]) {
  const at = marks.indexOf(mark);
  const near = marks
    .map(({ label }, index) => ({ entity: label.entity, distance: Math.abs(index - at) }))
    .filter(({ distance, entity }) => distance <= MENTIONS_AROUND && entity !== mark.label.entity)
    .sort((a, b) => a.distance - b.distance);
  const { text, at: start } = textAround(mark, TEXT_AROUND);
  const end = start + mark.label.surface.length;
  return {
    entities: [...new Set(near.map(({ entity }) => entity))],
    ...cueWords(text, start, end, document.documentElement.lang),
  };
}
