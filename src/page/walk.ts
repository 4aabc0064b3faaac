/** The part of this folder that every page pays for: whether a document is read, and the walk over its text. */
export { isPrerendering } from './dom.ts';
export { createPageWalk, type PageWalk } from './page-walk.ts';
export { unreadableKindOf } from './unreadable.ts';
export { canHaveText, isFrameTooSmall, whenLargeEnough } from './worth-reading.ts';
