/** A typed query in, ranked entities out. Pure: no DOM, no browser, no settings. */
export type { Field, SearchExtras, Statement } from './documents.ts';
export {
  createSearch,
  type MatchedText,
  type Search,
  type SearchResult,
  type TextRange,
} from './search.ts';
export { snippetOf, type Snippet } from './snippet.ts';
