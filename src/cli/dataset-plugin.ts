/**
 * Loads and compiles the bundled dataset, and offers it to the build as `virtual:dataset`. An invalid dataset stops the
 * build with one line for each problem. The extension itself contains no validator.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import {
  compileDataset,
  formatProblem,
  loadedWordProblems,
  parseLinguistics,
  readDatasetContent,
  type CompiledDataset,
  type Dataset,
  type DatasetProblem,
  type Linguistics,
} from '../dataset/authoring.ts';
import type { Knowledge } from '../dataset/index.ts';
import {
  packDetector,
  packEntities,
  compileDetection,
  type CompiledDetection,
} from '../detect/index.ts';
import { readBytes, readJson, shortNameOf } from './files.ts';

const DATASET_FILE = fileURLToPath(
  new URL('../../assets/dataset/long-range-strikes.json', import.meta.url),
);
const LANGUAGES_FILE = fileURLToPath(new URL('../../assets/languages.json', import.meta.url));
const MODULE_ID = 'virtual:dataset';

/**
 * Reads a dataset for its author, and for the build: as the extension reads one that somebody adds, but for the signature, which is wrong
 * while its author works on it. The bundled one may not have words that judge, either.
 * @param file path of a dataset's JSON
 * @throws Error with one line for each problem
 */
export function loadDataset(file: string = DATASET_FILE): Dataset {
  const read = readDatasetContent(readBytes(file), { linguistics: loadLinguistics() });
  const message = `${shortNameOf(file)} is not a valid dataset`;
  if ('problems' in read) throw refusal(message, read.problems);
  const judging = file === DATASET_FILE ? loadedWordProblems(read.dataset) : [];
  if (judging.length > 0) throw refusal(message, judging);
  return read.dataset;
}

/**
 * What detection knows about languages.
 * @throws Error with one line for each problem
 */
export function loadLinguistics(file: string = LANGUAGES_FILE): Linguistics {
  const parsed = parseLinguistics(readJson(file));
  if ('linguistics' in parsed) return parsed.linguistics;
  throw refusal(`${shortNameOf(file)} is not valid`, parsed.problems);
}

const refusal = (message: string, problems: readonly DatasetProblem[]): Error =>
  new Error(
    [`${message}:`, ...problems.map((problem) => `  ${formatProblem(problem)}`)].join('\n'),
  );

/** The parts of `virtual:dataset`, as JSON except for the first. */
export interface Bundled {
  /** For `createQuickLook`. Every page pays for it. */
  quickLook: string;
  /** The scanner's tables. A page reads them once the quick look says that it has to be scanned. */
  scanner: string;
  /** The catalogue of entities, for the reader. */
  catalogue: string;
  /** `JudgeRules`. A page reads them at its first candidate. */
  rules: string;
  /** `Knowledge` without what cards do not show. A page reads it at the first dwell. */
  cards: string;
  /** `Knowledge`, for the extension's own pages. */
  knowledge: string;
  /** `SearchTerms`, for the search in the extension's own pages. */
  searchTerms: string;
  /** `Triggers[]`, for the worker that compiles added datasets: it joins them with the bundled one. */
  triggers: string;
  /** `Linguistics`, for the same worker. */
  linguistics: string;
}

export function compileBundled(file: string = DATASET_FILE): Bundled {
  const { detection, knowledge, searchTerms } = compile(file);
  const compiled = compileDetection(detection);
  const { catalogue, tables, quickLook, rules } = packDetector(compiled);
  return {
    quickLook,
    scanner: JSON.stringify(tables),
    catalogue: JSON.stringify(catalogue),
    rules: JSON.stringify(rules()),
    cards: JSON.stringify(withoutNames(knowledge)),
    knowledge: JSON.stringify(knowledge),
    searchTerms: JSON.stringify(searchTerms),
    triggers: JSON.stringify(packEntities(compiled.entities).triggers),
    linguistics: JSON.stringify(detection.linguistics),
  };
}

/** Spellings are a tenth of the data. Only the search needs them; no card shows them. */
const withoutNames = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  entities: knowledge.entities.map((entity) => ({ ...entity, names: [] })),
});

/** The bundled dataset's data for detection, with folded words, before it gets the form that pages carry. */
export function compileBundledDetection(file: string = DATASET_FILE): CompiledDetection {
  return compileDetection(compile(file).detection);
}

const compile = (file: string): CompiledDataset =>
  compileDataset(loadDataset(file), loadLinguistics());

export function datasetPlugin(file: string = DATASET_FILE): Plugin {
  return {
    name: 'backgrounder-dataset',
    resolveId: (id) => (id === MODULE_ID ? `\0${MODULE_ID}` : null),
    load(id) {
      if (id !== `\0${MODULE_ID}`) return null;
      this.addWatchFile(file);
      this.addWatchFile(LANGUAGES_FILE);
      return Object.entries(compileBundled(file))
        .map(([name, json]) => `export const ${name} = ${JSON.stringify(json)};`)
        .join('\n');
    },
  };
}
