/** What the dataset commands share: reading their files, and the tools that the verification is handed. */
import { createHash } from 'node:crypto';
import { compileDataset, readDetection } from '../dataset/index.ts';
import type { Dataset } from '../dataset/schema.ts';
import { readSourceText, type SourceText } from '../dataset/source-text.ts';
import type { VerifyTools } from '../dataset/verify.ts';
import { compileDetector, createDetector, prepareDetection } from '../detect/index.ts';
import { loadDataset, loadLinguistics, readText } from './dataset-plugin.ts';

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

export function verifyToolsFor(dataset: Dataset): VerifyTools {
  const { detection } = compileDataset(dataset, loadLinguistics());
  const prepared = prepareDetection(readDetection(detection));
  const detector = createDetector(compileDetector(prepared));
  return { sha256, detect: (text) => detector.detect(text).map(({ entity }) => entity) };
}

/** What a dataset command works on. */
export interface DatasetInput {
  /** The source's text as it was read. */
  text: string;
  source: SourceText;
  dataset: Dataset;
  /** Options that were given, without their dashes. */
  options: ReadonlySet<string>;
}

/**
 * Reads the files that a command is called with: ARTICLE.txt, and DATASET.json where it is not the bundled one.
 * @param command its npm name
 * @param known options that it knows
 * @throws Error that says how the command is called, or what is wrong with which file
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

/** Runs a dataset command: a problem with its input is one message, and the exit code 2. */
export function runDatasetCommand(command: () => boolean): void {
  try {
    if (!command()) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
