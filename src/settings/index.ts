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
export { readSettings, settingsInPage } from './in-page.ts';
export { patchBetween, patched, unpatched, type SettingsPatch } from './patch.ts';
export * from './settings.ts';
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
