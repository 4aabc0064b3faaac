/**
 * The sections of the options page as data: what each is called, which settings it holds, and which words a
 * search finds it by. Pure; what is inside of a section is drawn by its view.
 */
import type { MessageKey, Say } from '../locale/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/index.ts';

export interface SectionSpec {
  heading: MessageKey;
  /** Says the default, where there is one. */
  hint: MessageKey;
  /** What the hint says in numbers. */
  hintWith?: readonly number[];
  /** The settings that a reset of this section resets. */
  fields: readonly (keyof Settings)[];
  /** What else stands in the section, for the search. */
  words: readonly MessageKey[];
}

const { dwellMs, leaveMs, textSize } = DEFAULT_SETTINGS;

/** By the id of the section's element, in the order of the page. */
export const SECTIONS = {
  all: {
    heading: 'allHeading',
    hint: 'allHint',
    fields: ['on', 'pausedUntil'],
    words: ['switchAll', 'pauseHour'],
  },
  entities: {
    heading: 'entitiesHeading',
    hint: 'entitiesHint',
    fields: ['entitiesOff'],
    words: ['searchWordsEntities'],
  },
  cast: { heading: 'castHeading', hint: 'castHint', fields: ['castOn'], words: [] },
  style: {
    heading: 'styleHeading',
    hint: 'styleHint',
    fields: ['highlightStyle'],
    words: ['styleDotted', 'styleSolid', 'styleTint', 'searchWordsStyle'],
  },
  marking: {
    heading: 'markingHeading',
    hint: 'markingHint',
    fields: ['marking'],
    words: ['markingAll', 'markingSection', 'markingFirst', 'searchWordsMarking'],
  },
  dwell: {
    heading: 'dwellHeading',
    hint: 'dwellHint',
    hintWith: [dwellMs],
    fields: ['dwellMs'],
    words: ['dwellInstant', 'dwellQuick', 'dwellCalm', 'dwellOwn', 'searchWordsDwell'],
  },
  leave: {
    heading: 'leaveHeading',
    hint: 'leaveHint',
    hintWith: [leaveMs],
    fields: ['leaveMs'],
    words: ['leaveOwn', 'searchWordsDwell'],
  },
  'open-key': {
    heading: 'openKeyHeading',
    hint: 'openKeyHint',
    fields: ['openKey'],
    words: ['openKeyNone', 'openKeyAlt', 'openKeyCtrl', 'openKeyShift', 'searchWordsKeys'],
  },
  sites: {
    heading: 'sitesHeading',
    hint: 'sitesHint',
    fields: ['siteMode', 'sitesOff', 'sitesOn'],
    words: ['siteModeExcept', 'siteModeOnly', 'siteTestLabel', 'searchWordsSites'],
  },
  'left-out': {
    heading: 'leftOutHeading',
    hint: 'leftOutHint',
    fields: ['notThis'],
    words: ['searchWordsLeftOut'],
  },
  theme: {
    heading: 'themeHeading',
    hint: 'themeHint',
    fields: ['theme'],
    words: ['themeAuto', 'themeLight', 'themeDark', 'searchWordsTheme'],
  },
  'text-size': {
    heading: 'textSizeHeading',
    hint: 'textSizeHint',
    hintWith: [textSize],
    fields: ['textSize'],
    words: ['searchWordsTextSize'],
  },
  badge: {
    heading: 'badgeHeading',
    hint: 'badgeHint',
    fields: ['badge'],
    words: ['badgeLabel', 'searchWordsBadge'],
  },
  shortcuts: {
    heading: 'shortcutsHeading',
    hint: 'shortcutsHint',
    fields: [],
    words: ['commandNext', 'commandPrevious', 'commandOpen', 'commandSwitch', 'searchWordsKeys'],
  },
  data: {
    heading: 'dataHeading',
    hint: 'dataHint',
    fields: [],
    words: ['exportButton', 'importLabel', 'resetAll', 'searchWordsData'],
  },
  permissions: {
    heading: 'permissionsHeading',
    hint: 'permissionsHint',
    fields: [],
    words: ['permissionPages', 'permissionStorage', 'permissionTab', 'searchWordsPermissions'],
  },
  about: {
    heading: 'aboutHeading',
    hint: 'aboutHint',
    fields: [],
    words: ['aboutLicence', 'searchWordsAbout'],
  },
} as const satisfies Record<string, SectionSpec>;

export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];

/** A section of the table, with all of its fields. */
export const specOf = (id: SectionId): SectionSpec => SECTIONS[id];

/** The section that holds a setting; each has one. */
export function sectionOf(field: keyof Settings): SectionId {
  const id = SECTION_IDS.find((each) => specOf(each).fields.includes(field));
  if (!id) throw new Error(`No section for ${field}.`);
  return id;
}

/** Ids of the sections that hold every word of a query, in any case and without accents; all for none. */
export function sectionsFor(query: string, say: Say): SectionId[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  return SECTION_IDS.filter((id) => {
    const { heading, hint, words } = specOf(id);
    const text = folded([heading, hint, ...words].map((key) => say(key)).join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a section's settings are not the defaults. */
export function isChanged(settings: Settings, id: SectionId): boolean {
  return specOf(id).fields.some((field) => !isSame(settings[field], DEFAULT_SETTINGS[field]));
}

/** A section's settings back to their defaults. */
export function resetSection(settings: Settings, id: SectionId): Settings {
  const fields = specOf(id).fields.map((field) => [field, DEFAULT_SETTINGS[field]]);
  return { ...settings, ...(Object.fromEntries(fields) as Partial<Settings>) };
}

function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === 0 && b.length === 0 : a === b;
}
