/**
 * The policy of an organisation for the extension, for one run of Firefox: a native manifest in a home of its own, so that no folder of
 * the system or the person is touched. On Linux alone: elsewhere such a manifest has other places.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDON_ID } from '../addon-id.ts';

/** @param folder an existing one, which goes with the run; @returns the home */
export function homeWithPolicy(folder: string, policy: Record<string, unknown>): string {
  const home = join(folder, 'home');
  const place = join(home, '.mozilla', 'managed-storage');
  const manifest = { name: ADDON_ID, description: 'A policy', type: 'storage', data: policy };
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${ADDON_ID}.json`), JSON.stringify(manifest));
  return home;
}
