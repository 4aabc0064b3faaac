/** Makes the datasets of tests/made-up/unfaithful.jsonl, and the text that each is held against. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillDataset } from '../../../src/cli/dataset-fill.ts';
import { datasetSchema, type Dataset } from '../../../src/dataset/schema.ts';
import { readSourceText, type SourceText } from '../../../src/dataset/source-text.ts';
import { fileOf, type Recipe } from './hostile-recipes.ts';
import { sha256, SMALL_TEXT } from './small-source.ts';

export interface Unfaithful {
  /** What it has that is wrong, or that may look wrong and is right. */
  what: string;
  /** How the dataset differs from that of the bridges, as in tests/hostile-datasets. Open fingerprints ("") are filled in. */
  dataset?: Recipe;
  /** One more paragraph of the article and of the dataset's source. */
  adds?: string;
  /** Words that a later version of the article has in place of others. The dataset does not know it. */
  article?: [from: string, to: string];
  /** What `npm run dataset:verify` then prints, and nothing else. */
  lines: string[];
}

const FILE = join(import.meta.dirname, '../../made-up/unfaithful.jsonl');

export const UNFAITHFUL = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Unfaithful);

export function unfaithfulFiles({
  dataset = {},
  adds,
  article,
}: Omit<Unfaithful, 'what' | 'lines'>): {
  dataset: Dataset;
  source: SourceText;
} {
  const text = adds === undefined ? SMALL_TEXT : `${SMALL_TEXT}${adds}\n`;
  const source = readSourceText(text);
  const file = JSON.parse(new TextDecoder().decode(fileOf(dataset))) as Dataset;
  const known = file.source.paragraphs;
  for (const words of source.paragraphs.slice(known.length)) {
    known.push({ words: words.length, sha256: sha256(words.join(' ')) });
  }
  const open = file.facts.filter(({ evidence }) => evidence.some((part) => part.sha256 === ''));
  fillDataset({ ...file, facts: open }, { text, source, sha256 });
  return {
    dataset: datasetSchema.parse(file),
    source: article ? readSourceText(text.replace(...article)) : source,
  };
}
