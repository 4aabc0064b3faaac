/** What a reader can set, where it is kept, and how it is read. Free of zod: see schema.ts and store.ts. */
export {
  isLeftOut,
  switchEntity,
  switchMention,
  switchPause,
  switchRule,
  switchSite,
  switchSiteTold,
  type SiteSwitch,
} from './change.ts';
export type { Field, NotThis } from './field.ts';
export * from './fields.ts';
export { patchBetween, patched, unpatched, type SettingsPatch } from './patch.ts';
export {
  DEFAULT_SETTINGS,
  isEntityOn,
  readSettings,
  SETTINGS_KEY,
  settingsInPage,
  UNREADABLE_SETTINGS,
  type HighlightStyle,
  type Marking,
  type OpenKey,
  type Settings,
  type SettingsRecord,
  type SiteMode,
  type TextSize,
  type Theme,
} from './settings.ts';
export { parseRule, RULE_MAX, type ParsedRule, type RuleProblem } from './site-rule.ts';
export {
  isPaused,
  isSiteAllowed,
  isSiteOn,
  listOf,
  LOCAL_FILES,
  matches,
  placeOf,
  ruleFor,
  siteOf,
  type Place,
} from './sites.ts';
