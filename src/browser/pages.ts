/**
 * The browser's API for the background and the extension's own pages, through webextension-polyfill. One file for each part of
 * the API; entry points import this file.
 */
export * from './access.ts';
export * from './action.ts';
export * from './alarm.ts';
export * from './commands.ts';
export * from './messages.ts';
export * from './omnibox.ts';
export * from './runtime.ts';
export * from './scripts.ts';
export * from './storage.ts';
export * from './tabs.ts';
export * from './worker.ts';
