/** What runs without a page: key commands, and what readers ask for in cards. */
export { startBackground, type BackgroundParts } from './background.ts';
export { startOmnibox, type OmniboxParts } from './omnibox.ts';
