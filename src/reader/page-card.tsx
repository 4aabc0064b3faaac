/**
 * The card at a mention: which entity it shows (the mention's, or one that the reader followed a link to), which facts come
 * first, and what its buttons do.
 */
import type { ComponentChild } from 'preact';
import { cueWords, EntityCard, MentionBar } from '../card/index.ts';
import { comparePageDate, contextOf, pageDateOf, type Knowledge } from '../dataset/index.ts';
import type { Catalogued, Mention } from '../detect/index.ts';
import { sayLength, type MessageKey, type Say } from '../locale/index.ts';
import { inOrder, pageDateTexts, pageLanguage, type Mark, textAround } from '../page/index.ts';
import type { Popover } from '../popover/index.ts';
import { visitOf } from './mention-order.ts';

type MentionMark = Mark<Mention>;

/** What a reader can switch off from a card. */
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
  switchOff: (what: SwitchOff) => void;
}

/** What the buttons of a card need from the page session. */
export interface CardActions {
  /** Moves by a number of mentions. */
  go: (steps: number) => void;
  popover: () => Popover<MentionMark>;
}

export interface PageCards {
  /** Sets the actions; before that there are no cards. */
  start(actions: CardActions): void;
  /** Call it when another mention, or none, is in use. */
  startAt: (mark: MentionMark | undefined) => void;
  cardOf: (mark: MentionMark, headingId: string) => ComponentChild;
}

/** How much text around a mention is used to choose facts, in UTF-16 code units. */
const TEXT_AROUND = 800;
/** How many mentions on either side are used to choose facts. */
const MENTIONS_AROUND = 6;

/** How the card explains why there is a mention. */
const REASONS: Record<Mention['rule'], MessageKey> = {
  'full-name': 'ruleFullName',
  'titled-name': 'ruleTitledName',
  'remembered-name': 'ruleRememberedName',
  name: 'ruleName',
  'name-in-context': 'ruleNameInContext',
  concept: 'ruleConcept',
  'concept-over-sentences': 'ruleConceptOverSentences',
};

export function createPageCards(parts: PageCardParts): PageCards {
  const standing = createPageDateGap(parts);
  const trail = createTrail();
  /** Owned by `start`. */
  let actions: CardActions | undefined;

  return {
    start(given) {
      actions = given;
    },
    startAt: trail.startAt,
    cardOf(mark, headingId) {
      trail.startAt(mark);
      const own = contextOf(parts.knowledge(), mark.label.entity);
      const context = contextOf(parts.knowledge(), trail.last() ?? mark.label.entity);
      if (!own || !context || !actions) return undefined;
      const marks = inOrder(parts.all());
      const { popover } = actions;
      const redraw = (): void => {
        popover().redraw();
      };
      return (
        <>
          <MentionBar
            {...barOf(parts, mark, own.entity.name)}
            {...pressesOf(actions)}
            {...visitOf(mark, marks)}
            pageDateGap={standing()}
            onBack={trail.back(redraw)}
          />
          <EntityCard
            {...{ context, say: parts.say, headingId }}
            locale={parts.locale()}
            today={new Date()}
            cues={cuesAround(mark, marks)}
            onOpen={trail.onward(redraw)}
            onCopy={(text) => popover().copy(text)}
          />
        </>
      );
    },
  };
}

/** The bar above a card: what it says about the mention, and its switches. */
function barOf(
  { say, site, catalogue, switchOff }: PageCardParts,
  mark: MentionMark,
  name: string,
) {
  const { entity, rule, surface } = mark.label;
  const tier = catalogue.find(({ id }) => id === entity)?.tier ?? 'main';
  const off = (what: SwitchOff) => () => {
    switchOff(what);
  };
  return {
    ...{ say, surface, entityName: name, site, reason: REASONS[rule] },
    onMentionOff: off({ what: 'mention', entity, surface }),
    onEntityOff: off({ what: 'entity', entity, name, tier }),
    onSiteOff: off({ what: 'site' }),
    onAllOff: off({ what: 'all' }),
  };
}

/** The other buttons of the bar. */
function pressesOf({ go, popover }: CardActions) {
  return {
    pinned: popover().isPinned(),
    onPrevious() {
      go(-1);
    },
    onNext() {
      go(1);
    },
    onPin() {
      popover().pin();
    },
    onClose() {
      popover().dismiss();
    },
  };
}

/** The entities that the reader followed links to from a mention, and the way back. */
function createTrail() {
  /** Both are owned by `startAt`, `onward` and `back`. */
  let entities: readonly string[] = [];
  let started: MentionMark | undefined;
  const go = (next: readonly string[], redraw: () => void): void => {
    entities = next;
    redraw();
  };
  return {
    /** The entity that is shown; undefined for the mention's own. */
    last: () => entities.at(-1),
    startAt: (mark: MentionMark | undefined): void => {
      if (mark !== started) entities = [];
      started = mark;
    },
    onward: (redraw: () => void) => (entity: string) => {
      go([...entities, entity], redraw);
    },
    /** @returns undefined if there is nothing to go back to */
    back(redraw: () => void) {
      if (entities.length === 0) return undefined;
      return () => {
        go(entities.slice(0, -1), redraw);
      };
    },
  };
}

/** The gap between the page's date and the report's, in words. Read once for each address, because cards are drawn often. */
function createPageDateGap(parts: PageCardParts): () => string | undefined {
  /** Owned by the function that is returned. */
  let known: { address: string; text: string | undefined } | undefined;
  return () => {
    const address = location.href;
    // A page without a date may still be loading it.
    if (known?.address !== address || known.text === undefined) {
      known = { address, text: pageDateGap(parts) };
    }
    return known.text;
  };
}

const GAP_KEYS = {
  'same-day': 'pageSameDay',
  newer: 'pageNewer',
  older: 'pageOlder',
} as const satisfies Record<string, MessageKey>;

/** The gap between the page's date and the report's, in words. */
function pageDateGap({ knowledge, say, locale }: PageCardParts): string | undefined {
  const gap = comparePageDate(pageDateOf(pageDateTexts()), knowledge().source.date);
  return gap && say(GAP_KEYS[gap.page], sayLength(gap.by, locale()));
}

/** Cues for what the page is about near a mention: the nearest entities, and the words of its paragraph. */
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
    ...cueWords(text, start, end, pageLanguage()),
  };
}
