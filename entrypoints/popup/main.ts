/** The page of the toolbar popup: starts it with the browser's functions and the bundled dataset. */
import { knowledge, searchTerms } from 'virtual:dataset';
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../src/card/card.css';
import '../../src/popup/popup.css';
import * as browser from '../../src/browser/pages.ts';
import { readKnowledge, readSearchTerms } from '../../src/dataset/index.ts';
import { createAllLoader } from '../../src/library/all-loader.ts';
import { FILE_TO_LOOK_AT } from '../../src/library/index.ts';
import { POPUP_PORT, readCardAddress } from '../../src/messages/index.ts';
import { startPopup } from '../../src/popup/index.ts';
import { laterStore } from '../../src/settings/later-store.ts';

const bundled = {
  knowledge: readKnowledge(knowledge),
  searchTerms: readSearchTerms(searchTerms),
};
const closed = new AbortController();
addEventListener('pagehide', () => {
  closed.abort();
});
// The address bar opens another card in the same tab.
addEventListener('hashchange', () => {
  location.reload();
});
startPopup(
  {
    root: document.body,
    bundled,
    loadAll: createAllLoader({
      bundled: () => bundled,
      localArea: browser.localArea,
      load: async (on, own) => (await import('../../src/library/load-added.ts')).loadAdded(on, own),
    }),
    address: readCardAddress(location.hash),
    // Loaded after the first drawing, because zod takes longer than everything else.
    store: laterStore(
      import('../../src/settings/open.ts').then(({ openSettingsInPage }) =>
        openSettingsInPage(browser),
      ),
    ),
    connect: (listener, signal) => browser.connectToActiveTab(POPUP_PORT, listener, signal),
    readUrl: browser.readActiveUrl,
    // What our own scripts give.
    readArticle: async () => (await browser.readActive('article')) as string[],
    readJson: async () => (await browser.readActive('json-text')) as string | undefined,
    openLibrary: async () => {
      const { openLibrary } = await import('../../src/library/open.ts');
      const library = openLibrary(browser);
      const { registry, gone } = await library.read();
      return { ...library, registry: registry.filter((entry) => !gone.includes(entry)) };
    },
    async lookAt(file) {
      await browser.sessionArea.set({ [FILE_TO_LOOK_AT]: file });
      await browser.openOptions();
    },
    sendToPage: browser.sendToActiveTab,
    hasAllSites: browser.hasAllSites,
    askForAllSites: browser.askForAllSites,
    openOptions: browser.openOptions,
    copy: (text) => navigator.clipboard.writeText(text),
    close: () => {
      window.close();
    },
    say: browser.say,
    locale: browser.locale(),
  },
  closed.signal,
);
