/**
 * What a reader can set, and the defaults. Free of zod and of the browser, because the content script
 * carries it; the schema in schema.ts describes the same shape for everyone who writes.
 */

/** The fixed highlight styles: one rule each in the manifest's stylesheet, named `backgrounder-<style>`. */
export const HIGHLIGHT_STYLES = ['dotted', 'solid', 'tint'] as const;
export type HighlightStyle = (typeof HIGHLIGHT_STYLES)[number];

/** Keys that may have to be held for a card to open under the pointer. */
export const OPEN_KEYS = ['none', 'alt', 'ctrl', 'shift'] as const;
export type OpenKey = (typeof OPEN_KEYS)[number];

/** How many of an entity's mentions are painted: all, the first in each section, or the first on the page. */
export const MARKINGS = ['all', 'section', 'first'] as const;
export type Marking = (typeof MARKINGS)[number];

/** Where the product works: everywhere but on some sites, or on some sites alone. */
export const SITE_MODES = ['except', 'only'] as const;
export type SiteMode = (typeof SITE_MODES)[number];

/** Colours of cards and of the extension's own pages; `auto` follows the page there, and the browser here. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Text sizes of cards and of the extension's own pages, in percent. */
export const TEXT_SIZES = [90, 100, 115, 130, 150] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Longest dwell, and longest delay before a card that was left closes, that can be set; in ms. */
export const DWELL_MAX_MS = 2000;
export const LEAVE_MAX_MS = 2000;
/** Dwell presets in ms; calm is what Wikipedia's Page Previews wait in all. */
export const DWELL_PRESETS_MS = { instant: 0, quick: 200, calm: 500 } as const;

/** A mention that a reader does not want on a site: these characters are not this entity there. */
export interface NotThis {
  site: string;
  entity: string;
  surface: string;
}

export interface Settings {
  /** Whether anything is done on any page. */
  on: boolean;
  /** Nothing is done on any page before this moment, in ms since 1970; 0 or a moment in the past: not paused. */
  pausedUntil: number;
  /** Ids of main entities that are neither highlighted nor counted. */
  entitiesOff: string[];
  /** Ids of cast entities that are highlighted and counted too. */
  castOn: string[];
  highlightStyle: HighlightStyle;
  /** Rest of the pointer on a mention before the popover opens, in ms, 0 to `DWELL_MAX_MS`. */
  dwellMs: number;
  /** From when the pointer leaves card and mention until the popover closes, in ms, 0 to `LEAVE_MAX_MS`. */
  leaveMs: number;
  openKey: OpenKey;
  marking: Marking;
  /** Which of the two lists of rules counts; the other one is kept for a change of mind. */
  siteMode: SiteMode;
  /** Rules (sites.ts) for where nothing is done in the mode `except`. */
  sitesOff: string[];
  /** Rules for where alone something is done in the mode `only`. */
  sitesOn: string[];
  theme: Theme;
  textSize: TextSize;
  /** Whether the toolbar button shows how many mentions a page has. */
  badge: boolean;
  notThis: NotThis[];
}

export const DEFAULT_SETTINGS: Settings = {
  on: true,
  pausedUntil: 0,
  entitiesOff: [],
  castOn: [],
  highlightStyle: 'dotted',
  dwellMs: DWELL_PRESETS_MS.calm,
  leaveMs: 300,
  openKey: 'none',
  marking: 'all',
  siteMode: 'except',
  sitesOff: [],
  sitesOn: [],
  theme: 'auto',
  textSize: 100,
  badge: true,
  notThis: [],
};

/** Whether an entity is highlighted: main ones unless switched off, the cast only if switched on. */
export function isEntityOn(
  { entitiesOff, castOn }: Settings,
  { id, tier }: { id: string; tier: 'main' | 'cast' },
): boolean {
  return tier === 'main' ? !entitiesOff.includes(id) : castOn.includes(id);
}

/** What the content script takes for settings that it cannot read: a page that was switched off stays off. */
export const UNREADABLE_SETTINGS: Settings = { ...DEFAULT_SETTINGS, on: false };

/** Key of the settings in the browser's local storage area. */
export const SETTINGS_KEY = 'settings';
export const SETTINGS_VERSION = 2;

/** What is stored under `SETTINGS_KEY`. */
export interface SettingsRecord {
  version: typeof SETTINGS_VERSION;
  settings: Settings;
  /** `checkOf` the settings: what was damaged in storage is noticed even where it still looks whole. */
  check: string;
}
