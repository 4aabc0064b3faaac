/**
 * The difference between two states of the settings, to be taken back later or to be laid over other settings.
 * Lists are compared by entry, so that what others changed in between stays. Pure, free of zod.
 */
import type { Field, NotThis } from './field.ts';
import type { Fields } from './migrations.ts';
import { SHAPE, type Settings, type Shape } from './settings.ts';

type Entry = string | NotThis;

/** What changed in one field; `before` or `after` is absent where the field was. */
export type FieldChange =
  { added: Entry[]; removed: Entry[] } | { before?: unknown; after?: unknown };

/** By the name of the field; fields that stayed the same are absent. */
export type SettingsPatch = Partial<Record<string, FieldChange>>;

const LISTS = new Set<Field['kind'] | undefined>(['names', 'rules', 'mentions']);
/** Names of the fields that are lists. */
export const listsOf = ({ fields }: Shape): string[] =>
  Object.keys(fields).filter((name) => LISTS.has(fields[name]?.kind));

/** What leads from one state to another. Fields that the shape does not know are compared too. */
export function patchBetween(
  before: Settings,
  after: Settings,
  shape: Shape = SHAPE,
): SettingsPatch {
  const [olds, news] = [before, after] as unknown as [Fields, Fields];
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

/** Does to some settings what was done to others. */
export const patched = (settings: Settings, patch: SettingsPatch): Settings =>
  moved(settings, patch, (_, { after }) => after);

/**
 * Takes a change back. What was changed again since then stays as it is.
 * Taking back the last change gives exactly the settings before it, with lists in their order.
 */
export const unpatched = (settings: Settings, patch: SettingsPatch): Settings =>
  moved(settings, inverse(patch), (value, { before, after }) =>
    isSame(value, before) ? after : value,
  );

/** A change that does the opposite. */
function inverse(patch: SettingsPatch): SettingsPatch {
  const turned = Object.entries(patch).map(([name, change = {}]) => [
    name,
    'added' in change
      ? { added: change.removed, removed: change.added }
      : { before: change.after, after: change.before },
  ]);
  return Object.fromEntries(turned) as SettingsPatch;
}

function moved(
  settings: Settings,
  patch: SettingsPatch,
  scalar: (value: unknown, change: { before?: unknown; after?: unknown }) => unknown,
): Settings {
  const fields = new Map(Object.entries(settings as unknown as Fields));
  for (const [name, change = {}] of Object.entries(patch)) {
    const value = fields.get(name);
    if (!('added' in change)) {
      const next = scalar(value, change);
      if (next === undefined) fields.delete(name);
      else fields.set(name, next);
    } else if (Array.isArray(value)) {
      const left = without(value, change.removed);
      fields.set(name, [...left, ...without(change.added, left)].sort(inOrder));
    }
  }
  return Object.fromEntries(fields) as unknown as Settings;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const textOf = (entry: Entry): string =>
  typeof entry === 'string' ? entry : JSON.stringify([entry.site, entry.entity, entry.surface]);

/** The entries of a list that are not in another one. Both are lists of checked settings. */
function without(entries: unknown, others: unknown): Entry[] {
  const texts = new Set((others as Entry[]).map(textOf));
  return (entries as Entry[]).filter((entry) => !texts.has(textOf(entry)));
}

/** The order that every list is kept in (schema.ts). */
function inOrder(a: Entry, b: Entry): number {
  if (typeof a === 'string' || typeof b === 'string') return compare(textOf(a), textOf(b));
  return compareMentions(a, b);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By site, entity and surface form. */
export function compareMentions(a: NotThis, b: NotThis): number {
  return compare(a.site, b.site) || compare(a.entity, b.entity) || compare(a.surface, b.surface);
}
