/** The datasets with which `npm start` opens a browser: read and checked first, with a page that names what they describe. */
import { basename } from 'node:path';
import {
  compileDataset,
  formatProblem,
  readDatasetFile,
  type Dataset,
  type Linguistics,
} from '../dataset/authoring.ts';
import { compileDetection, createDetector, packDetector, type Detector } from '../detect/index.ts';
import { MACHINE } from '../library/index.ts';
import { loadLinguistics } from './dataset-plugin.ts';
import { readBytes, shortNameOf } from './files.ts';

export interface StartDataset {
  name: string;
  text: string;
  dataset: Dataset;
  detector: Detector;
}

/** @throws Error with one line for each problem of the first file that cannot be added */
export async function readDatasets(files: readonly string[]): Promise<StartDataset[]> {
  const read: StartDataset[] = [];
  for (const file of files) read.push(await readOne(file, loadLinguistics()));
  return read;
}

async function readOne(file: string, linguistics: Linguistics): Promise<StartDataset> {
  const bytes = readBytes(file);
  const read = await readDatasetFile(bytes, { linguistics, ...MACHINE });
  if ('problems' in read) {
    const lines = read.problems.map((problem) => `  ${formatProblem(problem)}`);
    throw new Error([`${shortNameOf(file)} cannot be added:`, ...lines].join('\n'));
  }
  const { dataset } = read;
  const { detection } = compileDataset(dataset, linguistics);
  const detector = createDetector(packDetector(compileDetection(detection)));
  return { name: basename(file), text: bytes.toString('utf8'), dataset, detector };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page in which each main entity is named in full, with its summary. All text is from the datasets, and escaped. */
export function pageAbout(datasets: readonly StartDataset[]): string {
  const sections = datasets.map(({ dataset: { title, language, entities } }) => {
    const lines = entities
      .filter(({ tier }) => tier === 'main')
      .map(({ name, role, summary }) => `<p>${escaped(`${name} (${role.text}). ${summary}`)}</p>`);
    return `<section lang="${escaped(language)}"><h1>${escaped(title)}</h1>${lines.join('')}</section>`;
  });
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Added datasets</title>',
    '<link rel="stylesheet" href="news.css"></head><body><article>',
    ...sections,
    '</article></body></html>',
  ].join('');
}
