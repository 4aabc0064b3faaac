/**
 * What is new in this version, in a few lines for readers. Keys of the catalogue, so that they can be translated; CHANGELOG.md has
 * everything, for people who know the code.
 */
import type { MessageKey } from '../locale/index.ts';

export interface News {
  /** Version of the extension, as in package.json: a test asks for new lines with each version. */
  version: string;
  lines: readonly MessageKey[];
}

export const NEWS: News = {
  version: '0.1.0',
  lines: ['newsFirst', 'newsHighlights', 'newsCards', 'newsSearch', 'newsDatasets', 'newsOffline'],
};
