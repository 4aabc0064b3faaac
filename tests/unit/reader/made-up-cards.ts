/** What the bundled dataset says, for tests of cards. */
import { compileBundled } from '../../../src/cli/dataset-plugin.ts';
import { readKnowledge } from '../../../src/dataset/index.ts';

export const bundledKnowledge = readKnowledge(compileBundled().knowledge);
