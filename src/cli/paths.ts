/** Where things of this repository are, for the commands. */
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const OUTPUT = fileURLToPath(new URL('../../.output/', import.meta.url));
export const SAMPLES = fileURLToPath(new URL('../../tests/pages/', import.meta.url));

/** Folders of the two builds. */
export const BUILDS = {
  chromium: fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
} as const;
