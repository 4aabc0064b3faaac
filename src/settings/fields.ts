/**
 * Every setting, one line each. The type, the defaults, the checks and what an import says of a wrong value follow
 * from this table. A new setting is a line here, a row in options/sections.ts, and its strings.
 *
 * To add or remove a line needs no new version (docs/settings.md). To rename one, or to change what it may hold,
 * needs a step in migrations.ts.
 */
import { mentions, moment, names, oneOf, onOff, siteRules, wholeNumber } from './field.ts';

/** The fixed highlight styles: one rule each in the manifest's stylesheet, named `backgrounder-<style>`. */
export const HIGHLIGHT_STYLES = ['dotted', 'solid', 'tint'] as const;
/** Keys that may have to be held for a card to open under the pointer. */
export const OPEN_KEYS = ['none', 'alt', 'ctrl', 'shift'] as const;
/** How many of an entity's mentions are painted: all, the first in each section, or the first on the page. */
export const MARKINGS = ['all', 'section', 'first'] as const;
/** Where the product works: everywhere except on some sites, or only on some sites. */
export const SITE_MODES = ['except', 'only'] as const;
/** Colours; with `auto`, cards follow their page, and the extension's own pages follow the browser. */
export const THEMES = ['auto', 'light', 'dark'] as const;
/** Text sizes of cards and of the extension's own pages, in percent. */
export const TEXT_SIZES = [90, 100, 115, 130, 150] as const;

/** Dwell presets in ms. Calm is the whole wait of Wikipedia's Page Previews. */
export const DWELL_PRESETS_MS = { instant: 0, quick: 200, calm: 500 } as const;
/** Longest dwell, and longest delay before a card that was left closes, in ms: longer feels broken. */
export const DWELL_MAX_MS = 2000;
export const LEAVE_MAX_MS = 2000;
/** How long a pause lasts, in ms. */
export const PAUSE_MS = 3_600_000;

/**
 * How many entries a list takes. Each page reads all of them: 2,000 rules cost it about 3 ms. A settings file with
 * every list full of ordinary entries is still small enough to be imported again.
 */
export const LIST_MAX = 2000;

export const FIELDS = {
  /** Whether anything is done on any page. */
  on: onOff(true),
  /** Nothing is done on any page before this moment: see `isPaused`. */
  pausedUntil: moment(),
  /** Main entities that are neither highlighted nor counted. */
  entitiesOff: names(),
  /** Cast entities that are highlighted and counted too. */
  castOn: names(),
  highlightStyle: oneOf(HIGHLIGHT_STYLES, 'dotted'),
  /** How long the pointer rests on a mention before the popover opens, in ms. */
  dwellMs: wholeNumber({ max: DWELL_MAX_MS, default: DWELL_PRESETS_MS.calm }),
  /** How long after the pointer left card and mention the popover closes, in ms. */
  leaveMs: wholeNumber({ max: LEAVE_MAX_MS, default: 300 }),
  openKey: oneOf(OPEN_KEYS, 'none'),
  marking: oneOf(MARKINGS, 'all'),
  /** Which of the two lists of rules counts. The other one is kept. */
  siteMode: oneOf(SITE_MODES, 'except', { tells: 'sites' }),
  /** Rules for where nothing is done, in the mode `except`. */
  sitesOff: siteRules(),
  /** Rules for where something is done, in the mode `only`. */
  sitesOn: siteRules(),
  theme: oneOf(THEMES, 'auto'),
  textSize: oneOf(TEXT_SIZES, 100),
  /** Whether the toolbar button shows how many mentions a page has. */
  badge: onOff(true),
  /** Mentions that a reader left out. */
  notThis: mentions(),
};
