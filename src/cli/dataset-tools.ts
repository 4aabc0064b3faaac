/** What the dataset commands share: their arguments and files, and the tools for the verification. */
import { createHash } from 'node:crypto';
import {
  compileDataset,
  readSourceText,
  type Dataset,
  type SourceText,
  type VerifyTools,
} from '../dataset/authoring.ts';
import { packDetector, createDetector, compileDetection } from '../detect/index.ts';
import { loadDataset, loadLinguistics } from './dataset-plugin.ts';
import { readText, reasonOf } from './files.ts';

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

export function verifyToolsFor(dataset: Dataset): VerifyTools {
  const { detection } = compileDataset(dataset, loadLinguistics());
  const detector = createDetector(packDetector(compileDetection(detection)));
  return { sha256, detect: (text) => detector.detect(text).map(({ entity }) => entity) };
}

/** What a dataset command works with. */
export interface DatasetInput {
  /** The source's text, unchanged. */
  text: string;
  source: SourceText;
  dataset: Dataset;
  /** The options of the command line, without their dashes. */
  options: ReadonlySet<string>;
}

/**
 * Reads the files of the command line: ARTICLE.txt, and DATASET.json unless it is the bundled one.
 * @param command npm name of the command
 * @param known options of the command
 * @throws Error that says how to call the command, or which file is wrong and why
 */
export function readDatasetInput(command: string, known: readonly string[] = []): DatasetInput {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => !arg.startsWith('--'));
  const options = args.filter((arg) => arg.startsWith('--')).map((arg) => arg.slice(2));
  const [article, datasetFile, ...more] = files;
  const usage = [
    `npm run --silent ${command} -- ARTICLE.txt [DATASET.json]`,
    ...known.map((option) => `[--${option}]`),
  ].join(' ');
  const refuse = (problem: string): Error => new Error(`${problem}\nUsage: ${usage}`);
  if (article === undefined) throw refuse('The file with the source’s text is missing.');
  if (more.length > 0) throw refuse(`Two files at most, not ${files.length}.`);
  const unknown = options.find((option) => !known.includes(option));
  if (unknown !== undefined) throw refuse(`There is no option --${unknown}.`);
  const text = readText(article);
  if (/^\s*\{/.test(text))
    throw refuse(`${article} looks like a dataset. The source’s text comes first.`);
  if (text.trim() === '') throw refuse(`${article} is empty.`);
  const dataset = loadDataset(datasetFile);
  return { text, source: readSourceText(text), dataset, options: new Set(options) };
}

/** Runs a dataset command. If its input is wrong, it prints one message and the exit code is 2. */
export function runDatasetCommand(command: () => boolean): void {
  try {
    if (!command()) process.exitCode = 1;
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 2;
  }
}
