/** JSON whose objects have their names in order, whatever order they were written in. Pure, free of zod. */

/** For `JSON.stringify`: the same values give the same text. Chromium's storage gives names back sorted. */
export function inKeyOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
