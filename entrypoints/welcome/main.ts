/** The welcome page: starts it with the browser's functions, the bundled dataset and the style sheet of cards in pages. */
import { cards } from 'virtual:dataset';
import '../../assets/styles/tokens.css';
import '../../assets/styles/pages.css';
import '../../src/options/options.css';
import '../../src/welcome/welcome.css';
import css from '../../assets/styles/in-page.css?inline';
import * as browser from '../../src/browser/pages.ts';
import { readKnowledge } from '../../src/dataset/index.ts';
import { SETTINGS_KEY, settingsInPage } from '../../src/settings/index.ts';
import { laterStore } from '../../src/settings/later-store.ts';
import { startWelcome } from '../../src/welcome/index.ts';

const closed = new AbortController();
addEventListener('pagehide', () => {
  closed.abort();
});
// The sample uses the same style sheet as pages.
const [rel, href] = ['stylesheet', `/highlights.${browser.browserName}.css`];
document.head.append(Object.assign(document.createElement('link'), { rel, href }));
startWelcome(
  {
    root: document.body,
    ...{ css, cards },
    knowledge: readKnowledge(cards),
    firstSettings: browser.localArea.get(SETTINGS_KEY).then(settingsInPage),
    store: laterStore(
      import('../../src/settings/open.ts').then(({ openSettingsInPage }) =>
        openSettingsInPage(browser),
      ),
    ),
    ...{ hasAllSites: browser.hasAllSites, askForAllSites: browser.askForAllSites },
    onMoreSites: browser.onMoreSites,
    readShortcuts: browser.readShortcuts,
    onMessage(listener) {
      // A page's script could send a message as well; the background is of our own origin.
      browser.onMessage((message, { id, origin }) => {
        const isOwn = id === browser.own.id && origin === browser.own.origin;
        return isOwn && listener(message) ? Promise.resolve(true) : undefined;
      });
    },
    say: browser.say,
    locale: browser.locale(),
  },
  closed.signal,
);
