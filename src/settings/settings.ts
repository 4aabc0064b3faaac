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

/** Longest dwell that can be set, in ms. */
export const DWELL_MAX_MS = 2000;
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
  /** Ids of main entities that are neither highlighted nor counted. */
  entitiesOff: string[];
  /** Ids of cast entities that are highlighted and counted too. */
  castOn: string[];
  highlightStyle: HighlightStyle;
  /** Rest of the pointer on a mention before the popover opens, in ms, 0 to `DWELL_MAX_MS`. */
  dwellMs: number;
  openKey: OpenKey;
  marking: Marking;
  /** Sites, as `siteOf` names them, on which nothing is done. */
  sitesOff: string[];
  notThis: NotThis[];
}

export const DEFAULT_SETTINGS: Settings = {
  on: true,
  entitiesOff: [],
  castOn: [],
  highlightStyle: 'dotted',
  dwellMs: DWELL_PRESETS_MS.calm,
  openKey: 'none',
  marking: 'all',
  sitesOff: [],
  notThis: [],
};

/** Whether an entity is highlighted: main ones unless switched off, the cast only if switched on. */
export function isEntityOn(
  { entitiesOff, castOn }: Settings,
  { id, tier }: { id: string; tier: 'main' | 'cast' },
): boolean {
  return tier === 'main' ? !entitiesOff.includes(id) : castOn.includes(id);
}

/** Key of the settings in the browser's local storage area. */
export const SETTINGS_KEY = 'settings';
export const SETTINGS_VERSION = 1;

/** What is stored under `SETTINGS_KEY`. */
export interface SettingsRecord {
  version: typeof SETTINGS_VERSION;
  settings: Settings;
}

/**
 * The site that a page belongs to for the switch: its host name without port, or `file:` for all local files.
 * @returns undefined where the product does not run (about:, chrome:, extension pages)
 */
export function siteOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'file:') return 'file:';
  return /^https?:$/.test(protocol) && hostname ? hostname : undefined;
}
