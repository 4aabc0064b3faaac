/** The toolbar button. */
import browser from 'webextension-polyfill';
import type { Action } from './interfaces.ts';

/** White on the accent of tokens.css: 9.6:1. */
const BADGE_COLOUR = '#23446b';

export const setBadge: Action['setBadge'] = async (tabId, text) => {
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
  await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  await browser.action.setBadgeText({ tabId, text });
};
