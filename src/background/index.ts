/** What runs without a page: key commands, and what readers ask for in pages. */
export { startBackground, type AddedDatasets, type BackgroundParts } from './background.ts';
export { startOmnibox, type OmniboxParts, type Searchable } from './omnibox.ts';
