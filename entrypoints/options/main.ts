/** The options page: starts it with the browser's functions and the bundled dataset. */
import { knowledge, searchTerms } from 'virtual:dataset';
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../src/card/card.css';
import '../../src/options/options.css';
import * as browser from '../../src/browser/pages.ts';
import { readKnowledge, readSearchTerms } from '../../src/dataset/index.ts';
import { createAllLoader } from '../../src/library/all-loader.ts';
import { FILE_TO_LOOK_AT, readFileToLookAt } from '../../src/library/index.ts';
import { startOptions } from '../../src/options/index.ts';
import { POLICY_PROBLEMS_KEY } from '../../src/policy/policy-parts.ts';
import { SETTINGS_KEY, settingsInPage } from '../../src/settings/index.ts';

const bundled = readKnowledge(knowledge);
const closed = new AbortController();
addEventListener('pagehide', () => {
  closed.abort();
});
startOptions(
  {
    root: document.body,
    knowledge: bundled,
    firstSettings: browser.localArea.get(SETTINGS_KEY).then(settingsInPage),
    // The samples use the same stylesheet as pages.
    loadHighlights() {
      const rel = 'stylesheet';
      const href = `/highlights.${browser.browserName}.css`;
      document.head.append(Object.assign(document.createElement('link'), { rel, href }));
    },
    openStore: async () => (await import('../../src/settings/open.ts')).openSettingsInPage(browser),
    followPolicyNews(listener, signal) {
      const read = (): void => void browser.localArea.get(POLICY_PROBLEMS_KEY).then(listener);
      browser.localArea.onChanged((keys) => {
        if (keys.includes(POLICY_PROBLEMS_KEY)) read();
      }, signal);
      read();
    },
    version: browser.version(),
    readShortcuts: browser.readShortcuts,
    openShortcuts: browser.openShortcuts,
    loadAll: createAllLoader({
      bundled: () => ({ knowledge: bundled, searchTerms: readSearchTerms(searchTerms) }),
      localArea: browser.localArea,
      load: async (on, own) => (await import('../../src/library/load-added.ts')).loadAdded(on, own),
    }),
    followFileToLookAt(listener, signal) {
      // Where several pages of options are open, the one that the reader sees takes it, and no two do.
      const take = async (): Promise<void> => {
        if (document.visibilityState === 'hidden') return;
        const file = await browser.lock(FILE_TO_LOOK_AT, async () => {
          const waiting = readFileToLookAt(await browser.sessionArea.get(FILE_TO_LOOK_AT));
          if (waiting) await browser.sessionArea.remove(FILE_TO_LOOK_AT);
          return waiting;
        });
        if (file) listener(new File([file.text], file.name));
      };
      void take();
      document.addEventListener('visibilitychange', () => void take(), { signal });
      browser.sessionArea.onChanged((keys) => {
        if (keys.includes(FILE_TO_LOOK_AT)) void take();
      }, signal);
    },
    openLibrary: async () => (await import('../../src/library/open.ts')).openLibrary(browser),
    download(name, content) {
      const link = document.createElement('a');
      link.download = name;
      link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
      link.click();
      URL.revokeObjectURL(link.href);
    },
    copy: (text) => navigator.clipboard.writeText(text),
    say: browser.say,
    locale: browser.locale(),
  },
  closed.signal,
);
