/**
 * The settings as the extension's own pages check them before and after storing. With zod, and therefore
 * never imported by the content script, which reads the same shape by in-page.ts.
 */
import { z } from 'zod';
import {
  DWELL_MAX_MS,
  HIGHLIGHT_STYLES,
  LEAVE_MAX_MS,
  MARKINGS,
  OPEN_KEYS,
  SETTINGS_VERSION,
  SITE_MODES,
  TEXT_SIZES,
  THEMES,
  type Settings,
  type SettingsRecord,
} from './settings.ts';

/** Chromium would store half of a character pair as another character. */
const text = z.string().overwrite((value) => value.toWellFormed());

/** Strict: a field that this version does not know would be lost with the next change. */
export const settingsSchema = z.strictObject({
  on: z.boolean(),
  pausedUntil: z.int().min(0),
  entitiesOff: z.array(text),
  castOn: z.array(text),
  highlightStyle: z.enum(HIGHLIGHT_STYLES),
  dwellMs: z.int().min(0).max(DWELL_MAX_MS),
  leaveMs: z.int().min(0).max(LEAVE_MAX_MS),
  openKey: z.enum(OPEN_KEYS),
  marking: z.enum(MARKINGS),
  siteMode: z.enum(SITE_MODES),
  sitesOff: z.array(text),
  sitesOn: z.array(text),
  theme: z.enum(THEMES),
  textSize: z.literal(TEXT_SIZES),
  badge: z.boolean(),
  notThis: z.array(z.strictObject({ site: text, entity: text, surface: text })),
});

export const settingsRecordSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  settings: settingsSchema,
  check: z.string(),
});

type Same<A, B> = [A, B] extends [B, A] ? true : never;

/** Fails to compile when the schema and the interfaces of settings.ts drift apart. */
export const SCHEMA_AGREES: [
  Same<z.infer<typeof settingsSchema>, Settings>,
  Same<z.infer<typeof settingsRecordSchema>, SettingsRecord>,
] = [true, true];
