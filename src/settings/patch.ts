/**
 * The difference between two states of the settings. It can be undone later, or applied to other settings. Lists are compared by
 * entry, so that changes by others in between stay. Pure, free of zod.
 */
import { isObject, type DismissedMention, type Field } from './field.ts';
import type { Fields } from './migrations.ts';
import { settingsFrom, SHAPE, type Settings, type Shape } from './settings.ts';

type Entry = string | DismissedMention;

/** The change of one field; `before` or `after` is missing if the field was missing then. */
export type FieldChange =
  { added: Entry[]; removed: Entry[] } | { before?: unknown; after?: unknown };

/** Changes by the name of the field; fields that stayed the same are missing. */
export type SettingsPatch = Partial<Record<string, FieldChange>>;

const LISTS = new Set<Field['kind']>(['names', 'rules', 'mentions']);
/** Names of the fields that are lists. */
export const listsOf = ({ fields }: Shape): string[] =>
  Object.entries(fields).flatMap(([name, { kind }]) => (LISTS.has(kind) ? [name] : []));

/** The difference between two states. Also compares fields that the shape does not know. */
export function patchBetween(
  before: Settings,
  after: Settings,
  shape: Shape = SHAPE,
): SettingsPatch {
  const [olds, news]: [Fields, Fields] = [before, after];
  const lists = new Set(listsOf(shape));
  const patch: [string, FieldChange][] = [];
  for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
    const [old, now] = [olds[name], news[name]];
    if (lists.has(name)) {
      const [added, removed] = [without(now, old), without(old, now)];
      if (added.length + removed.length > 0) patch.push([name, { added, removed }]);
    } else if (!isSame(old, now)) patch.push([name, { before: old, after: now }]);
  }
  return Object.fromEntries(patch);
}

/** Applies a change to other settings. */
export const patched = (settings: Settings, patch: SettingsPatch): Settings =>
  moved(settings, patch, (_, { after }) => after);

/**
 * Undoes a change. What was changed again since then stays as it is. To undo the last change gives exactly the settings before
 * it, with lists in their order.
 */
export const unpatched = (settings: Settings, patch: SettingsPatch): Settings =>
  moved(settings, inverse(patch), (value, { before, after }) =>
    isSame(value, before) ? after : value,
  );

/** The opposite of a change. */
function inverse(patch: SettingsPatch): SettingsPatch {
  const turned = Object.entries(patch).map(([name, change = {}]): [string, FieldChange] => [
    name,
    'added' in change
      ? { added: change.removed, removed: change.added }
      : { before: change.after, after: change.before },
  ]);
  return Object.fromEntries(turned);
}

function moved(
  settings: Settings,
  patch: SettingsPatch,
  scalar: (value: unknown, change: { before?: unknown; after?: unknown }) => unknown,
): Settings {
  const fields = new Map<string, unknown>(Object.entries(settings));
  for (const [name, change = {}] of Object.entries(patch)) {
    const value = fields.get(name);
    if (!('added' in change)) {
      const next = scalar(value, change);
      if (next === undefined) fields.delete(name);
      else fields.set(name, next);
    } else if (Array.isArray(value)) {
      const left = without(value, change.removed);
      fields.set(name, [...left, ...without(change.added, left)].sort(compareEntries));
    }
  }
  return settingsFrom(Object.fromEntries(fields));
}

/** Whether two JSON values are the same; objects have no order. */
export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a, inKeyOrder) === JSON.stringify(b, inKeyOrder);

/** For `JSON.stringify`: writes the names of each object in order. */
export function inKeyOrder(_: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What makes an entry, in the order in which entries are compared. */
const textsOf = (entry: Entry): string[] =>
  typeof entry === 'string' ? [entry] : [entry.site, entry.entity, entry.surface];
const textOf = (entry: Entry): string => JSON.stringify(textsOf(entry));

const isList = (value: unknown): value is Entry[] => Array.isArray(value);
const entriesOf = (value: unknown): Entry[] => (isList(value) ? value : []);

/** The entries of a list that are not in another list. Both are lists of checked settings. */
function without(entries: unknown, others: unknown): Entry[] {
  const texts = new Set(entriesOf(others).map(textOf));
  return entriesOf(entries).filter((entry) => !texts.has(textOf(entry)));
}

/** The order of every stored list: of mentions by site, entity and surface form. */
export function compareEntries(a: Entry, b: Entry): number {
  const others = textsOf(b);
  const orders = textsOf(a).map((part, at) => compare(part, others[at] ?? ''));
  return orders.find((order) => order !== 0) ?? 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
