/**
 * The settings as the content script reads them: total, without zod, and never trusting what is stored.
 * A record that is not whole counts as absent; keeping it aside is for the store (store.ts).
 */
import {
  DEFAULT_SETTINGS,
  DWELL_MAX_MS,
  HIGHLIGHT_STYLES,
  MARKINGS,
  OPEN_KEYS,
  SETTINGS_VERSION,
  type NotThis,
  type Settings,
} from './settings.ts';

/** @returns the stored settings, or the defaults for anything but a whole record of this version */
export function settingsInPage(stored: unknown): Settings {
  if (!hasFields(stored, ['version', 'settings'])) return DEFAULT_SETTINGS;
  const { version, settings } = stored;
  return version === SETTINGS_VERSION && isSettings(settings) ? settings : DEFAULT_SETTINGS;
}

const FIELDS = [
  'on',
  'entitiesOff',
  'castOn',
  'highlightStyle',
  'dwellMs',
  'openKey',
  'marking',
  'sitesOff',
  'notThis',
] as const satisfies readonly (keyof Settings)[];

function isSettings(value: unknown): value is Settings {
  if (!hasFields(value, FIELDS)) return false;
  const { on, entitiesOff, castOn, sitesOff, highlightStyle, dwellMs, openKey, marking, notThis } =
    value;
  return (
    typeof on === 'boolean' &&
    OPEN_KEYS.some((key) => key === openKey) &&
    MARKINGS.some((choice) => choice === marking) &&
    Array.isArray(notThis) &&
    notThis.every(isNotThis) &&
    isStrings(entitiesOff) &&
    isStrings(castOn) &&
    isStrings(sitesOff) &&
    HIGHLIGHT_STYLES.some((style) => style === highlightStyle) &&
    typeof dwellMs === 'number' &&
    dwellMs >= 0 &&
    dwellMs <= DWELL_MAX_MS
  );
}

function isNotThis(value: unknown): value is NotThis {
  return (
    hasFields(value, ['site', 'entity', 'surface']) &&
    isStrings([value.site, value.entity, value.surface])
  );
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** Whether a value has these fields and no other: a field that this version does not know is not ours to drop. */
function hasFields<Field extends string>(
  value: unknown,
  fields: readonly Field[],
): value is Record<Field, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === fields.length &&
    fields.every((field) => Object.hasOwn(value, field))
  );
}
