/**
 * The background script. Hands the browser's functions and the settings store over, and starts it.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { callings, knowledge } from 'virtual:dataset';
import { startBackground, startOmnibox } from '../src/background/index.ts';
import * as browser from '../src/browser/pages.ts';
import type { Calling, Knowledge } from '../src/dataset/index.ts';
import { createSearch } from '../src/search/index.ts';
import { openSession, openSettings } from '../src/settings/open.ts';

export default defineBackground(() => {
  startOmnibox({
    ...browser,
    load() {
      const known = JSON.parse(knowledge) as Knowledge;
      const search = createSearch(known, { callings: JSON.parse(callings) as Calling[] });
      return { search, entities: known.entities };
    },
  });
  startBackground({
    ...browser,
    store: openSettings(browser),
    session: openSession(browser),
  });
});
