/**
 * The states of a page with the product in it: the popover's real host at a word, notices, and highlights in the
 * real stylesheet. Data only; the pages' texts are invented.
 */
import type { Common } from './states.ts';
import { HIGHLIGHT_STYLES } from '../../src/settings/fields.ts';
import type { HighlightStyle, Marking } from '../../src/settings/index.ts';

/** What is to be seen on a page. */
export interface Scene {
  paragraphs: readonly string[];
  /** The card stands at the first occurrence of this. */
  word?: string;
  /** Whether the card is a sheet, as after a tap. */
  sheet?: boolean;
  /** The page's own look, whatever the theme. */
  look?: 'dark' | 'vertical' | 'in-dialog';
  /** What was switched off, as the line with Undo says it. */
  notice?: 'site' | 'mention';
  /** How mentions are painted. */
  style?: HighlightStyle;
  marking?: Marking;
}

export interface PageState extends Common {
  view: 'page';
  /** Of the viewport, in CSS px. */
  height: number;
  scene: Scene;
}

const LEAD = 'Two guests had come to Kyiv by the night train. Antony Blinken and';
const OTHERS = 'David Lammy listened for longer than the programme allowed; then Zelenskyy set out';
const REST = 'his case once more, and asked about Storm Shadow. Nobody gave an answer that day.';
const STORY = `${LEAD} ${OTHERS} ${REST}`;
const WITHOUT =
  'The square outside was quiet. A tram passed, and the rain went on until the evening.';
const HEBREW = 'לקייב הגיעו שני אורחים ברכבת הלילה. Antony Blinken הקשיב זמן רב, והתשובה לא ניתנה.';
const JAPANESE =
  '二人の客が夜行列車でキーウに着いた。Blinken は長いあいだ話を聞いた。答えはまだない。';

/** Twelve times five mentions, under six headings. */
const SIXTY = Array.from({ length: 12 }, (_, at) =>
  at % 2 === 0 ? `# Part ${at / 2 + 1}|${STORY}` : `${STORY} NATO was not asked.`,
).flatMap((text) => text.split('|'));

const CARD = { paragraphs: [STORY, WITHOUT, WITHOUT], word: 'Antony Blinken' };
const LOW_ON_PAGE = { ...CARD, paragraphs: [...Array<string>(9).fill(WITHOUT), STORY] };

/** The page stays as it is, whatever language its reader speaks. */
const IN_ARABIC = {
  words: 'ar',
  lang: 'en',
  dir: 'ltr',
  judgedIn: ['light.760', 'light.320'],
} as const;

export function pageStates(): PageState[] {
  return [
    page('page-below', { name: 'the card under a word', height: 800 }, CARD, {
      baselines: ['light.760'],
    }),
    page('page-above', { name: 'the card over a word', height: 800 }, LOW_ON_PAGE),
    page('page-480', { name: 'a low window', height: 480 }, CARD),
    page(
      'page-tight',
      { name: 'a window so low that everything scrolls together', height: 300 },
      CARD,
    ),
    page(
      'page-sheet',
      { name: 'after a tap: a sheet', height: 640 },
      { ...CARD, sheet: true },
      {
        baselines: ['light.320'],
      },
    ),
    page(
      'page-notice',
      { name: 'a site was switched off', height: 480 },
      {
        paragraphs: CARD.paragraphs,
        notice: 'site',
      },
    ),
    page(
      'page-notice-long',
      { name: 'a mention with a long name was left out', height: 480 },
      {
        paragraphs: CARD.paragraphs,
        notice: 'mention',
      },
    ),
    page(
      'page-rtl',
      { name: 'a page right to left', height: 640 },
      { paragraphs: [HEBREW], word: 'Antony' },
      {
        lang: 'he',
        dir: 'rtl',
      },
    ),
    page('page-in-ar', { name: 'an English page and an Arabic reader', height: 800 }, CARD, {
      ...IN_ARABIC,
      baselines: ['light.760'],
    }),
    page(
      'page-notice-in-ar',
      { name: 'an Arabic notice on an English page', height: 480 },
      { paragraphs: CARD.paragraphs, notice: 'mention' },
      IN_ARABIC,
    ),
    page(
      'page-vertical',
      { name: 'a page set from top to bottom', height: 640 },
      {
        paragraphs: [JAPANESE],
        word: 'Blinken',
        look: 'vertical',
      },
      { lang: 'ja' },
    ),
    page(
      'page-dark',
      { name: 'a dark page, whatever the system', height: 640 },
      { ...CARD, look: 'dark' },
      {
        baselines: ['light.760'],
      },
    ),
    page(
      'page-in-dialog',
      { name: 'in a modal dialog of the page', height: 640 },
      { ...CARD, look: 'in-dialog' },
    ),
    ...HIGHLIGHT_STYLES.map((style) =>
      page(
        `page-${style}`,
        { name: `54 mentions, ${style}`, height: 900 },
        {
          paragraphs: SIXTY,
          style,
          marking: 'all',
        },
        { baselines: style === 'solid' ? [] : ['light.760'] },
      ),
    ),
    ...(['section', 'first'] as const).map((marking) =>
      page(
        `page-marking-${marking}`,
        {
          name:
            marking === 'first'
              ? 'the same, the first of each'
              : 'the same, the first in each part',
          height: 900,
        },
        {
          paragraphs: SIXTY,
          style: 'dotted',
          marking,
        },
      ),
    ),
  ];
}

function page(
  id: string,
  { name, height }: Pick<PageState, 'name' | 'height'>,
  scene: Scene,
  special: Partial<Common> = {},
): PageState {
  return { view: 'page', id, name, height, scene: { style: 'dotted', ...scene }, ...special };
}
