/**
 * The settings as the extension's own pages check them before and after storing. With zod, and therefore
 * never imported by the content script, which reads the same shape by in-page.ts.
 */
import { z } from 'zod';
import {
  DWELL_MAX_MS,
  HIGHLIGHT_STYLES,
  MARKINGS,
  OPEN_KEYS,
  SETTINGS_VERSION,
  type Settings,
  type SettingsRecord,
} from './settings.ts';

/** Strict: a field that this version does not know would be lost with the next change. */
export const settingsSchema = z.strictObject({
  on: z.boolean(),
  entitiesOff: z.array(z.string()),
  castOn: z.array(z.string()),
  highlightStyle: z.enum(HIGHLIGHT_STYLES),
  dwellMs: z.number().min(0).max(DWELL_MAX_MS),
  openKey: z.enum(OPEN_KEYS),
  marking: z.enum(MARKINGS),
  sitesOff: z.array(z.string()),
  notThis: z.array(z.strictObject({ site: z.string(), entity: z.string(), surface: z.string() })),
});

export const settingsRecordSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  settings: settingsSchema,
});

type Same<A, B> = [A, B] extends [B, A] ? true : never;

/** Fails to compile when the schema and the interfaces of settings.ts drift apart. */
export const SCHEMA_AGREES: [
  Same<z.infer<typeof settingsSchema>, Settings>,
  Same<z.infer<typeof settingsRecordSchema>, SettingsRecord>,
] = [true, true];
