/**
 * Which room may import which: imports go downwards only. The table is the architecture; see ARCHITECTURE.md.
 */
export const IMPORT_TABLE: Record<string, readonly string[]> = {
  // Knowledge: pure, compiled without the DOM library.
  dataset: [],
  detect: ['dataset'],
  search: ['dataset'],
  // Ground.
  json: [],
  settings: ['json'],
  locale: ['dataset', 'settings'],
  theme: ['settings'],
  messages: ['settings'],
  browser: ['locale'],
  page: [],
  // Views.
  card: ['dataset', 'locale'],
  popover: ['card'],
  // Applications.
  reader: ['card', 'dataset', 'detect', 'locale', 'messages', 'page', 'popover', 'settings'],
  popup: ['card', 'dataset', 'locale', 'messages', 'search', 'settings', 'theme'],
  options: ['card', 'dataset', 'locale', 'settings', 'theme'],
  background: ['dataset', 'locale', 'messages', 'search', 'settings'],
  // Commands for maintainers: outside of the product, allowed to look at the pure rooms.
  cli: ['card', 'dataset', 'detect', 'search'],
};

/** Rooms that entry points alone put together with the rest. */
export const ENTRY_POINT_ONLY = ['browser'];

/** The browser's interfaces: any file may import them as types, and nothing else of that room. */
export const TYPES_FOR_ALL = 'src/browser/interfaces.ts';
