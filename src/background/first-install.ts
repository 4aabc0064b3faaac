/**
 * Opens the welcome page once, after the first installation. A stored mark tells a profile that has seen it: a temporary add-on is
 * installed anew each time that it is loaded, and may find what it stored before.
 */
import type { StorageArea, Welcome } from '../browser/interfaces.ts';

export interface FirstInstallParts extends Welcome {
  /** Stays in the browser profile. */
  localArea: Pick<StorageArea, 'get' | 'set'>;
}

/** Key of the mark in the local storage area. */
const WELCOMED_KEY = 'welcomed';

export function welcomeOnce({ onInstalled, openWelcomePage, localArea }: FirstInstallParts): void {
  const welcome = async (): Promise<void> => {
    if ((await localArea.get(WELCOMED_KEY)) === true) return;
    await localArea.set({ [WELCOMED_KEY]: true });
    await openWelcomePage();
  };
  onInstalled(() => void welcome());
}
