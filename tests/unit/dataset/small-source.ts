/**
 * An invented article and a dataset that is faithful to it: what the verification is tried on. Both are files of
 * tests/made-up, so that everybody can run the commands for authors on them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { datasetSchema, type Dataset } from '../../../src/dataset/schema.ts';
import { readSourceText } from '../../../src/dataset/source-text.ts';

const FOLDER = join(import.meta.dirname, '../../made-up');
export const SMALL_TEXT_FILE = join(FOLDER, 'bridges.txt');
export const SMALL_DATASET_FILE = join(FOLDER, 'bridges.json');

export const SMALL_TEXT = readFileSync(SMALL_TEXT_FILE, 'utf8');
export const SMALL_SOURCE = readSourceText(SMALL_TEXT);
export const SMALL_DATASET: Dataset = datasetSchema.parse(
  JSON.parse(readFileSync(SMALL_DATASET_FILE, 'utf8')),
);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
