/** The background script: starts the background with the browser's functions and the settings store. */
import { defineBackground } from 'wxt/utils/define-background';
import { knowledge, searchTerms } from 'virtual:dataset';
import { startBackground, startOmnibox } from '../src/background/index.ts';
import * as browser from '../src/browser/pages.ts';
import { readKnowledge, readSearchTerms, type Knowledge } from '../src/dataset/index.ts';
import { createSearch } from '../src/search/index.ts';
import { onSettings, openSession, openSettings } from '../src/settings/open.ts';

export default defineBackground(() => {
  // Parsed on first use, because the background mostly runs for a message that does not need it.
  let parsed: Knowledge | undefined;
  const known = () => (parsed ??= readKnowledge(knowledge));
  startOmnibox({
    ...browser,
    load() {
      const search = createSearch(known(), { terms: readSearchTerms(searchTerms) });
      return { search, entities: known().entities };
    },
  });
  startBackground({
    ...browser,
    entities: () => known().entities,
    store: openSettings(browser),
    session: openSession(browser),
    // The library takes them as soon as it can compile here.
    takePolicyDatasets: () => Promise.resolve(),
    onSettings(listener) {
      onSettings(browser, listener);
    },
  });
});
