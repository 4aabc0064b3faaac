/**
 * What a reader can set, as the type and the values that follow from the table in fields.ts, and how stored settings
 * are read. Total and free of zod: the content script carries it.
 */
import { isObject, type Field } from './field.ts';
import { FIELDS } from './fields.ts';
import { migrated, MIGRATIONS, type Fields, type Migrations } from './migrations.ts';

/** All settings. A field of a later version may stand beside them, and is kept. */
export type Settings = {
  -readonly [Name in keyof typeof FIELDS]: (typeof FIELDS)[Name]['default'];
};

export type HighlightStyle = Settings['highlightStyle'];
export type OpenKey = Settings['openKey'];
export type Marking = Settings['marking'];
export type SiteMode = Settings['siteMode'];
export type Theme = Settings['theme'];
export type TextSize = Settings['textSize'];

/** What settings look like: the product has one shape, tests make up others. */
export interface Shape {
  readonly fields: Readonly<Record<string, Field>>;
  readonly migrations: Migrations;
}

export const SHAPE: Shape = { fields: FIELDS, migrations: MIGRATIONS };

/** The version that a shape is written with. */
export const versionOf = ({ migrations }: Shape): number => migrations.length + 1;

export const defaultsOf = ({ fields }: Shape): Settings =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.default]),
  ) as Settings;

export const DEFAULT_SETTINGS: Settings = defaultsOf(SHAPE);

/** What a page takes for settings that it cannot read: what was switched off stays off. */
export const UNREADABLE_SETTINGS: Settings = { ...DEFAULT_SETTINGS, on: false };

/** Key of the settings in the browser's local storage area. */
export const SETTINGS_KEY = 'settings';

/** What is stored under `SETTINGS_KEY`. */
export interface SettingsRecord {
  version: number;
  settings: Settings;
}

/**
 * The fields of a stored record, as the newest version has them.
 * @returns `newer` for a record of a later version; `broken` for anything else that is no record
 */
export function openRecord(stored: unknown, shape: Shape = SHAPE): Fields | 'newer' | 'broken' {
  if (!isObject(stored)) return 'broken';
  const { version, settings } = stored;
  if (!Number.isSafeInteger(version) || (version as number) < 1) return 'broken';
  if ((version as number) > versionOf(shape)) return 'newer';
  return isObject(settings) ? migrated(settings, version as number, shape.migrations) : 'broken';
}

/**
 * Settings from their fields: a missing one takes its default, an unknown one is kept.
 * @returns undefined where a field holds what it may not hold
 */
export function readSettings(value: unknown, shape: Shape = SHAPE): Settings | undefined {
  if (!isObject(value)) return undefined;
  const settings = { ...defaultsOf(shape), ...value };
  return Object.entries(shape.fields).every(([name, field]) =>
    field.isValid(settings[name as keyof Settings]),
  )
    ? settings
    : undefined;
}

/**
 * The settings as the content script reads them.
 * @param stored what stands under `SETTINGS_KEY`; undefined where nothing does
 * @returns `UNREADABLE_SETTINGS` for anything but a whole record of a version up to this one
 */
export function settingsInPage(stored: unknown): Settings {
  if (stored === undefined) return DEFAULT_SETTINGS;
  return readSettings(openRecord(stored)) ?? UNREADABLE_SETTINGS;
}

/** Whether an entity is highlighted: main ones unless switched off, the cast only if switched on. */
export function isEntityOn(
  { entitiesOff, castOn }: Settings,
  { id, tier }: { id: string; tier: 'main' | 'cast' },
): boolean {
  return tier === 'main' ? !entitiesOff.includes(id) : castOn.includes(id);
}
