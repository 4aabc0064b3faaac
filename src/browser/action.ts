/** The toolbar button. */
import browser from 'webextension-polyfill';
import type { Action } from './interfaces.ts';

/** White on the accent of tokens.css: 9.6:1. */
const BADGE_COLOUR = '#23446b';

/** The sizes that toolbars show, in px, with their files in assets/public/icon. */
const iconFiles = (prefix: string): Record<number, string> =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icon/${prefix}${size}.png`]));

export const setBadge: Action['setBadge'] = async (tabId, text) => {
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
  await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  await browser.action.setBadgeText({ tabId, text });
};

export const setIcon: Action['setIcon'] = (tabId, isOn) =>
  browser.action.setIcon({ tabId, path: iconFiles(isOn ? '' : 'off-') });

export const setUsualIcon: Action['setUsualIcon'] = (isOn) =>
  browser.action.setIcon({ path: iconFiles(isOn ? '' : 'off-') });
