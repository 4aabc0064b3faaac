/**
 * The settings as the content script reads them: total, without zod, and never trusting what is stored.
 * A record that is not whole counts as switched off; keeping it aside is for the store (store.ts).
 */
import { checkOf } from './check.ts';
import { migrated } from './migrations.ts';
import {
  DEFAULT_SETTINGS,
  DWELL_MAX_MS,
  HIGHLIGHT_STYLES,
  LEAVE_MAX_MS,
  MARKINGS,
  OPEN_KEYS,
  SETTINGS_VERSION,
  SITE_MODES,
  TEXT_SIZES,
  THEMES,
  UNREADABLE_SETTINGS,
  type Settings,
} from './settings.ts';

/**
 * @returns the stored settings; the defaults where there are none; `UNREADABLE_SETTINGS` for anything but a
 * whole record of a version up to this one
 */
export function settingsInPage(stored: unknown): Settings {
  if (stored === undefined) return DEFAULT_SETTINGS;
  if (!isObject(stored)) return UNREADABLE_SETTINGS;
  const { version, settings, check } = stored;
  if (!isObject(settings)) return UNREADABLE_SETTINGS;
  const isWhole =
    version === SETTINGS_VERSION
      ? isExact(stored, ['version', 'settings', 'check']) && check === checkOf(settings)
      : version === 1 && isExact(stored, ['version', 'settings']);
  if (!isWhole || typeof version !== 'number') return UNREADABLE_SETTINGS;
  return readSettings(migrated(version, settings)) ?? UNREADABLE_SETTINGS;
}

/** @returns undefined for anything but settings of this version */
export function readSettings(value: unknown): Settings | undefined {
  const isWhole =
    isObject(value) &&
    isExact(value, Object.keys(FIELDS)) &&
    Object.entries(FIELDS).every(([field, isValid]) => isValid(value[field]));
  return isWhole ? (value as unknown as Settings) : undefined;
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isOneOf = (choices: readonly unknown[]) => (value: unknown) => choices.includes(value);
const isUpTo = (most: number) => (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;
const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const FIELDS: Record<keyof Settings, (value: unknown) => boolean> = {
  on: isBoolean,
  pausedUntil: isUpTo(Number.MAX_SAFE_INTEGER),
  entitiesOff: isTexts,
  castOn: isTexts,
  highlightStyle: isOneOf(HIGHLIGHT_STYLES),
  dwellMs: isUpTo(DWELL_MAX_MS),
  leaveMs: isUpTo(LEAVE_MAX_MS),
  openKey: isOneOf(OPEN_KEYS),
  marking: isOneOf(MARKINGS),
  siteMode: isOneOf(SITE_MODES),
  sitesOff: isTexts,
  sitesOn: isTexts,
  theme: isOneOf(THEMES),
  textSize: isOneOf(TEXT_SIZES),
  badge: isBoolean,
  notThis: (value) => Array.isArray(value) && value.every(isNotThis),
};

function isNotThis(value: unknown): boolean {
  return (
    isObject(value) &&
    isExact(value, ['site', 'entity', 'surface']) &&
    Object.values(value).every(isText)
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a value has these fields and no other: a field that this version does not know is not ours to drop. */
function isExact(value: object, fields: readonly string[]): boolean {
  return (
    Object.keys(value).length === fields.length &&
    fields.every((field) => Object.hasOwn(value, field))
  );
}
