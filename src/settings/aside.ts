/**
 * What was found in place of settings: kept under keys of its own until a reader discards it, and taken back by
 * itself when a version that can read it returns. Knows the browser only by the storage area.
 */
import { z } from 'zod';
import { patchBetween } from './patch.ts';
import { readRecord, recordOf, type AsideReason } from './record.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
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

export interface AsideShelf {
  /** Oldest first. */
  all(): Promise<AsideRecord[]>;
  /** What to write in order to keep these values, under keys that nothing has yet. */
  entriesFor(
    originals: readonly { reason: AsideReason; original: unknown }[],
    replacement: Settings,
  ): Promise<Record<string, unknown>>;
  /** Whether a key is one of the shelf's. */
  holds(key: string): boolean;
  discard(key: string): Promise<void>;
  /**
   * Settings that an older build could not read and that this one can, provided that nobody has changed since
   * what the older build took instead.
   */
  findReturned(settings: Settings): Promise<{ key: string; settings: Settings } | undefined>;
}

const asideSchema = z.strictObject({
  reason: z.enum(['newer', 'broken']),
  original: z.unknown(),
  replacement: z.unknown().optional(),
});
const ASIDE_KEY = /^settings-aside-(\d{1,16})$/;

/** @param now ms since 1970 */
export function createAsideShelf(area: StorageArea, now: () => number): AsideShelf {
  const keys = async (): Promise<string[]> =>
    (await area.keys()).filter((key) => ASIDE_KEY.test(key));

  return {
    async all() {
      const records: AsideRecord[] = [];
      for (const key of await keys()) {
        const kept = await area.get(key);
        const { reason, original } = readAside(kept);
        records.push({ key, at: atOf(key), reason, original });
      }
      return records.sort((a, b) => a.at - b.at);
    },
    async entriesFor(originals, replacement) {
      const taken = new Set(await area.keys());
      // A clock may be anywhere; a key is digits.
      let at = Math.min(Math.max(0, Math.trunc(now()) || 0), 1e15);
      const entries: Record<string, unknown> = {};
      for (const { reason, original } of originals) {
        while (taken.has(`settings-aside-${at}`)) at++;
        const key = `settings-aside-${at}`;
        taken.add(key);
        entries[key] = {
          reason,
          original,
          ...(reason === 'newer' ? { replacement: recordOf(replacement) } : {}),
        };
      }
      return entries;
    },
    holds: (key) => ASIDE_KEY.test(key),
    async discard(key) {
      if (ASIDE_KEY.test(key)) await area.remove(key);
    },
    async findReturned(settings) {
      for (const key of (await keys()).sort((a, b) => atOf(b) - atOf(a))) {
        const { reason, original, replacement } = readAside(await area.get(key));
        if (reason !== 'newer') continue;
        const read = readRecord(original);
        if (read.state !== 'whole') continue;
        const { settings: stood } = readRecord(replacement ?? VERSION_1_DEFAULTS);
        const isUnchanged = Object.keys(patchBetween(stood, settings)).length === 0;
        return isUnchanged ? { key, settings: read.settings } : undefined;
      }
      return undefined;
    },
  };
}

/** Builds of version 1 always took the defaults and did not say so. */
const VERSION_1_DEFAULTS = { version: 1, settings: DEFAULT_SETTINGS };

const atOf = (key: string): number => Number(ASIDE_KEY.exec(key)?.[1]);

function readAside(kept: unknown): {
  reason: AsideReason;
  original: unknown;
  replacement?: unknown;
} {
  const whole = asideSchema.safeParse(kept);
  return whole.success ? whole.data : { reason: 'broken', original: kept };
}
