/**
 * A stored record of settings as the extension's own pages read it: whole, or as much of it as can be read. Pure; the
 * store decides what happens to a record that is not whole.
 */
import { isObject } from './field.ts';
import { fieldSchema, schemaOf } from './schema.ts';
import {
  defaultsOf,
  openRecord,
  readSettings,
  SHAPE,
  versionOf,
  type Settings,
  type SettingsRecord,
  type Shape,
} from './settings.ts';

/** Why a record is kept aside: a later version of the extension wrote it, or it is damaged. */
export type AsideReason = 'newer' | 'broken';

export interface ReadRecord {
  state: 'whole' | AsideReason;
  /** Of a record that is not whole: what of it could be read, switched off. */
  settings: Settings;
}

/** Total: reads whatever is stored under the key of the settings. */
export function readRecord(stored: unknown, shape: Shape = SHAPE): ReadRecord {
  if (stored === undefined) return { state: 'whole', settings: defaultsOf(shape) };
  const fields = openRecord(stored, shape);
  // What a page cannot read is not whole here either, or the page would wait for ever.
  const whole = schemaOf(shape).safeParse(readSettings(fields, shape)).data;
  if (whole) return { state: 'whole', settings: whole as unknown as Settings };
  const found = typeof fields === 'object' ? fields : isObject(stored) && stored['settings'];
  return { state: fields === 'newer' ? 'newer' : 'broken', settings: salvaged(found, shape) };
}

/** What is written for settings. */
export const recordOf = (settings: Settings, shape: Shape = SHAPE): SettingsRecord => ({
  version: versionOf(shape),
  settings,
});

/** Each field, and each entry of a list, that is valid by itself. Off, or a page might come on that was off. */
function salvaged(found: unknown, shape: Shape): Settings {
  const fields = new Map(Object.entries(isObject(found) ? found : {}));
  const read = Object.keys(shape.fields).map((name) => [
    name,
    salvagedField(fields.get(name), name, shape),
  ]);
  return { ...(Object.fromEntries(read) as Settings), on: false };
}

function salvagedField(value: unknown, name: string, shape: Shape): unknown {
  const readOf = (tried: unknown) => fieldSchema(shape, name)?.safeParse(tried);
  const good = Array.isArray(value) ? value.filter((entry) => readOf([entry])?.success) : value;
  const read = readOf(good);
  return read?.success ? read.data : shape.fields[name]?.default;
}
