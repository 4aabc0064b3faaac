/** The options page: hands the browser's functions and the bundled dataset over, and starts it. */
import { knowledge } from 'virtual:dataset';
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../src/options/options.css';
import * as browser from '../../src/browser/pages.ts';
import type { Knowledge } from '../../src/dataset/index.ts';
import { startOptions } from '../../src/options/index.ts';
import { createSettingsStore } from '../../src/settings/store.ts';

const life = new AbortController();
addEventListener('pagehide', () => {
  life.abort();
});
document.title = browser.say('optionsTitle');
startOptions(
  {
    root: document.body,
    knowledge: JSON.parse(knowledge) as Knowledge,
    store: createSettingsStore({
      area: browser.localArea,
      lock: browser.settingsLock,
      now: Date.now,
    }),
    copy: (text) => navigator.clipboard.writeText(text),
    say: browser.say,
    locale: browser.locale(),
  },
  life.signal,
);
