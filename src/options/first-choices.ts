/**
 * The three choices that a reader makes first. The welcome page shows them, too: the same headings, controls and settings. Knows the
 * settings, not where the choices are shown.
 */
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../locale/index.ts';
import type { Settings } from '../settings/index.ts';
import { choices, labelled } from './controls.tsx';
import { DwellChoice } from './DwellChoice.tsx';
import type { ChoiceProps } from './state.ts';
import { styleLabel } from './StyleSample.tsx';

export type { ChoiceProps };

export interface FirstChoice {
  heading: MessageKey;
  /** The settings that it changes. */
  fields: readonly (keyof Settings)[];
  control: (props: ChoiceProps) => ComponentChildren;
}

export const FIRST_CHOICES = {
  style: {
    heading: 'styleHeading',
    fields: ['highlightStyle'],
    control: choices('highlightStyle', styleLabel),
  },
  dwell: { heading: 'dwellHeading', fields: ['dwellMs'], control: DwellChoice },
  theme: {
    heading: 'themeHeading',
    fields: ['theme'],
    control: choices(
      'theme',
      labelled({ auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' }),
    ),
  },
} as const satisfies Record<string, FirstChoice>;

/** The heading of the choice that changes a setting; undefined where none does. */
export const choiceHeadingOf = (name: keyof Settings): MessageKey | undefined =>
  Object.values<FirstChoice>(FIRST_CHOICES).find(({ fields }) => fields.includes(name))?.heading;
