/** A browser profile of its own for one run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  path: string;
  remove(): void;
}

export function createProfile(): Profile {
  const path = mkdtempSync(join(tmpdir(), 'backgrounder-'));
  return {
    path,
    remove() {
      // The browser may still be writing its last files.
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
