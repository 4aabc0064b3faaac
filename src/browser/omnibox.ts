/** The extension's keyword in the address bar, and the page that it opens. */
import browser from 'webextension-polyfill';
import type { Omnibox } from './interfaces.ts';
import { browserName } from './runtime.ts';

export const isOmniboxXml: Omnibox['isOmniboxXml'] = browserName === 'chromium';

export const onOmniboxInput: Omnibox['onOmniboxInput'] = (listener) => {
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    listener(text, (suggestions) => {
      suggest(suggestions);
    });
  });
};

export const onOmniboxChosen: Omnibox['onOmniboxChosen'] = (listener) => {
  browser.omnibox.onInputEntered.addListener(listener);
};

export const setOmniboxHint: Omnibox['setOmniboxHint'] = (description) => {
  browser.omnibox.setDefaultSuggestion({ description });
};

export const openPopupPage: Omnibox['openPopupPage'] = async (address, disposition) => {
  const url = browser.runtime.getURL('popup.html') + address;
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
};
