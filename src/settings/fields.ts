/**
 * Every setting, one line each. The type, the defaults, the checks and the messages about a wrong import follow from this table. A
 * new setting is a line here, a row in options/sections.ts, and its strings.
 *
 * An added or removed line needs no new version (docs/settings.md). A new name for a setting, or new rules for its values, need a
 * step in migrations.ts.
 */
import { mentions, moment, names, oneOf, onOff, siteRules, wholeNumber } from './field.ts';

/** The highlight styles. Each has a rule in the manifest's stylesheet, named `backgrounder-<style>`. */
export const HIGHLIGHT_STYLES = ['dotted', 'solid', 'tint'] as const;
/** Keys that a reader can choose to hold for a card to open under the pointer. */
export const OPEN_KEYS = ['none', 'alt', 'ctrl', 'shift'] as const;
/** Which of an entity's mentions are highlighted: all, the first in each section, or the first on the page. */
export const MARKINGS = ['all', 'section', 'first'] as const;
/** Where the extension works: on every site except some, or only on some sites. */
export const SITE_MODES = ['except', 'only'] as const;
/** Themes. With `auto`, cards follow their page, and the extension's own pages follow the browser. */
export const THEMES = ['auto', 'light', 'dark'] as const;
/** Text sizes of cards and of the extension's own pages, in percent. */
export const TEXT_SIZES = [90, 100, 115, 130, 150] as const;

/** Dwell presets in ms. Calm is the full delay of Wikipedia's Page Previews. */
export const DWELL_PRESETS_MS = { instant: 0, quick: 200, calm: 500 } as const;
/** Longest dwell, and longest delay before a card closes, in ms: a longer one would feel broken. */
export const DWELL_MAX_MS = 2000;
export const LEAVE_MAX_MS = 2000;
/** How long a pause lasts, in ms. */
export const PAUSE_MS = 3_600_000;

/**
 * How many entries a list may have. Each page reads all of them: 2,000 rules take about 3 ms. A settings file in which every list
 * is full of ordinary entries is still small enough to be imported again.
 */
export const LIST_MAX = 2000;

export const FIELDS = {
  /** The main switch. */
  on: onOff(true),
  /** The end of a pause: see `isPaused`. */
  pausedUntil: moment(),
  /** Main entities that are neither highlighted nor counted. */
  entitiesOff: names(),
  /** Cast entities that are highlighted and counted too. */
  castOn: names(),
  highlightStyle: oneOf(HIGHLIGHT_STYLES, 'dotted'),
  /** How long the pointer rests on a mention before the popover opens, in ms. */
  dwellMs: wholeNumber({ max: DWELL_MAX_MS, default: DWELL_PRESETS_MS.calm }),
  /**
   * How long after the pointer left card and mention the popover closes, in ms. Wikipedia's Page Previews and Wikipedia
   * Preview both use 300.
   */
  leaveMs: wholeNumber({ max: LEAVE_MAX_MS, default: 300 }),
  openKey: oneOf(OPEN_KEYS, 'none'),
  marking: oneOf(MARKINGS, 'all'),
  /** Which of the two lists of rules applies. The other list is kept. */
  siteMode: oneOf(SITE_MODES, 'except', { reveals: 'sites' }),
  /** Sites that are off in the mode `except`. */
  sitesOff: siteRules(),
  /** Sites that are on in the mode `only`. */
  sitesOn: siteRules(),
  theme: oneOf(THEMES, 'auto'),
  textSize: oneOf(TEXT_SIZES, 100),
  /** Whether the next card explains its tools. A card that did switches it off. */
  tip: onOff(true),
  /** Whether the toolbar button shows how many mentions a page has. */
  badge: onOff(true),
  /** Mentions that the reader dismissed. */
  dismissedMentions: mentions(),
};
