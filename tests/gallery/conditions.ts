/**
 * Under which conditions every state of the gallery is seen: themes and sizes. Data only; the browser is
 * set to them by studio.ts.
 */
import type { Common, ViewName } from './states.ts';

/** `forced` is a high-contrast theme of the system, as emulated by Chromium, on dark. */
export const THEMES = ['light', 'dark', 'forced'] as const;
export type Theme = (typeof THEMES)[number];

/** How much room there is, and how large the reader's text. */
export interface Size {
  name: string;
  /** Of the viewport, in CSS px. */
  width: number;
  /** The reader's font size as a factor of 16 px. */
  text: 1 | 2;
}

/** Edge on both sides of a card, as the popover leaves it at least. */
const GUTTERS = 10;

/** The first is the usual one. */
export const SIZES: Record<ViewName, readonly [Size, ...Size[]]> = {
  design: [
    { name: '900', width: 900, text: 1 },
    { name: '320', width: 320, text: 1 },
    { name: '200pc', width: 900, text: 2 },
  ],
  card: [
    { name: '360', width: 360 + GUTTERS, text: 1 },
    { name: '320', width: 320, text: 1 },
    { name: '200pc', width: 360 + GUTTERS, text: 2 },
  ],
  // The popover does not follow the page's text: readers zoom, which is a smaller window.
  page: [
    { name: '760', width: 760, text: 1 },
    { name: '320', width: 320, text: 1 },
  ],
  popup: [
    { name: '360', width: 360, text: 1 },
    { name: '320', width: 320, text: 1 },
    { name: '200pc', width: 360, text: 2 },
  ],
  options: [
    { name: '900', width: 900, text: 1 },
    { name: '320', width: 320, text: 1 },
    { name: '200pc', width: 900, text: 2 },
  ],
  welcome: [
    { name: '760', width: 760, text: 1 },
    { name: '320', width: 320, text: 1 },
    { name: '200pc', width: 760, text: 2 },
  ],
};

export interface Condition {
  theme: Theme;
  size: Size;
}

/** Every theme with every size. */
export function conditionsOf(view: ViewName): Condition[] {
  return THEMES.flatMap((theme) => SIZES[view].map((size) => ({ theme, size })));
}

/** What a judge needs who looks at colours and boxes apart: every theme and every size once, or what the state says. */
export function fewConditionsOf({
  view,
  judgedIn,
}: Pick<Common, 'judgedIn'> & { view: ViewName }): Condition[] {
  return conditionsOf(view).filter((condition) =>
    judgedIn
      ? judgedIn.includes(conditionName(condition))
      : condition.theme === 'light' || condition.size === SIZES[view][0],
  );
}

/** "dark.320" */
export const conditionName = ({ theme, size }: Condition): string => `${theme}.${size.name}`;
