/**
 * Reads a stored record of settings for the extension's own pages: all of it, or as much as is readable. Pure; the store decides
 * what happens to an unreadable record.
 */
import type { ZodType } from 'zod';
import { isObject, partsOf } from './field.ts';
import { migrated } from './migrations.ts';
import type { PolicyInForce } from './policy.ts';
import { policySchema, schemaOf } from './schema.ts';
import {
  defaultsOf,
  isVersion,
  openRecord,
  readSettings,
  settingsFrom,
  SHAPE,
  versionOf,
  type Settings,
  type SettingsRecord,
  type Shape,
} from './settings.ts';

/** Why a record is unreadable: a later version of the extension wrote it, or it is damaged. */
export type UnreadableReason = 'newer' | 'broken';

export interface ReadRecord {
  state: 'whole' | UnreadableReason;
  /** From an unreadable record: the readable part, switched off. */
  settings: Settings;
  /** The policy under which the record was written. One that cannot be read counts as none: the background reads it anew. */
  policy?: PolicyInForce | undefined;
}

/** Total: reads any value that is stored under the key of the settings. */
export function readRecord(stored: unknown, shape: Shape = SHAPE): ReadRecord {
  if (stored === undefined) return { state: 'whole', settings: defaultsOf(shape) };
  const fields = openRecord(stored, shape);
  // A record that a page cannot read is unreadable here too, or the page would wait for a repair for ever.
  const given = readSettings(fields, shape);
  const whole = schemaOf(shape).safeParse(given).data;
  const policy = policyIn(stored, shape);
  if (whole && hasSameRules(given, whole, shape)) {
    return { state: 'whole', settings: settingsFrom(whole), ...policy };
  }
  const found = typeof fields === 'object' ? fields : partsOf(stored)['settings'];
  const state = fields === 'newer' ? 'newer' : 'broken';
  return { state, settings: salvaged(found, shape), ...policy };
}

/** The policy in a record of this version or an earlier one, if there is one. */
function policyIn(stored: unknown, shape: Shape): { policy?: PolicyInForce } {
  const { version, policy } = partsOf(stored);
  if (!isVersion(version) || version > versionOf(shape) || !isObject(policy)) return {};
  const parts = ['defaults', 'locked', 'own'].map((part): [string, unknown] => {
    const fields = policy[part];
    return [part, isObject(fields) ? migrated(fields, version, shape.migrations) : fields];
  });
  const read = policySchema(shape).safeParse({ ...policy, ...Object.fromEntries(parts) });
  return read.success ? { policy: read.data as PolicyInForce } : {};
}

/** Whether rules stand in the form that is stored: pages match them as they are, and "example.org." would match none. */
function hasSameRules(given: unknown, whole: Record<string, unknown>, shape: Shape): boolean {
  const before = partsOf(given);
  return Object.entries(shape.fields).every(([name, { kind }]) => {
    const [rules, read] = [before[name], whole[name]];
    if (kind !== 'rules' || !Array.isArray(rules) || !Array.isArray(read)) return true;
    return rules.every((rule) => read.includes(rule));
  });
}

/** The record of settings that is written. */
export const recordOf = (
  settings: Settings,
  shape: Shape = SHAPE,
  policy?: PolicyInForce,
): SettingsRecord => ({
  version: versionOf(shape),
  settings,
  ...(policy && { policy }),
});

/** Keeps each field, and each entry of a list, that is valid by itself. Switched off, or a site that was off could come on. */
function salvaged(found: unknown, shape: Shape): Settings {
  const fields = partsOf(found);
  const good = Object.entries(schemaOf(shape).shape).flatMap(([name, schema]) => {
    const read = schema.safeParse(goodPart(fields[name], schema));
    return read.success ? [[name, read.data] as const] : [];
  });
  return { ...defaultsOf(shape), ...Object.fromEntries(good), on: false };
}

/** A list without the entries that are not valid. Any other value stays as it is. */
const goodPart = (value: unknown, schema: ZodType): unknown =>
  Array.isArray(value) ? value.filter((entry) => schema.safeParse([entry]).success) : value;
