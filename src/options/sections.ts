/**
 * The table of sections of the options: the page and the heading of each, its settings, and the control that draws it. A new setting
 * is a row here, or one more field in a row.
 */
import type { MessageKey, Say } from '../locale/index.ts';
import { saySetting } from '../locale/settings-words.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/index.ts';
import { About, Permissions } from './About.tsx';
import { AddDatasets } from './AddDatasets.tsx';
import { choices, labelled, time, toggle } from './controls.tsx';
import { DataSection, ResetAll } from './DataSection.tsx';
import { DatasetList } from './DatasetList.tsx';
import { CastChoice, EntityChoice } from './EntityChoices.tsx';
import { FIRST_CHOICES } from './first-choices.ts';
import { IgnoredMatches } from './IgnoredMatches.tsx';
import { MasterSwitch } from './MasterSwitch.tsx';
import type { PageId } from './page-ids.ts';
import { Shortcuts } from './Shortcuts.tsx';
import { SiteRules } from './SiteRules.tsx';
import type { Control } from './state.ts';

export interface SectionSpec {
  page: PageId;
  heading: MessageKey;
  /** Whether the control says everything by itself, so that the heading is not drawn. */
  isPlain?: boolean;
  /** Whether it is folded under "More" on its page, because few readers need it. */
  isFolded?: boolean;
  /** Only if the heading and the labels leave something open. */
  hint?: MessageKey;
  /** The settings that a reset of this section resets. */
  fields: readonly (keyof Settings)[];
  control: Control;
}

/** By the id of the section's element, in the order of the pages. */
export const SECTIONS = {
  all: {
    page: 'highlights',
    heading: 'switchAll',
    isPlain: true,
    fields: ['on', 'pausedUntil'],
    control: MasterSwitch,
  },
  entities: {
    page: 'highlights',
    heading: 'entitiesHeading',
    fields: ['entitiesOff'],
    control: EntityChoice,
  },
  style: { page: 'highlights', ...FIRST_CHOICES.style },
  marking: {
    page: 'highlights',
    heading: 'markingHeading',
    hint: 'markingHint',
    fields: ['marking'],
    control: choices(
      'marking',
      labelled({ all: 'markingAll', section: 'markingSection', first: 'markingFirst' }),
    ),
  },
  cast: { page: 'highlights', heading: 'castHeading', fields: ['castOn'], control: CastChoice },
  'all-datasets': {
    page: 'datasets',
    heading: 'datasetsHeading',
    hint: 'datasetsHint',
    fields: [],
    control: DatasetList,
  },
  'add-datasets': {
    page: 'datasets',
    heading: 'addHeading',
    hint: 'addHint',
    fields: [],
    control: AddDatasets,
  },
  dwell: { page: 'cards', ...FIRST_CHOICES.dwell },
  'open-key': {
    page: 'cards',
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
  theme: { page: 'cards', ...FIRST_CHOICES.theme },
  'text-size': {
    page: 'cards',
    heading: 'textSizeHeading',
    fields: ['textSize'],
    control: choices('textSize', (size, { say }) => say('textSizePercent', size)),
  },
  'dwell-exact': {
    page: 'cards',
    heading: 'dwellOwn',
    isPlain: true,
    isFolded: true,
    // Its setting is reset where its choices are.
    fields: [],
    control: time('dwellMs', 'dwellOwn'),
  },
  leave: {
    page: 'cards',
    heading: 'leaveOwn',
    isPlain: true,
    isFolded: true,
    fields: ['leaveMs'],
    control: time('leaveMs', 'leaveOwn'),
  },
  tip: {
    page: 'cards',
    heading: 'tipHeading',
    isPlain: true,
    isFolded: true,
    fields: ['tip'],
    control: toggle('tip', 'tipLabel'),
  },
  sites: {
    page: 'sites',
    heading: 'sitesHeading',
    fields: ['siteMode', 'sitesOff', 'sitesOn'],
    control: SiteRules,
  },
  dismissed: {
    page: 'sites',
    heading: 'dismissedHeading',
    fields: ['dismissedMentions'],
    control: IgnoredMatches,
  },
  shortcuts: { page: 'keys', heading: 'shortcutsHeading', fields: [], control: Shortcuts },
  badge: {
    page: 'keys',
    heading: 'badgeHeading',
    fields: ['badge'],
    control: toggle('badge', 'badgeLabel'),
  },
  data: {
    page: 'data',
    heading: 'dataHeading',
    hint: 'dataHint',
    fields: [],
    control: DataSection,
  },
  reset: { page: 'data', heading: 'resetHeading', isPlain: true, fields: [], control: ResetAll },
  permissions: {
    page: 'data',
    heading: 'permissionsHeading',
    hint: 'permissionsHint',
    fields: [],
    control: Permissions,
  },
  about: { page: 'data', heading: 'aboutHeading', fields: [], control: About },
} as const satisfies Record<string, SectionSpec>;

export type SectionId = keyof typeof SECTIONS;
// `Object.keys` loses the type of the keys.
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

/** The name of a setting in words. @param name any; an unknown name is returned unchanged */
export function sayField(name: string, say: Say): string {
  const id = sectionWith(name);
  return saySetting(name, say) ?? (id ? say(specOf(id).heading) : name);
}

/** Whether a section's settings differ from the defaults. @param base the defaults, those of a policy among them */
export function isChanged(settings: Settings, id: SectionId, base = DEFAULT_SETTINGS): boolean {
  return specOf(id).fields.some((name) => !isSame(settings[name], base[name]));
}

/** Resets a section's settings to their defaults. @param base as for `isChanged` */
export function resetSection(settings: Settings, id: SectionId, base = DEFAULT_SETTINGS): Settings {
  const fields = specOf(id).fields.map((name): [string, unknown] => [name, base[name]]);
  return { ...settings, ...Object.fromEntries(fields) };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
