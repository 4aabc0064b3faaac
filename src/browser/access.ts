/** Which sites the browser lets the extension read. */
import browser from 'webextension-polyfill';
import type { Access } from './interfaces.ts';

const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };

export const hasAllSites: Access['hasAllSites'] = () => browser.permissions.contains(ALL_SITES);

export const askForAllSites: Access['askForAllSites'] = () =>
  browser.permissions.request(ALL_SITES);

export const onMoreSites: Access['onMoreSites'] = (listener) => {
  browser.permissions.onAdded.addListener(() => {
    listener();
  });
};
