/**
 * A stored record of settings: what it holds, how much of it can be trusted, and how one is written. Pure; the
 * store decides what happens to a record that is not whole.
 */
import { z } from 'zod';
import { checkOf } from './check.ts';
import { readSettings } from './in-page.ts';
import { migrated } from './migrations.ts';
import { compareMentions } from './patch.ts';
import { settingsRecordSchema, settingsSchema } from './schema.ts';
import {
  DEFAULT_SETTINGS,
  SETTINGS_VERSION,
  type Settings,
  type SettingsRecord,
} from './settings.ts';
import { parseRule } from './site-rule.ts';

/** Why something was kept aside: written by a newer version of the extension, or not (wholly) settings. */
export type AsideReason = 'newer' | 'broken';

export type ReadRecord =
  | { state: 'whole'; settings: Settings }
  /** Of an earlier version, and nothing of it is lost. */
  | { state: 'earlier'; settings: Settings }
  /** `settings` is what of it could be read. */
  | { state: AsideReason; settings: Settings };

const earlierSchema = z.strictObject({
  version: z.int().min(1).lt(SETTINGS_VERSION),
  settings: z.record(z.string(), z.unknown()),
});
const newerSchema = z.looseObject({ version: z.number().gt(SETTINGS_VERSION) });

/** Total: reads whatever is stored under the key of the settings. */
export function readRecord(stored: unknown): ReadRecord {
  const whole = settingsRecordSchema.safeParse(stored);
  // The check is of what was stored, before the schema mended anything.
  if (whole.success && whole.data.check === checkOf((stored as SettingsRecord).settings)) {
    return { state: 'whole', settings: whole.data.settings };
  }
  const earlier = earlierSchema.safeParse(stored);
  if (earlier.success) {
    const { version, settings } = earlier.data;
    const parsed = settingsSchema.safeParse(migrated(version, settings));
    if (parsed.success) {
      const canonical = canonicalOf(parsed.data);
      return { state: canonical.lossless ? 'earlier' : 'broken', settings: canonical.settings };
    }
  }
  const isNewer = newerSchema.safeParse(stored).success;
  return { state: isNewer ? 'newer' : 'broken', settings: salvaged(stored) };
}

/** What is written for settings. */
export function recordOf(settings: Settings): SettingsRecord {
  return { version: SETTINGS_VERSION, settings, check: checkOf(settings) };
}

/**
 * Settings as they are kept: lists in order, each entry once, rules as `parseRule` gives them.
 * @throws ZodError for anything but valid settings; RangeError for a site rule that is none
 */
export function canonicalSettings(settings: unknown): Settings {
  const canonical = canonicalOf(settingsSchema.parse(settings));
  if (!canonical.lossless) throw new RangeError('A site rule cannot be read.');
  return canonical.settings;
}

/** `lossless` is false where a rule could not be read as one and is left out. */
function canonicalOf(settings: Settings): { settings: Settings; lossless: boolean } {
  let lossless = true;
  const rules = (texts: readonly string[]): string[] =>
    names(
      texts.flatMap((text) => {
        const parsed = parseRule(text);
        if ('rule' in parsed) return [parsed.rule];
        lossless = false;
        return [];
      }),
    );
  const mentions = new Map(
    settings.notThis.map((each) => [JSON.stringify(Object.values(each)), each]),
  );
  const canonical = {
    ...settings,
    entitiesOff: names(settings.entitiesOff),
    castOn: names(settings.castOn),
    sitesOff: rules(settings.sitesOff),
    sitesOn: rules(settings.sitesOn),
    notThis: [...mentions.values()].sort(compareMentions),
  };
  return { settings: canonical, lossless };
}

const names = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** Without every one of these, a page could come on that was switched off. */
const WHERE = ['on', 'pausedUntil', 'siteMode', 'sitesOff', 'sitesOn'] as const;

/**
 * What can be read of a record that is not whole: each field that is valid by itself. Switched off where any
 * field is lost that says where the product works.
 */
function salvaged(stored: unknown): Settings {
  const found = salvageSchema.safeParse(stored);
  const fields: Record<string, unknown> = found.success ? found.data.settings : {};
  let settings = DEFAULT_SETTINGS;
  const read = new Set<string>();
  for (const field of Object.keys(DEFAULT_SETTINGS)) {
    if (!Object.hasOwn(fields, field)) continue;
    const tried = readSettings({ ...settings, [field]: fields[field] });
    if (!tried) continue;
    settings = tried;
    read.add(field);
  }
  const { settings: canonical, lossless } = canonicalOf(settings);
  // Damaged anywhere, it may name another site than the reader did.
  const isAsWritten = found.success && found.data.check === checkOf(fields);
  const isSure = lossless && isAsWritten && WHERE.every((field) => read.has(field));
  return isSure ? canonical : { ...canonical, on: false };
}

const salvageSchema = z.looseObject({
  settings: z.record(z.string(), z.unknown()),
  check: z.unknown().optional(),
});
