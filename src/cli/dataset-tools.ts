/** What the commands share that hold a dataset against its text: their two files, and the tools for the verification. */
import { createHash } from 'node:crypto';
import {
  compileDataset,
  readSourceText,
  type Dataset,
  type SourceText,
  type VerifyTools,
} from '../dataset/authoring.ts';
import { packDetector, createDetector, compileDetection } from '../detect/index.ts';
import { readCommandLine, type CommandForm } from './dataset-arguments.ts';
import { loadDataset, loadLinguistics } from './dataset-plugin.ts';
import { readText } from './files.ts';

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

export function verifyToolsFor(dataset: Dataset): VerifyTools {
  const { detection } = compileDataset(dataset, loadLinguistics());
  const detector = createDetector(packDetector(compileDetection(detection)));
  return { sha256, detect: (text) => detector.detect(text).map(({ entity }) => entity) };
}

/** The files of a command. */
export interface DatasetFiles {
  /** Path of the dataset; left out for the bundled one. */
  datasetFile: string | undefined;
  /** The source's text, unchanged. */
  text: string;
  source: SourceText;
  flags: ReadonlySet<string>;
}

/** What a command works with that only reads. */
export interface DatasetInput extends DatasetFiles {
  dataset: Dataset;
}

/** A dataset is known by its first character. No article begins with a brace. */
const looksLikeDataset = (text: string): boolean => /^\s*\{/.test(text);

/**
 * Finds the two files of the command line: FILE and ARTICLE. They are told apart by their content, so their order does not matter. An
 * article alone stands for that of the bundled dataset.
 * @throws Error that says how to call the command, or which file is wrong and why
 */
export function readDatasetFiles(form: CommandForm): DatasetFiles {
  const { files, flags, refuse } = readCommandLine(form);
  if (files.length > 2) throw refuse(`Two files at most, not ${files.length}.`);
  const read = files.map((file) => ({ file, text: readText(file) }));
  const [first, second] = read;
  const datasets = read.filter(({ text }) => looksLikeDataset(text));
  if (!first || (datasets.length === 1 && !second)) {
    throw refuse('The file with the source’s text is missing.');
  }
  if (datasets.length > 1) {
    throw refuse('Both files look like datasets. One of them has to be the source’s text.');
  }
  // Where neither looks like a dataset, the first should have been one, and reading it says what is wrong.
  const dataset = datasets[0] ?? (second ? first : undefined);
  const article = read.find((one) => one !== dataset) ?? first;
  if (article.text.trim() === '') throw refuse(`${article.file} is empty.`);
  const { text } = article;
  return { datasetFile: dataset?.file, text, source: readSourceText(text), flags };
}

/** The same, with the dataset. @throws Error with one line for each problem of the dataset */
export function readDatasetInput(form: CommandForm): DatasetInput {
  const files = readDatasetFiles(form);
  return { ...files, dataset: loadDataset(files.datasetFile) };
}
