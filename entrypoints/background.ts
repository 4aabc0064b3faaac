/** The background script: starts the background with the browser's functions and the settings store. */
import { defineBackground } from 'wxt/utils/define-background';
import { knowledge, searchTerms } from 'virtual:dataset';
import {
  createAddedDatasets,
  startBackground,
  startOmnibox,
  type Searchable,
} from '../src/background/index.ts';
import { startCompileWorkerBehind } from '../src/browser/compile-behind.ts';
import * as browser from '../src/browser/pages.ts';
import { readKnowledge, readSearchTerms, type Knowledge } from '../src/dataset/index.ts';
import { createAllLoader } from '../src/library/all-loader.ts';
import { createLibraryDatabase } from '../src/library/database.ts';
import { onCompiledSet } from '../src/library/index.ts';
import type { Library } from '../src/library/library.ts';
import { loadAdded } from '../src/library/load-added.ts';
import { contextsFor } from '../src/library/loaded.ts';
import { openLibrary } from '../src/library/open.ts';
import { createSearch } from '../src/search/index.ts';
import { onSettings, openSession, openSettings } from '../src/settings/open.ts';

export default defineBackground(() => {
  // Parsed on first use, because the background mostly runs for a message that does not need it.
  let parsed: Knowledge | undefined;
  // Opened on first use, too.
  const database = createLibraryDatabase();
  const known = () => (parsed ??= readKnowledge(knowledge));
  const loadAll = createAllLoader({
    bundled: () => ({ knowledge: known(), searchTerms: readSearchTerms(searchTerms) }),
    localArea: browser.localArea,
    load: loadAdded,
  });
  let searchable: Searchable | undefined;
  let opened: Library | undefined;
  /** Opened on first use, once: two of them would end each other's worker. No private window has a background of its own. */
  const library = () =>
    (opened ??= openLibrary({
      ...browser,
      isPrivateWindow: () => Promise.resolve(false),
      startCompileWorker: startCompileWorkerBehind,
    }));
  startOmnibox({
    ...browser,
    async load() {
      const all = await loadAll();
      if (searchable?.all !== all) {
        searchable = { all, search: createSearch(all.knowledge, { terms: all.searchTerms }) };
      }
      return searchable;
    },
  });
  startBackground({
    ...browser,
    entities: () => known().entities,
    added: createAddedDatasets({
      ...browser,
      entities: () => known().entities,
      contextsFor: (keys, registry) => contextsFor(keys, { database, registry }),
    }),
    store: openSettings(browser),
    session: openSession(browser),
    ensureCurrentLibrary: () => library().ensureCurrent(),
    takePolicyDatasets: (texts) => library().takePolicyDatasets(texts),
    onSettings(listener) {
      onSettings(browser, listener);
    },
    onCompiledSet(listener) {
      onCompiledSet(browser.localArea, listener);
    },
  });
});
