/** A typed time. Pure. */

/**
 * @param most in ms
 * @returns whole ms from 0 to `most`; undefined for anything else
 */
export function readTimeEntry(typed: string, most: number): number | undefined {
  const entry = typed.trim();
  if (!/^\d{1,5}$/.test(entry)) return undefined;
  const ms = Number(entry);
  return ms <= most ? ms : undefined;
}
