/**
 * The welcome page that the extension opens after its first installation, which a fresh profile always is. Drivers wait for it and
 * close it, so that the next act is not on a tab that comes in between. Knows files and addresses, no browser.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 'welcome.html';

/** Whether a build opens it: another extension, or an earlier version, does not. @param extension folder of the build */
export const hasWelcome = (extension: string): boolean => existsSync(join(extension, PAGE));

/** Whether a tab shows it. @param address of the tab */
export const isWelcome = (address: string): boolean =>
  /^(?:chrome|moz)-extension:/.test(address) && address.endsWith(`/${PAGE}`);
