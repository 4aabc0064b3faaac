/** The settings, and how they are read and changed. Free of zod: see schema.ts and store.ts. */
export {
  isDismissed,
  switchEntity,
  switchMention,
  switchPause,
  switchRule,
  switchSite,
  switchSiteReported,
  type DismissibleMention,
  type SiteSwitch,
} from './change.ts';
export { partsOf, type DismissedMention, type Field } from './field.ts';
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
  type Switchable,
  type TextSize,
  type Theme,
} from './settings.ts';
export {
  baseSettings,
  isKept,
  isLocked,
  keptBy,
  policyInPage,
  withoutPolicy,
  type PolicyInForce,
  type PolicyInPage,
  type SettingsPolicy,
} from './policy.ts';
export { parseRule, RULE_MAX, type ParsedRule, type RuleProblem } from './site-rule.ts';
export {
  isPaused,
  isSiteAllowed,
  isSiteOn,
  listOf,
  LOCAL_FILES,
  matches,
  addressOf,
  ruleFor,
  siteOf,
  type PageAddress,
} from './sites.ts';
