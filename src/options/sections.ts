/**
 * The sections of the options page as a table: what each is called, which settings it holds, and the control that
 * draws it. A new setting is a row here, or a field more in one.
 */
import type { MessageKey, Say } from '../locale/index.ts';
import { saySetting } from '../locale/settings-words.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/index.ts';
import { About, Permissions } from './About.tsx';
import { choices, labelled, time, toggle } from './controls.tsx';
import { DataSection } from './DataSection.tsx';
import { DwellChoice } from './DwellChoice.tsx';
import { CastChoice, EntityChoice } from './EntityChoices.tsx';
import { LeftOut } from './LeftOut.tsx';
import { MasterSwitch } from './MasterSwitch.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { SiteRules } from './SiteRules.tsx';
import type { Control } from './state.ts';
import { styleLabel } from './StyleSample.tsx';

export interface SectionSpec {
  heading: MessageKey;
  /** Says the default, where there is one. */
  hint: MessageKey;
  /** What the hint says in numbers. */
  hintWith?: readonly number[];
  /** The settings that a reset of this section resets. */
  fields: readonly (keyof Settings)[];
  control: Control;
}

const { dwellMs, leaveMs, textSize } = DEFAULT_SETTINGS;

/** By the id of the section's element, in the order of the page. */
export const SECTIONS = {
  all: {
    heading: 'allHeading',
    hint: 'allHint',
    fields: ['on', 'pausedUntil'],
    control: MasterSwitch,
  },
  entities: {
    heading: 'entitiesHeading',
    hint: 'entitiesHint',
    fields: ['entitiesOff'],
    control: EntityChoice,
  },
  cast: { heading: 'castHeading', hint: 'castHint', fields: ['castOn'], control: CastChoice },
  style: {
    heading: 'styleHeading',
    hint: 'styleHint',
    fields: ['highlightStyle'],
    control: choices('highlightStyle', styleLabel),
  },
  marking: {
    heading: 'markingHeading',
    hint: 'markingHint',
    fields: ['marking'],
    control: choices(
      'marking',
      labelled({ all: 'markingAll', section: 'markingSection', first: 'markingFirst' }),
    ),
  },
  dwell: {
    heading: 'dwellHeading',
    hint: 'dwellHint',
    hintWith: [dwellMs],
    fields: ['dwellMs'],
    control: DwellChoice,
  },
  leave: {
    heading: 'leaveHeading',
    hint: 'leaveHint',
    hintWith: [leaveMs],
    fields: ['leaveMs'],
    control: time('leaveMs', 'leaveOwn'),
  },
  'open-key': {
    heading: 'openKeyHeading',
    hint: 'openKeyHint',
    fields: ['openKey'],
    control: choices(
      'openKey',
      labelled({
        none: 'openKeyNone',
        alt: 'openKeyAlt',
        ctrl: 'openKeyCtrl',
        shift: 'openKeyShift',
      }),
    ),
  },
  sites: {
    heading: 'sitesHeading',
    hint: 'sitesHint',
    fields: ['siteMode', 'sitesOff', 'sitesOn'],
    control: SiteRules,
  },
  'left-out': {
    heading: 'leftOutHeading',
    hint: 'leftOutHint',
    fields: ['notThis'],
    control: LeftOut,
  },
  theme: {
    heading: 'themeHeading',
    hint: 'themeHint',
    fields: ['theme'],
    control: choices(
      'theme',
      labelled({ auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' }),
    ),
  },
  'text-size': {
    heading: 'textSizeHeading',
    hint: 'textSizeHint',
    hintWith: [textSize],
    fields: ['textSize'],
    control: choices('textSize', (size, { say }) => say('textSizePercent', size)),
  },
  badge: {
    heading: 'badgeHeading',
    hint: 'badgeHint',
    fields: ['badge'],
    control: toggle('badge', 'badgeLabel'),
  },
  shortcuts: {
    heading: 'shortcutsHeading',
    hint: 'shortcutsHint',
    fields: [],
    control: Shortcuts,
  },
  data: { heading: 'dataHeading', hint: 'dataHint', fields: [], control: DataSection },
  permissions: {
    heading: 'permissionsHeading',
    hint: 'permissionsHint',
    fields: [],
    control: Permissions,
  },
  about: { heading: 'aboutHeading', hint: 'aboutHint', fields: [], control: About },
} as const satisfies Record<string, SectionSpec>;

export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];

/** A section of the table, with all of its fields. */
export const specOf = (id: SectionId): SectionSpec => SECTIONS[id];

const sectionWith = (name: string): SectionId | undefined =>
  SECTION_IDS.find((id) => specOf(id).fields.some((field) => field === name));

/** The heading of the section that holds a setting; each has one. */
export function headingOf(name: keyof Settings): MessageKey {
  const id = sectionWith(name);
  if (!id) throw new Error(`No section for ${name}.`);
  return specOf(id).heading;
}

/** What a setting is called. @param name any; one that no section has is called by it */
export function sayField(name: string, say: Say): string {
  const id = sectionWith(name);
  return saySetting(name, say) ?? (id ? say(specOf(id).heading) : name);
}

/** Whether a section's settings are not the defaults. */
export function isChanged(settings: Settings, id: SectionId): boolean {
  return specOf(id).fields.some((name) => !isSame(settings[name], DEFAULT_SETTINGS[name]));
}

/** A section's settings back to their defaults. */
export function resetSection(settings: Settings, id: SectionId): Settings {
  const fields = specOf(id).fields.map((name) => [name, DEFAULT_SETTINGS[name]]);
  return { ...settings, ...(Object.fromEntries(fields) as Partial<Settings>) };
}

function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === 0 && b.length === 0 : a === b;
}
