/** What a reader can set, where it is kept, and how it is read. Free of zod: see schema.ts and store.ts. */
export { isLeftOut, switchEntity, switchMention, switchSite } from './change.ts';
export { settingsInPage } from './in-page.ts';
export * from './settings.ts';
