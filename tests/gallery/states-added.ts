/** The states of cards with what added datasets say: one source, several, not there yet. Invented people beside a real entity. Data only. */
import { contextOf, type EntityContext, type Knowledge } from '../../src/dataset/index.ts';
import type { CardPart } from '../../src/library/index.ts';
import { invent } from './made-up.ts';
import { NARROW, type CardState } from './states.ts';

const TODAY = new Date(2026, 10, 22, 12);
const TOOLS: NonNullable<CardState['tools']> = {
  ...{ position: 2, total: 5, isWhole: false, pinned: false },
};
const LINKS = { onOpen: () => undefined, onCopy: () => undefined };

/** A part of an added dataset about the person of `about`. */
function addedPart(
  about: EntityContext,
  given: Partial<CardPart> & { date?: string } = {},
): CardPart {
  const { date = '2026-05-03', ...part } = given;
  return {
    context: {
      ...about,
      entity: { ...about.entity, id: `harbour-${date}/${about.entity.id}` },
      source: { ...about.source, date: { value: date, inferred: true }, paragraphs: 12 },
      dataset: {
        ...{ id: `harbour-${date}`, version: 1, title: 'A visit to the harbour of Lindmark' },
        ...{ language: 'en', maker: 'Lindmark Evening Desk', licence: 'CC0-1.0' },
      },
    },
    ...{ isBundled: false, relation: 'same' },
    ...part,
  };
}

export function addedStates(knowledge: Knowledge): CardState[] {
  const blinken = contextOf(knowledge, 'antony-blinken');
  if (!blinken) throw new Error('The dataset has no Blinken.');
  const quill = invent(knowledge, { facts: [{}, {}, { statement: 'The weather was fine.' }] });
  const bundled: CardPart = { context: blinken, isBundled: true, relation: 'own' };
  const own = addedPart(quill, { relation: 'own' });
  const other = addedPart(
    invent(knowledge, { entity: { name: blinken.entity.name, summary: SUMMARY } }),
    { check: { on: '2026-11-20', differs: [] } },
  );
  const differs = addedPart(quill, { check: { on: '2026-11-20', differs: ['a', 'b'] } });
  const maybe = addedPart(quill, { relation: 'maybe', date: '2026-02' });
  const state = (
    id: string,
    name: string,
    parts: readonly CardPart[],
    more: Partial<CardState> = {},
  ): CardState => ({
    ...{ view: 'card', id: `added-${id}`, name, parts, tools: TOOLS },
    ...more,
    props: { ...LINKS, context: blinken, today: TODAY, isWhole: false, ...more.props },
  });
  const whole = {
    ...{ opened: true, tools: { ...TOOLS, isWhole: true } },
    props: { context: blinken, today: TODAY, isWhole: true },
  };
  const four = [bundled, other, differs, maybe];
  return [
    state('one', 'of one added dataset', [own], { baselines: ['light.360'] }),
    state('one-whole', 'of one added dataset, unfolded', [own], whole),
    state('differs', 'of a dataset that does not agree', [differs]),
    state('two', 'two sources', [bundled, other], {
      baselines: ['light.360', 'dark.360', 'light.320'],
    }),
    state('two-opened', 'two sources, the other one unfolded', [bundled, other], { opened: true }),
    state('two-newer', 'two sources, the added one first', [other, bundled]),
    state('four', 'four sources, one of them about a namesake', four),
    state('four-whole', 'four sources, everything unfolded', four, whole),
    state('four-in-ar', 'four sources, in Arabic', four, {
      ...{ words: 'ar', judgedIn: NARROW, baselines: ['light.360'] },
    }),
    state('coming', 'on its way', [], { pending: 'coming', baselines: ['light.360'] }),
    state('failed', 'could not be had', [], { pending: 'failed' }),
    state('other-coming', 'another source on its way', [bundled], { pending: 'coming' }),
    state('other-failed', 'another source could not be had', [bundled], { pending: 'failed' }),
  ];
}

const SUMMARY = 'Blinken opened the new harbour of Lindmark and spoke with its mayor.';
