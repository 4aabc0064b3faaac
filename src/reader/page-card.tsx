/**
 * The card at a mention: which entity it shows (the mention's, or one that the reader followed a link to), which facts come
 * first, and what its buttons do.
 */
import type { ComponentChild } from 'preact';
import { CardTools, cueWords, EntityCard, MentionFolds } from '../card/index.ts';
import { contextOf, pageDateOf, readKnowledge, type Knowledge } from '../dataset/index.ts';
import type { Catalogued, Mention } from '../detect/index.ts';
import type { MessageKey, Say } from '../locale/index.ts';
import { saySite } from '../locale/settings-words.ts';
import { inOrder, pageDateTexts, pageLanguage, type Mark, textAround } from '../page/index.ts';
import type { Popover } from '../popover/index.ts';
import type { Settings } from '../settings/index.ts';
import { visitOf } from './mention-order.ts';
import { createTip } from './tip.ts';

type MentionMark = Mark<Mention>;

/** What a reader can switch off from a card. */
export type SwitchOff =
  | { what: 'entity'; entity: string; name: string; tier: 'main' | 'cast' }
  | { what: 'mention'; entity: string; surface: string }
  | { what: 'site' }
  | { what: 'all' };

/** What a card needs to offer its switches. */
export interface CardSwitches {
  catalogue: readonly Catalogued[];
  site: string;
  switchOff: (what: SwitchOff) => void;
}

export interface PageCardParts {
  /** Knowledge as JSON; parsed for the first card. */
  cards: string;
  say: Say;
  locale: () => string;
  all: () => Iterable<MentionMark>;
  /** Undefined where the mention says nothing about a page, and nothing can be switched off. */
  switches: CardSwitches | undefined;
  /** Whether the reader needs the tip that explains a card's tools. */
  settings: () => Pick<Settings, 'tip'>;
  /** Called once the tip was shown. */
  tipShown: () => void;
  /** Moves by a number of mentions. */
  go: (steps: number) => void;
  /** The popover in which the cards are shown, once it runs. */
  popover: () => Popover<MentionMark> | undefined;
}

export interface PageCards {
  /** Call it when another mention, or none, is in use. */
  startAt(mark: MentionMark | undefined): void;
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

export function createPageCards(parts: PageCardParts, signal: AbortSignal): PageCards {
  const { say, switches } = parts;
  const pageDate = createPageDate();
  const trail = createTrail();
  /** Owned by `known`. */
  let knowledge: Knowledge | undefined;
  const known = (): Knowledge => (knowledge ??= readKnowledge(parts.cards));
  const redraw = (): void => {
    parts.popover()?.redraw();
  };
  const tip = createTip(
    { isNeeded: () => parts.settings().tip, onShown: parts.tipShown, redraw },
    signal,
  );

  return {
    startAt(mark) {
      trail.startAt(mark);
      tip.cardShown(mark !== undefined);
    },
    cardOf(mark, headingId) {
      trail.startAt(mark);
      const { entity: own } = mark.label;
      const { entity = own, isWhole, returnTo } = trail.here();
      const nameOf = (id: string): string =>
        known().entities.find((each) => each.id === id)?.name ?? id;
      const context = contextOf(known(), entity);
      const popover = parts.popover();
      if (!context || !popover) return undefined;
      const marks = inOrder(parts.all());
      const go = trail.moves(redraw);
      const before = trail.before();
      return (
        <>
          <EntityCard
            {...{ context, isWhole, returnTo, headingId, say }}
            locale={parts.locale()}
            today={new Date()}
            pageDate={pageDate()}
            cues={cuesAround(mark, marks)}
            onOpen={go.onward}
            onCopy={(text) => popover.copy(text)}
          >
            {switches && <MentionFolds {...foldsOf({ ...switches, say }, mark, nameOf(own))} />}
          </EntityCard>
          <CardTools
            {...toolsOf(parts, popover)}
            {...visitOf(mark, marks)}
            {...{ say, isWhole }}
            hasTip={tip.isShown()}
            back={before && { name: nameOf(before.entity ?? own), onBack: go.back }}
            onMore={go.unfold}
          />
        </>
      );
    },
  };
}

/** Why the words are highlighted, and the switches. */
function foldsOf(
  { site, catalogue, switchOff, say }: CardSwitches & { say: Say },
  mark: MentionMark,
  entityName: string,
) {
  const { entity, rule, surface } = mark.label;
  const tier = catalogue.find(({ id }) => id === entity)?.tier ?? 'main';
  const off = (what: SwitchOff) => () => {
    switchOff(what);
  };
  return {
    ...{ say, surface, entityName, site: saySite(site, say), reason: REASONS[rule] },
    onMentionOff: off({ what: 'mention', entity, surface }),
    onEntityOff: off({ what: 'entity', entity, name: entityName, tier }),
    onSiteOff: off({ what: 'site' }),
    onAllOff: off({ what: 'all' }),
  };
}

/** What the tools below a card do. */
function toolsOf({ go }: PageCardParts, popover: Popover<MentionMark>) {
  return {
    pinned: popover.isPinned(),
    onPrevious() {
      go(-1);
    },
    onNext() {
      go(1);
    },
    onPin() {
      popover.pin();
    },
    onClose() {
      popover.dismiss();
    },
  };
}

/** One card on the reader's way from a mention. */
interface Stop {
  /** Undefined for the mention's own. */
  entity?: string;
  isWhole: boolean;
  /** The entity whose card was left last from here. */
  returnTo?: string;
}

/** The cards that the reader went through from a mention by links, and the way back. */
function createTrail() {
  /** The last is shown. Owned by `startAt` and `moves`. */
  let stops: readonly [Stop, ...Stop[]] = [{ isWhole: false }];
  /** Owned by `startAt`. */
  let started: MentionMark | undefined;
  const here = (): Stop => stops.at(-1) ?? stops[0];
  return {
    here,
    /** The card that `back` leads to. */
    before: (): Stop | undefined => stops.at(-2),
    startAt(mark: MentionMark | undefined): void {
      if (mark !== started) stops = [{ isWhole: false }];
      started = mark;
    },
    moves(redraw: () => void) {
      const go = (next: readonly Stop[]): void => {
        const [first = { isWhole: false }, ...others] = next;
        stops = [first, ...others];
        redraw();
      };
      return {
        onward: (entity: string): void => {
          const left = { ...here(), returnTo: entity };
          go([...stops.slice(0, -1), left, { entity, isWhole: false }]);
        },
        back: (): void => {
          go(stops.slice(0, -1));
        },
        unfold: (): void => {
          const { returnTo: _, ...shown } = here();
          go([...stops.slice(0, -1), { ...shown, isWhole: !shown.isWhole }]);
        },
      };
    },
  };
}

/** The page's own date. Read once for each address, because cards are drawn often. */
function createPageDate(): () => string | undefined {
  /** Owned by the function that is returned. */
  let known: { address: string; date: string | undefined } | undefined;
  return () => {
    const address = location.href;
    // A page without a date may still be loading it.
    if (known?.address !== address || known.date === undefined) {
      known = { address, date: pageDateOf(pageDateTexts()) };
    }
    return known.date;
  };
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
