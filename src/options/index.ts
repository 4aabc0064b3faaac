/** The options page: every setting, its default, and what was kept aside. The stylesheet is options.css. */
export { startOptions } from './options.tsx';
export type { OptionsParts } from './state.ts';
