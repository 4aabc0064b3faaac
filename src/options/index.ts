/** The options page: every setting with its default, and unreadable records. The stylesheet is options.css. */
export { startOptions } from './options.tsx';
export type { OptionsParts } from './state.ts';
