/** The toolbar popup's page: hands the browser's functions and the bundled dataset over, and starts it. */
import { knowledge } from 'virtual:dataset';
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../src/card/card.css';
import '../../src/popup/popup.css';
import * as browser from '../../src/browser/pages.ts';
import type { Knowledge } from '../../src/dataset/index.ts';
import { POPUP_PORT } from '../../src/messages/index.ts';
import { startPopup } from '../../src/popup/index.ts';
import { createSettingsStore } from '../../src/settings/store.ts';

const life = new AbortController();
addEventListener('pagehide', () => {
  life.abort();
});
startPopup(
  {
    root: document.body,
    knowledge: JSON.parse(knowledge) as Knowledge,
    store: createSettingsStore({
      area: browser.localArea,
      lock: browser.settingsLock,
      now: Date.now,
    }),
    connect: (listener, signal) => browser.connectToActiveTab(POPUP_PORT, listener, signal),
    openOptions: browser.openOptions,
    copy: (text) => navigator.clipboard.writeText(text),
    close: () => {
      window.close();
    },
    today: new Date(),
    say: browser.say,
    locale: browser.locale(),
  },
  life.signal,
);
