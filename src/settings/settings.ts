/**
 * The type and the values of settings, which follow from the table in fields.ts, and the reading of stored settings. Total and
 * free of zod, because the content script contains it.
 */
import { isObject, type Field } from './field.ts';
import { FIELDS } from './fields.ts';
import { migrated, MIGRATIONS, type Fields, type Migrations } from './migrations.ts';

/** All settings. Fields of a later version may be present too, and are kept. */
export type Settings = {
  -readonly [Name in keyof typeof FIELDS]: (typeof FIELDS)[Name]['default'];
};

export type HighlightStyle = Settings['highlightStyle'];
export type OpenKey = Settings['openKey'];
export type Marking = Settings['marking'];
export type SiteMode = Settings['siteMode'];
export type Theme = Settings['theme'];
export type TextSize = Settings['textSize'];

/** The table of settings and its migrations. The extension has one shape; tests make up others. */
export interface Shape {
  readonly fields: Readonly<Record<string, Field>>;
  readonly migrations: Migrations;
}

export const SHAPE: Shape = { fields: FIELDS, migrations: MIGRATIONS };

/** Whether a value can be the version of settings: a whole number from 1. */
export const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;

/** The version that a shape is written with. */
export const versionOf = ({ migrations }: Shape): number => migrations.length + 1;

/**
 * Takes fields for settings, once they are checked. The only place that does so: the type knows the product's fields alone,
 * while tests make up other shapes.
 */
export const settingsFrom = (fields: Fields): Settings => fields as Settings;

export const defaultsOf = ({ fields }: Shape): Settings =>
  settingsFrom(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default])),
  );

export const DEFAULT_SETTINGS: Settings = defaultsOf(SHAPE);

/** What a page uses if it cannot read the settings: what was switched off stays off. */
export const UNREADABLE_SETTINGS: Settings = { ...DEFAULT_SETTINGS, on: false };

/** Key of the settings in the browser's local storage area. */
export const SETTINGS_KEY = 'settings';

/** What is stored under `SETTINGS_KEY`. */
export interface SettingsRecord {
  version: number;
  /** As they are in force, so that a page has to know nothing of a policy. */
  settings: Settings;
  /** The organisation's policy that has decided some of them, with what the reader had chosen there (`PolicyInForce`). */
  policy?: object;
}

/**
 * The fields of a stored record, in the newest version.
 * @returns `newer` for a record of a later version; `broken` for anything else that is not a record
 */
export function openRecord(stored: unknown, shape: Shape = SHAPE): Fields | 'newer' | 'broken' {
  if (!isObject(stored)) return 'broken';
  const { version, settings } = stored;
  if (!isVersion(version)) return 'broken';
  if (version > versionOf(shape)) return 'newer';
  return isObject(settings) ? migrated(settings, version, shape.migrations) : 'broken';
}

/**
 * Settings from their fields: a missing field gets its default, an unknown field is kept.
 * @returns undefined if a field has an invalid value
 */
export function readSettings(value: unknown, shape: Shape = SHAPE): Settings | undefined {
  if (!isObject(value)) return undefined;
  const fields: Fields = { ...defaultsOf(shape), ...value };
  const isValid = Object.entries(shape.fields).every(([name, field]) =>
    field.isValid(fields[name]),
  );
  return isValid ? settingsFrom(fields) : undefined;
}

/**
 * The settings as the content script reads them.
 * @param stored the value under `SETTINGS_KEY`; undefined if there is none
 * @returns `UNREADABLE_SETTINGS` for anything but a valid record of this version or an earlier one
 */
export function settingsInPage(stored: unknown): Settings {
  if (stored === undefined) return DEFAULT_SETTINGS;
  return readSettings(openRecord(stored)) ?? UNREADABLE_SETTINGS;
}

/**
 * An entity as a reader chooses it. Those that are the same in several datasets are one: a choice is stored under the keys of all of
 * them, and found under any, so that it holds when one of the datasets goes or moves.
 */
export interface Switchable {
  /** Its key; of those that are the same, the first one's. */
  id: string;
  /** `cast`: highlighted only if somebody asks. */
  tier: 'main' | 'cast';
  /** The keys of all that are the same, its own included; left out for an entity that stands alone. */
  members?: readonly string[];
}

/** The keys under which a choice stands. */
export const keysOf = ({ id, members }: Pick<Switchable, 'id' | 'members'>): readonly string[] =>
  members ?? [id];

/** Whether an entity is highlighted: a main entity unless it is switched off, the cast only if switched on. What is off wins. */
export function isEntityOn({ entitiesOff, castOn }: Settings, entity: Switchable): boolean {
  const keys = keysOf(entity);
  if (keys.some((key) => entitiesOff.includes(key))) return false;
  return entity.tier === 'main' || keys.some((key) => castOn.includes(key));
}
