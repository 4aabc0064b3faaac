/** What the dataset commands share: reading the source's text, and the tools that the verification is handed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compileDataset, readDetection } from '../dataset/index.ts';
import type { Dataset } from '../dataset/schema.ts';
import { readSourceText, type SourceText } from '../dataset/source-text.ts';
import type { VerifyTools } from '../dataset/verify.ts';
import { compileDetector, createDetector, prepareDetection } from '../detect/index.ts';
import { loadLinguistics } from './dataset-plugin.ts';

export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

export function verifyToolsFor(dataset: Dataset): VerifyTools {
  const { detection } = compileDataset(dataset, loadLinguistics());
  const prepared = prepareDetection(readDetection(detection));
  const detector = createDetector(compileDetector(prepared));
  return { sha256, detect: (text) => detector.detect(text).map(({ entity }) => entity) };
}

/** @throws Error that says how the command is called, or why the file cannot be read */
export function sourceFromArguments(command: string): { text: string; source: SourceText } {
  const [file] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  if (file === undefined)
    throw new Error(`Say where the source's text is: npm run --silent ${command} -- ARTICLE.txt`);
  const text = readFileSync(file, 'utf8');
  return { text, source: readSourceText(text) };
}
