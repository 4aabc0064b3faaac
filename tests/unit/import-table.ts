/**
 * Which room may import which: imports go downwards only. The table is the architecture; see ARCHITECTURE.md.
 */
export const IMPORT_TABLE: Record<string, readonly string[]> = {
  // JSON files that people edit.
  json: [],
  // Knowledge: pure, compiled without the DOM library.
  dataset: ['json'],
  detect: ['dataset'],
  search: ['dataset'],
  propose: ['dataset'],
  // What readers add: compiled like the bundled dataset, and stored.
  library: ['dataset', 'detect', 'settings'],
  // Ground.
  settings: ['json'],
  locale: ['dataset', 'settings'],
  theme: ['locale', 'settings'],
  messages: ['settings'],
  // What an organisation sets.
  policy: ['dataset', 'settings'],
  browser: ['locale'],
  page: [],
  // What every page pays for.
  gate: ['detect', 'library', 'messages', 'page'],
  // Views.
  card: ['dataset', 'library', 'locale'],
  popover: [],
  // Applications.
  reader: [
    ...['card', 'dataset', 'detect', 'gate', 'library', 'locale'],
    ...['messages', 'page', 'popover', 'settings'],
  ],
  popup: ['card', 'dataset', 'library', 'locale', 'messages', 'search', 'settings', 'theme'],
  options: ['card', 'dataset', 'library', 'locale', 'policy', 'settings', 'theme'],
  welcome: ['dataset', 'locale', 'options', 'reader', 'settings', 'theme'],
  background: ['dataset', 'library', 'locale', 'messages', 'policy', 'search', 'settings'],
  // Commands for maintainers: outside of the product, allowed to look at the pure rooms.
  cli: ['card', 'dataset', 'detect', 'json', 'library', 'propose', 'search'],
};

/**
 * What a folder offers beside its index.ts, and why it is a file by itself. A folder imports nothing else of another one.
 */
export const SURFACES: Record<string, Record<string, string>> = {
  dataset: {
    'authoring.ts': 'with zod: for commands',
    'check-article.ts': 'compares a dataset with a page: for the popup, when somebody asks',
    'page-prints.ts':
      'finds the article of a dataset in a page: for the popup, after its first drawing',
  },
  messages: { 'schema.ts': 'with zod: for the popup and the background' },
  settings: {
    'storage-area.ts': 'what fails in time, for the library too',
    'in-turn.ts': 'what waits for the call before it, for whoever reads again after each change',
    'failure.ts': 'why a change was not saved; without zod, for pages too',
    'store.ts': 'with zod: for writers',
    'later-store.ts': 'the store, loaded after the first drawing',
    'shown-changes.ts': 'changes that a page shows before they are stored; without zod',
    'open.ts': 'opens the store with what the browser offers',
    'session.ts': 'what private windows changed',
    'transfer.ts': 'files',
    'check-field.ts': 'with zod: checks the value of one setting, for policies',
    'rule-cover.ts': 'with the Public Suffix List: for the popup and the options page',
  },
  library: {
    'library.ts': 'types of what the options do with the library; its code comes late',
    'preview.ts': 'types of what a file is, for the options',
  },
  locale: {
    'settings-words.ts': 'sentences about settings, which most of the folder does not know',
  },
  page: { 'walk.ts': 'what the gate needs of the page, without what paints' },
  options: {
    'About.tsx': 'the permissions with their reasons, also for the welcome page',
    'first-choices.ts': 'the choices that the welcome page shows, too',
    'painted.ts': 'highlights in pages of the extension',
    'lock.tsx': 'who has set a choice, also for the welcome page',
  },
  reader: { 'sample-session.ts': 'the reader’s work on a sample, for the welcome page' },
  popover: {
    'after-frame.ts': 'when layout costs nothing, also before the popover comes',
    'hand.ts': 'what the reader listens with until the popover comes',
    'leftovers.ts': 'what an ended script has left, before the popover comes',
    'press.ts': 'which press asks for a card, also before the popover comes',
  },
  card: {
    'rank-facts.ts': 'without Preact: for the evaluation',
    'cue-words.ts': 'without Preact: for the evaluation',
  },
};

/** Rooms that entry points alone put together with the rest. */
export const ENTRY_POINT_ONLY = ['browser'];

/** The browser's interfaces: any file may import them as types, and nothing else of that room. */
export const TYPES_FOR_ALL = 'src/browser/interfaces.ts';
