/** A typed dwell time. Pure. */
import { DWELL_MAX_MS } from '../settings/index.ts';

/** @returns whole ms from 0 to `DWELL_MAX_MS`; undefined for anything else */
export function readDwellEntry(typed: string): number | undefined {
  const entry = typed.trim();
  if (!/^\d{1,5}$/.test(entry)) return undefined;
  const ms = Number(entry);
  return ms <= DWELL_MAX_MS ? ms : undefined;
}
