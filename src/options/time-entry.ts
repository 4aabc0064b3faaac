/** Reads a typed time. Pure. */

/**
 * @param max in ms
 * @returns whole ms from 0 to `max`; undefined for anything else
 */
export function readTimeEntry(typed: string, max: number): number | undefined {
  const entry = typed.trim();
  if (!/^\d{1,5}$/.test(entry)) return undefined;
  const ms = Number(entry);
  return ms <= max ? ms : undefined;
}
