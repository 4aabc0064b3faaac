/**
 * The difference between two states of the settings, to be taken back later or to be laid over other settings.
 * Lists are compared by entry, so that what others changed in between stays. Pure, free of zod.
 */
import { DEFAULT_SETTINGS, type NotThis, type Settings } from './settings.ts';

type Entry = string | NotThis;

/** What changed in one field. */
export type FieldChange =
  { added: Entry[]; removed: Entry[] } | { before: unknown; after: unknown };

/** By the name of the field; fields that stayed the same are absent. */
export type SettingsPatch = Partial<Record<keyof Settings, FieldChange>>;

const FIELDS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];

/** What leads from one state to another. */
export function patchBetween(before: Settings, after: Settings): SettingsPatch {
  const patch: SettingsPatch = {};
  for (const field of FIELDS) {
    const [old, now] = [before[field], after[field]];
    if (Array.isArray(old) && Array.isArray(now)) {
      const [added, removed] = [without(now, old), without(old, now)];
      if (added.length + removed.length > 0) patch[field] = { added, removed };
    } else if (old !== now) patch[field] = { before: old, after: now };
  }
  return patch;
}

/** Does to some settings what was done to others. */
export const patched = (settings: Settings, patch: SettingsPatch): Settings =>
  moved(settings, patch, (value, { after }) => after ?? value);

/**
 * Takes a change back. What was changed again since then stays as it is.
 * Taking back the last change gives exactly the settings before it, with lists in their order.
 */
export const unpatched = (settings: Settings, patch: SettingsPatch): Settings =>
  moved(settings, inverse(patch), (value, { before, after }) => (value === before ? after : value));

/** A change that does the opposite. */
function inverse(patch: SettingsPatch): SettingsPatch {
  const turned = Object.entries(patch).map(([field, change]) => [
    field,
    'added' in change
      ? { added: change.removed, removed: change.added }
      : { before: change.after, after: change.before },
  ]);
  return Object.fromEntries(turned) as SettingsPatch;
}

function moved(
  settings: Settings,
  patch: SettingsPatch,
  scalar: (value: unknown, change: { before: unknown; after: unknown }) => unknown,
): Settings {
  const next: Record<string, unknown> = { ...settings };
  for (const field of FIELDS) {
    const change = patch[field];
    if (!change) continue;
    const value = settings[field];
    if ('added' in change) {
      if (!Array.isArray(value)) continue;
      const left = without(value, change.removed);
      next[field] = [...left, ...without(change.added, left)].sort(inOrder);
    } else next[field] = scalar(value, change);
  }
  return next as unknown as Settings;
}

const textOf = (entry: Entry): string =>
  typeof entry === 'string' ? entry : JSON.stringify([entry.site, entry.entity, entry.surface]);

function without(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const texts = new Set(others.map(textOf));
  return entries.filter((entry) => !texts.has(textOf(entry)));
}

/** The order that every list is kept in (`canonical` in record.ts). */
function inOrder(a: Entry, b: Entry): number {
  if (typeof a === 'string' || typeof b === 'string') return compare(textOf(a), textOf(b));
  return compareMentions(a, b);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By site, entity and surface form. */
export function compareMentions(a: NotThis, b: NotThis): number {
  return compare(a.site, b.site) || compare(a.entity, b.entity) || compare(a.surface, b.surface);
}
