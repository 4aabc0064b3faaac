/**
 * The card at a mention: which entity it shows (the mention's, or one that the reader followed a link to), which facts come
 * first, and what its buttons do.
 */
import type { ComponentChild } from 'preact';
import {
  CardTools,
  cueWords,
  inPartOrder,
  MentionFolds,
  PendingCard,
  SourcesCard,
  type SourcesCardProps,
} from '../card/index.ts';
import { pageDateOf, readKnowledge, type Knowledge } from '../dataset/index.ts';
import type { Mention } from '../detect/index.ts';
import { membersOf, type Alike, type CardPart, type Switchable } from '../library/index.ts';
import type { MessageKey, Say } from '../locale/index.ts';
import { sayPolicy, saySite } from '../locale/settings-words.ts';
import { inOrder, pageDateTexts, pageLanguage, type Mark, textAround } from '../page/index.ts';
import type { Popover } from '../popover/index.ts';
import { isLocked, listOf, type PolicyInPage, type Settings } from '../settings/index.ts';
import type { AddedCards } from './added-cards.ts';
import { addedKeysOf, contentsOf, type CardContents } from './card-parts.ts';
import { visitOf } from './mention-order.ts';
import { createTip } from './tip.ts';
import { createTrail } from './trail.ts';

type MentionMark = Mark<Mention>;

/** What a reader can switch off from a card. */
export type SwitchOff =
  | { what: 'entity'; entity: string; name: string; tier: 'main' | 'cast' }
  | { what: 'mention'; entity: string; surface: string }
  | { what: 'site' }
  | { what: 'all' };

/** What a card needs to offer its switches. */
export interface CardSwitches {
  entities: readonly Switchable[];
  site: string;
  settings: () => Pick<Settings, 'siteMode'>;
  /** What it locks is not offered. */
  policy: () => PolicyInPage;
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
  /** What added datasets say; undefined where there are none. */
  added: { cards: AddedCards; alike: Alike } | undefined;
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
  const { say } = parts;
  const trail = createTrail();
  const pageDate = createPageDate();
  const contents = createContents(parts, pageDate);
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
      contents.startAt(mark);
      tip.cardShown(mark !== undefined);
    },
    cardOf(mark, headingId) {
      trail.startAt(mark);
      const popover = parts.popover();
      if (!popover) return undefined;
      const { entity, isWhole, returnTo } = trail.here();
      const shown = contents.of(mark, entity);
      const nameOf = (id = mark.label.entity): string => contents.nameOf(id) ?? mark.label.surface;
      const marks = inOrder(parts.all());
      const go = trail.moves(redraw);
      const before = trail.before();
      return (
        <>
          <Contents
            {...{ shown, isWhole, returnTo, headingId, say }}
            name={nameOf(entity)}
            locale={parts.locale()}
            today={new Date()}
            pageDate={pageDate()}
            cues={cuesAround(mark, marks)}
            onOpen={go.onward}
            onCopy={(text) => popover.copy(text)}
          >
            {parts.switches && (
              <MentionFolds {...foldsOf({ ...parts.switches, say }, mark, nameOf())} />
            )}
          </Contents>
          <CardTools
            {...toolsOf(parts, popover)}
            {...visitOf(mark, marks)}
            {...{ say, isWhole }}
            hasTip={tip.isShown()}
            back={before && { name: nameOf(before.entity), onBack: go.back }}
            onMore={go.unfold}
          />
        </>
      );
    },
  };
}

interface ContentsProps extends Omit<SourcesCardProps, 'parts' | 'missing'> {
  shown: CardContents;
  /** The name as far as it is known. */
  name: string;
}

/** What is there of a card. */
function Contents({ shown, name, ...props }: ContentsProps) {
  const [first, ...others] = shown.parts;
  if (first) return <SourcesCard {...props} parts={[first, ...others]} missing={shown.missing} />;
  const { headingId, say } = props;
  return <PendingCard {...{ name, headingId, say }} state={shown.missing ?? 'failed'} />;
}

/** What the cards at one mention say. Asks for what is not there. */
function createContents(
  { cards, added }: Pick<PageCardParts, 'cards' | 'added'>,
  pageDate: () => string | undefined,
) {
  /** Owned by `known`. */
  let knowledge: Knowledge | undefined;
  const known = (): Knowledge => (knowledge ??= readKnowledge(cards));
  /** Names that cards have shown. Owned by `of`. */
  const names = new Map<string, string>();
  /** The part that a card began with, by its entity: what is being read stays in its place. Owned by `startAt` and `of`. */
  let firsts = new Map<string, string>();
  let started: MentionMark | undefined;
  const startAt = (mark: MentionMark | undefined): void => {
    if (mark !== started) firsts = new Map();
    started = mark;
  };
  const placed = (parts: readonly CardPart[], subject: string): CardPart[] => {
    const ordered = inPartOrder(parts, pageDate());
    const first = firsts.get(subject);
    const isFirst = ({ context }: CardPart): boolean => context.entity.id === first;
    return [...ordered.filter(isFirst), ...ordered.filter((part) => !isFirst(part))];
  };
  return {
    startAt,
    /** @param linked the entity that a link led to, whose own dataset speaks first */
    of(mark: MentionMark, linked: string | undefined): CardContents {
      startAt(mark);
      const subject = linked ?? mark.label.entity;
      const also = linked === undefined ? mark.label.also : undefined;
      const members = membersOf({ entity: subject, also }, added?.alike ?? {});
      added?.cards.want(addedKeysOf(members), false);
      const { parts, missing } = contentsOf(members, known, added?.cards);
      if (linked !== undefined) firsts.set(linked, linked);
      const ordered = placed(parts, subject);
      const [first] = ordered;
      // Drawn ahead, nobody has read it yet; but then everything is there, most of the time.
      if (first && first.relation !== 'maybe' && missing !== undefined) {
        firsts.set(subject, first.context.entity.id);
      }
      for (const { context } of ordered) {
        names.set(context.entity.id, context.entity.name);
        for (const { entity } of context.related) names.set(entity.id, entity.name);
      }
      return { parts: first?.relation === 'maybe' ? [] : ordered, missing };
    },
    nameOf: (id: string): string | undefined =>
      names.get(id) ?? known().entities.find((entity) => entity.id === id)?.name,
  };
}

/** Why the words are highlighted, and the switches. */
function foldsOf(
  { site, entities, settings, policy, switchOff, say }: CardSwitches & { say: Say },
  mark: MentionMark,
  entityName: string,
) {
  const { entity, rule, surface } = mark.label;
  const tier = entities.find(({ id }) => id === entity)?.tier ?? 'main';
  const { organisation, locked } = policy();
  const off = (setting: keyof Settings, what: SwitchOff) =>
    isLocked({ locked }, setting)
      ? undefined
      : () => {
          switchOff(what);
        };
  return {
    ...{ say, surface, entityName, site: saySite(site, say), reason: REASONS[rule] },
    setBy: sayPolicy(organisation, say),
    onMentionOff: off('dismissedMentions', { what: 'mention', entity, surface }),
    onEntityOff: off(tier === 'main' ? 'entitiesOff' : 'castOn', {
      ...{ what: 'entity', entity, name: entityName, tier },
    }),
    onSiteOff: off(listOf(settings()), { what: 'site' }),
    onAllOff: off('on', { what: 'all' }),
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
