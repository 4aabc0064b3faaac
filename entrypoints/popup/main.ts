/** The toolbar popup's page: hands the browser's functions and the bundled dataset over, and starts it. */
import { knowledge, searchTerms } from 'virtual:dataset';
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../src/card/card.css';
import '../../src/popup/popup.css';
import * as browser from '../../src/browser/pages.ts';
import { readKnowledge, readSearchTerms } from '../../src/dataset/index.ts';
import { POPUP_PORT, readCardAddress } from '../../src/messages/index.ts';
import { startPopup } from '../../src/popup/index.ts';
import { laterStore } from '../../src/settings/later-store.ts';

const life = new AbortController();
addEventListener('pagehide', () => {
  life.abort();
});
// The address bar opens another card in the same tab.
addEventListener('hashchange', () => {
  location.reload();
});
startPopup(
  {
    root: document.body,
    knowledge: readKnowledge(knowledge),
    searchTerms: readSearchTerms(searchTerms),
    address: readCardAddress(location.hash),
    // With zod, which takes longer than all the rest: after the first drawing.
    store: laterStore(
      import('../../src/settings/open.ts').then(({ openSettingsInPage }) =>
        openSettingsInPage(browser),
      ),
    ),
    connect: (listener, signal) => browser.connectToActiveTab(POPUP_PORT, listener, signal),
    readUrl: browser.readActiveUrl,
    sendToPage: browser.sendToActiveTab,
    startHere: browser.startInActiveTab,
    openOptions: browser.openOptions,
    copy: (text) => navigator.clipboard.writeText(text),
    close: () => {
      window.close();
    },
    say: browser.say,
    locale: browser.locale(),
  },
  life.signal,
);
