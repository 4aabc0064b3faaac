/**
 * What was found in place of settings: kept under a key of its own until a reader discards it. Knows the browser only
 * by the storage area.
 */
import { z } from 'zod';
import type { UnreadableReason } from './record.ts';
import type { StorageArea } from './storage-area.ts';

/** What was found in place of settings and kept. */
export interface UnreadableRecord {
  /** Its key in the storage area. */
  key: string;
  /** When it was set aside, in ms since 1970. */
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

/** Whether something is kept aside under a key. */
export const isUnreadableKey = (key: string): boolean => UNREADABLE_KEY.test(key);

/** Everything that is kept aside, oldest first. */
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
 * What to write in order to keep a value, under a key that nothing has yet.
 * @param now ms since 1970; whatever the clock says, the key is digits
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
