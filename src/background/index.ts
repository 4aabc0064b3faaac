/** What runs without a page: key commands, and what readers ask for in pages. */
export { createAddedDatasets, type AddedDatasets } from './added-datasets.ts';
export { startBackground, type BackgroundParts } from './background.ts';
export { startOmnibox, type OmniboxParts } from './omnibox.ts';
