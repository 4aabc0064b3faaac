/** The states of the card: real entities of each kind, and invented ones for what is rare. Data only. */
import { contextOf, type EntityContext, type Knowledge } from '../../src/dataset/index.ts';
import * as madeUp from './made-up.ts';
import { DRAWN } from './made-up-drawn.ts';
import { policyCards } from './states-policy.ts';
import { NARROW, type CardState } from './states.ts';

/** Two years after the source, and the source's own day; noon, so that every time zone agrees. */
const LATER = new Date(2026, 10, 22, 12);
const SAME_DAY = new Date(2024, 8, 11, 12);
const NEXT_WEEK = new Date(2024, 8, 18, 12);
/** Three days before the source: its date lies ahead. */
const BEFORE = new Date(2024, 8, 8, 12);

/** One real entity of each kind, and those with the most and the least to say. */
const REAL: readonly [entityId: string, name: string, baselines: readonly string[]][] = [
  ['antony-blinken', 'a person with most facts', ['light.360', 'dark.360', 'forced.360']],
  ['david-lammy', 'a person', []],
  ['volodymyr-zelenskyy', 'a person, again', []],
  ['storm-shadow', 'a weapon, with what is not from the source', ['light.360', 'light.200pc']],
  ['nato-interception', 'an idea', []],
  ['deeper-strikes', 'an idea of the cast with most facts', []],
  ['united-states', 'a country', []],
  ['nato', 'an organisation', ['dark.320']],
  ['harris-trump-debate', 'an event', []],
  ['victory-plan', 'a plan', ['light.320']],
  ['keir-starmer', 'a person with one fact', []],
];

export function cardStates(knowledge: Knowledge): CardState[] {
  const real = REAL.map(([id, name, baselines]): CardState => {
    const about = contextOf(knowledge, id);
    if (!about) throw new Error(`The dataset has no ${id}.`);
    return card(`card-${id}`, name, about, { baselines });
  });
  const invented = (invention: madeUp.Invention) => madeUp.invent(knowledge, invention);
  const blinken = contextOf(knowledge, 'antony-blinken') ?? invented({});
  return [
    ...real,
    card('card-in-popover', 'as high as the popover lets it be', blinken, {
      room: 480,
      baselines: ['light.360'],
    }),
    card('card-opened', 'everything on: links, copying, sources, unfolded', blinken, {
      opened: true,
      props: EVERYTHING,
    }),
    card('card-in-page', 'in a page: at first sight, with its tools', blinken, {
      tools: TOOLS,
      props: { ...EVERYTHING, isWhole: false },
      baselines: ['light.360', 'dark.360', 'light.320'],
    }),
    card('card-first', 'in a page: the first card ever', blinken, {
      tools: { ...TOOLS, hasTip: true },
      props: { isWhole: false },
    }),
    card('card-nested', 'in a page: reached by a link from another card', blinken, {
      tools: { ...TOOLS, backTo: 'David Lammy' },
      props: { isWhole: false },
    }),
    card('card-tools-long', 'in a page: unfolded, long names, pinned', blinken, {
      opened: true,
      props: EVERYTHING,
      tools: {
        ...TOOLS,
        position: 1204,
        total: 1310,
        isWhole: true,
        pinned: true,
        backTo: madeUp.GERMAN.entity?.name ?? '',
      },
      mention: {
        surface: 'Schwarzenberg-Hohenlohe-Waldenburg-Schillingsfürst',
        entityName: madeUp.GERMAN.entity?.name ?? '',
        reason: 'ruleRememberedName',
        site: `${'a-very-long-part-of-a-host-name.'.repeat(4)}example`,
        setBy: '',
      },
    }),
    card('card-same-day', 'read on the day of the source', blinken, { today: SAME_DAY }),
    card('card-older-page', 'on a page from before the report', blinken, {
      props: { pageDate: '2024-09-02' },
    }),
    card('card-newer-page', 'on a page of the next day', blinken, {
      props: { pageDate: '2024-09-12' },
    }),
    card('card-next-week', 'read a week later', blinken, { today: NEXT_WEEK }),
    card('card-ahead', 'of a report whose date lies ahead', blinken, { today: BEFORE }),
    card('card-ahead-in-ar', 'of a report whose date lies ahead, in Arabic', blinken, {
      ...{ today: BEFORE, words: 'ar', judgedIn: NARROW },
    }),
    card('card-fresh', 'invented: volatile facts, none of them stale', invented(madeUp.FRESH), {
      today: NEXT_WEEK,
    }),
    card('card-empty', 'invented: no facts', invented(madeUp.EMPTY), {
      baselines: ['light.360'],
    }),
    card('card-uncited', 'invented: no citation', invented(madeUp.UNCITED), {
      baselines: ['light.360'],
    }),
    card('card-much-cited', 'invented: forty paragraphs cited', invented(madeUp.MUCH_CITED)),
    card('card-manners', 'invented: every manner and date form', invented(madeUp.MANNERS)),
    card('card-many', 'invented: sixty facts', invented(madeUp.MANY), { room: 480 }),
    card('card-drawn', 'invented: long positions, events, relations', invented(DRAWN), {
      opened: true,
      props: EVERYTHING,
      baselines: ['light.320'],
    }),
    card('card-german', 'invented: long German words', invented(madeUp.GERMAN), {
      lang: 'de',
      baselines: ['light.320', 'light.200pc'],
    }),
    card('card-ukrainian', 'invented: long Ukrainian words', invented(madeUp.UKRAINIAN), {
      lang: 'uk',
    }),
    card('card-unbroken', 'invented: no place to break', invented(madeUp.UNBROKEN)),
    card('card-arabic-ltr', 'invented: Arabic in an English card', invented(madeUp.ARABIC)),
    card('card-arabic', 'invented: Arabic, in the words of its reader', invented(madeUp.ARABIC), {
      words: 'ar',
      baselines: ['light.360'],
    }),
    card('card-hebrew', 'invented: Hebrew, right to left', invented(madeUp.HEBREW), {
      lang: 'he',
      dir: 'rtl',
    }),
    card('card-everything', 'unfolded, with everything that a page has', blinken, {
      ...{ judgedIn: NARROW, opened: true },
      props: EVERYTHING,
      tools: { ...TOOLS, isWhole: true, hasTip: true },
      mention: MENTION,
    }),
    ...policyCards((id, name, mention, special) =>
      card(id, name, invented(madeUp.EMPTY), {
        ...{ ...special, opened: true, props: EVERYTHING },
        tools: { ...TOOLS, isWhole: true },
        mention: { ...MENTION, surface: 'Quill', entityName: 'Ada Quill', ...mention },
      }),
    ),
    card('card-first-in-ar', 'in a page: at first sight, in Arabic words', blinken, {
      ...{ words: 'ar', judgedIn: NARROW, baselines: ['light.360'] },
      props: { ...EVERYTHING, isWhole: false },
      tools: TOOLS,
    }),
  ];
}

/** What a card in a page says of its mention. */
const MENTION: NonNullable<CardState['mention']> = {
  surface: 'Antony Blinken',
  entityName: 'Antony Blinken',
  reason: 'ruleRememberedName',
  site: 'news.example',
  setBy: '',
};

/** What a card offers only if it is asked to. */
const EVERYTHING = {
  onOpen: () => undefined,
  onCopy: () => undefined,
  cues: { entities: ['lloyd-austin'], sentence: ['battlefield'], names: [], paragraph: [] },
};

const TOOLS: NonNullable<CardState['tools']> = {
  position: 2,
  total: 7,
  isWhole: false,
  pinned: false,
};

type Special = Omit<CardState, 'view' | 'id' | 'name' | 'props'> & {
  today?: Date;
  props?: Partial<CardState['props']>;
};

function card(
  id: string,
  name: string,
  context: EntityContext,
  { today = LATER, props, ...special }: Special = {},
): CardState {
  return { view: 'card', id, name, props: { context, today, ...props }, ...special };
}
