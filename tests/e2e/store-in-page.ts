/**
 * The product's own store in a page of the extension, for tests that make it do what no person's hand does as
 * fast. Bundled at the test's run; see `bundledStore`.
 */
import './without-compiling.ts';
import * as browser from '../../src/browser/pages.ts';
import { switchSite } from '../../src/settings/index.ts';
import { openSettingsInPage } from '../../src/settings/open.ts';

/** Switches so many sites off, all at once. @returns how many there were; fails with the first that did */
async function switchOff(name: string, sites: number): Promise<number> {
  const store = await openSettingsInPage(browser);
  const changes = Array.from({ length: sites }, (_, n) =>
    store.change((settings) => switchSite(settings, `${name}${n}.example`, false)),
  );
  return (await Promise.all(changes)).length;
}

Object.assign(globalThis, { switchOff });
