/**
 * Unreadable records: stored settings that could not be read. Each is kept under its own key until the reader discards it. Knows
 * the browser only through the storage area.
 */
import { z } from 'zod';
import type { UnreadableReason } from './record.ts';
import type { StorageArea } from '../browser/interfaces.ts';

/** A record of settings that could not be read. */
export interface UnreadableRecord {
  /** Its key in the storage area. */
  key: string;
  /** When it was found, in ms since 1970. */
  at: number;
  reason: UnreadableReason;
  /** The stored value as it was found. */
  original: unknown;
}

const unreadableSchema = z.looseObject({
  reason: z.enum(['newer', 'broken']),
  original: z.unknown(),
});
const UNREADABLE_KEY = /^settings-unreadable-(\d{1,16})$/;

/** Whether a key is that of an unreadable record. */
export const isUnreadableKey = (key: string): boolean => UNREADABLE_KEY.test(key);

/** All unreadable records, oldest first. */
export async function readUnreadable(area: StorageArea): Promise<UnreadableRecord[]> {
  const keys = (await area.keys()).filter(isUnreadableKey);
  const records = await Promise.all(
    keys.map(async (key): Promise<UnreadableRecord> => {
      const kept = await area.get(key);
      const { reason, original } = unreadableSchema.safeParse(kept).data ?? {
        reason: 'broken',
        original: kept,
      };
      return { key, at: Number(UNREADABLE_KEY.exec(key)?.[1]), reason, original };
    }),
  );
  return records.sort((a, b) => a.at - b.at);
}

/**
 * The entry that keeps an unreadable value under an unused key.
 * @param now ms since 1970; if the clock is wrong, the key still has digits only
 */
export async function unreadableEntry(
  area: StorageArea,
  kept: { reason: UnreadableReason; original: unknown },
  now: number,
): Promise<Record<string, unknown>> {
  const usedKeys = new Set(await area.keys());
  let at = Math.min(Math.max(0, Math.trunc(now) || 0), 1e15);
  while (usedKeys.has(`settings-unreadable-${at}`)) at++;
  return { [`settings-unreadable-${at}`]: kept };
}
