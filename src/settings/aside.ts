/**
 * What was found in place of settings: kept under a key of its own until a reader discards it. Knows the browser only
 * by the storage area.
 */
import { z } from 'zod';
import type { AsideReason } from './record.ts';
import type { StorageArea } from './storage-area.ts';

/** What was found in place of settings and kept. */
export interface AsideRecord {
  /** Its key in the storage area. */
  key: string;
  /** When it was set aside, in ms since 1970. */
  at: number;
  reason: AsideReason;
  /** The stored value as it was found. */
  original: unknown;
}

const asideSchema = z.looseObject({ reason: z.enum(['newer', 'broken']), original: z.unknown() });
const ASIDE_KEY = /^settings-aside-(\d{1,16})$/;

/** Whether something is kept aside under a key. */
export const isAsideKey = (key: string): boolean => ASIDE_KEY.test(key);

/** Everything that is kept aside, oldest first. */
export async function readAside(area: StorageArea): Promise<AsideRecord[]> {
  const keys = (await area.keys()).filter(isAsideKey);
  const records = await Promise.all(
    keys.map(async (key): Promise<AsideRecord> => {
      const kept = await area.get(key);
      const { reason, original } = asideSchema.safeParse(kept).data ?? {
        reason: 'broken',
        original: kept,
      };
      return { key, at: Number(ASIDE_KEY.exec(key)?.[1]), reason, original };
    }),
  );
  return records.sort((a, b) => a.at - b.at);
}

/**
 * What to write in order to keep a value, under a key that nothing has yet.
 * @param now ms since 1970; whatever the clock says, the key is digits
 */
export async function asideEntry(
  area: StorageArea,
  kept: { reason: AsideReason; original: unknown },
  now: number,
): Promise<Record<string, unknown>> {
  const taken = new Set(await area.keys());
  let at = Math.min(Math.max(0, Math.trunc(now) || 0), 1e15);
  while (taken.has(`settings-aside-${at}`)) at++;
  return { [`settings-aside-${at}`]: kept };
}
