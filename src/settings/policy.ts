/**
 * What an organisation's policy does to settings: which values it locks, which it only starts with, and which site rules it adds. Keeps
 * what the reader has chosen, so that a policy that goes away gives it back. Pure and free of zod; src/policy/ reads what the browser
 * hands over, store.ts writes.
 */
import { partsOf } from './field.ts';
import type { Fields } from './migrations.ts';
import { isSame, patchBetween } from './patch.ts';
import { defaultsOf, settingsFrom, SHAPE, type Settings, type Shape } from './settings.ts';

/** The part of a policy that is about settings, checked. */
export interface SettingsPolicy {
  /** What the organisation calls itself; empty if it does not say. */
  organisation: string;
  /** Values that apply until the reader chooses another one. */
  defaults: Partial<Settings>;
  /** Values that the reader cannot change. */
  locked: Partial<Settings>;
  /** Rules beside those of the reader, who cannot remove them. */
  sitesOff: readonly string[];
  sitesOn: readonly string[];
}

/** A policy that is in force. */
export interface PolicyInForce extends SettingsPolicy {
  /** What the reader has chosen among the settings that the policy decides. One that is missing was not chosen. */
  own: Partial<Settings>;
}

/** Settings, and the policy that has decided some of them. */
export interface UnderPolicy {
  settings: Settings;
  policy?: PolicyInForce | undefined;
}

const RULES = ['sitesOff', 'sitesOn'] as const;

/** The rules that a policy adds to a list. @param name of any setting */
const rulesFor = (policy: SettingsPolicy, name: string): readonly string[] => {
  const list = RULES.find((each) => each === name);
  return list ? policy[list] : [];
};

/** Names of the settings that a policy has a word on. */
function decidedBy(policy: SettingsPolicy): string[] {
  const lists = RULES.filter((list) => policy[list].length > 0);
  return [...new Set([...Object.keys(policy.defaults), ...Object.keys(policy.locked), ...lists])];
}

const has = (fields: Fields, name: string): boolean => Object.hasOwn(fields, name);

/** A list with rules that it must have, in the stored order. Any other value stays as it is. */
function withRules(value: unknown, rules: readonly string[]): unknown {
  if (rules.length === 0 || !Array.isArray(value)) return value;
  return [...new Set([...(value as string[]), ...rules])].sort();
}

/** The default of a setting under a policy, without its rules. */
function defaultUnder(policy: SettingsPolicy, name: string, shape: Shape): unknown {
  const defaults: Fields = policy.defaults;
  return has(defaults, name) ? defaults[name] : shape.fields[name]?.default;
}

/** The value of a setting if the reader has chosen nothing. */
function baseValue(policy: SettingsPolicy, name: string, shape: Shape): unknown {
  const locked: Fields = policy.locked;
  const value = has(locked, name) ? locked[name] : defaultUnder(policy, name, shape);
  return withRules(value, rulesFor(policy, name));
}

/** The settings of a reader who has chosen nothing. */
export function baseSettings(policy: SettingsPolicy | undefined, shape: Shape = SHAPE): Settings {
  const base: Fields = { ...defaultsOf(shape) };
  if (policy) for (const name of decidedBy(policy)) base[name] = baseValue(policy, name, shape);
  return settingsFrom(base);
}

/** Puts back whatever a policy does not let go: locked values, and its rules. */
export function keptBy(policy: SettingsPolicy | undefined, settings: Settings): Settings {
  if (!policy) return settings;
  const fields: Fields = { ...settings, ...policy.locked };
  for (const list of RULES) fields[list] = withRules(fields[list], policy[list]);
  return settingsFrom(fields);
}

/** Whether a policy keeps any part of a change from happening. @param wanted the settings after it */
export const isKept = (policy: SettingsPolicy | undefined, wanted: Settings): boolean =>
  policy !== undefined && Object.keys(patchBetween(wanted, keptBy(policy, wanted))).length > 0;

/** Whether a policy locks a setting as a whole. */
export const isLocked = (
  policy: { locked: SettingsPolicy['locked'] | Fields } | undefined,
  name: keyof Settings,
): boolean => policy !== undefined && has(policy.locked, name);

/** What a page knows of a policy: who has set what its cards cannot change. */
export interface PolicyInPage {
  /** What the organisation calls itself; empty if it does not say. */
  organisation: string;
  /** Values by the names of locked settings; the names alone count. */
  locked: Fields;
}

/** The policy in a record, for the content script. Total: without a policy nothing is locked. */
export function policyInPage(stored: unknown): PolicyInPage {
  const { organisation, locked } = partsOf(partsOf(stored)['policy']);
  return {
    organisation: typeof organisation === 'string' ? organisation : '',
    locked: partsOf(locked),
  };
}

/** The settings as they are without the policy. */
export function withoutPolicy({ settings, policy }: UnderPolicy, shape: Shape = SHAPE): Settings {
  if (!policy) return settings;
  const defaults: Fields = { ...defaultsOf(shape) };
  const own = new Map(Object.entries(policy.own));
  const given = decidedBy(policy).map((name): [string, unknown] => [
    name,
    own.has(name) ? own.get(name) : defaults[name],
  ]);
  return settingsFrom({ ...settings, ...Object.fromEntries(given) });
}

/** Puts a policy, or none, in the place of the one that is in force. The reader's own choices stay, under either. */
export function takenOver(
  before: UnderPolicy,
  next: SettingsPolicy | undefined,
  shape: Shape = SHAPE,
): UnderPolicy {
  const free: Fields = { ...withoutPolicy(before, shape) };
  if (!next) return { settings: settingsFrom(free) };
  const [defaults, known]: [Fields, Fields] = [{ ...defaultsOf(shape) }, before.policy?.own ?? {}];
  const wasDecided = new Set(before.policy ? decidedBy(before.policy) : []);
  const isChosen = (name: string): boolean =>
    wasDecided.has(name) ? has(known, name) : !isSame(free[name], defaults[name]);
  const decided = decidedBy(next);
  const own = decided.filter(isChosen).map((name) => [name, free[name]] as const);
  const base = decided.map((name) => [name, baseValue(next, name, shape)] as const);
  const policy = { ...next, own: Object.fromEntries(own) };
  const settings = settingsFrom({
    ...free,
    ...Object.fromEntries(base),
    ...policy.own,
  });
  return { settings: keptBy(next, settings), policy };
}

/** What the reader has chosen, after a change of settings. @param after as the policy keeps them */
export function chosenAfter(
  policy: PolicyInForce,
  before: Settings,
  after: Settings,
  shape: Shape = SHAPE,
): PolicyInForce {
  const [olds, news]: [Fields, Fields] = [before, after];
  const own = new Map<string, unknown>(Object.entries(policy.own));
  for (const name of decidedBy(policy)) {
    if (has(policy.locked, name) || isSame(olds[name], news[name])) continue;
    const chosen = ownPart(policy, name, news[name]);
    if (isSame(chosen, defaultUnder(policy, name, shape))) own.delete(name);
    else own.set(name, chosen);
  }
  return { ...policy, own: Object.fromEntries(own) };
}

/** A value without the policy's rules, but for those that the reader had before. */
function ownPart(policy: PolicyInForce, name: string, value: unknown): unknown {
  const rules = rulesFor(policy, name);
  if (rules.length === 0 || !Array.isArray(value)) return value;
  const had: unknown = new Map<string, unknown>(Object.entries(policy.own)).get(name);
  const foreign = new Set<unknown>(rules);
  if (Array.isArray(had)) for (const rule of had) foreign.delete(rule);
  return value.filter((rule) => !foreign.has(rule));
}
