/**
 * The browser as the background and the extension's own pages see it, through webextension-polyfill, which stands
 * aside in every browser above our floors. One file for each thing that is talked to; entry points import this one.
 */
export * from './action.ts';
export * from './commands.ts';
export * from './messages.ts';
export * from './omnibox.ts';
export * from './runtime.ts';
export * from './storage.ts';
export * from './tabs.ts';
