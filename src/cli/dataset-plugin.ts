/**
 * Vite plugin that turns the bundled dataset file into `virtual:dataset`. An invalid dataset stops the
 * build with one line per problem; the extension itself never carries the validator.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import {
  compileDataset,
  readDetection,
  readKnowledge,
  type CompiledDataset,
  type Knowledge,
} from '../dataset/knowledge.ts';
import { linguisticsSchema, type Linguistics } from '../dataset/language-schema.ts';
import { formatProblem, parseDataset } from '../dataset/parse.ts';
import { compileDetector, prepareDetection, type PreparedDetection } from '../detect/index.ts';
import type { Dataset } from '../dataset/schema.ts';

const DATASET_FILE = fileURLToPath(
  new URL('../../assets/dataset/long-range-strikes.json', import.meta.url),
);
const LANGUAGES_FILE = fileURLToPath(new URL('../../assets/languages.json', import.meta.url));
const MODULE_ID = 'virtual:dataset';

/**
 * @param file path of a dataset's JSON
 * @throws Error that lists every problem by path, found and expected
 */
export function loadDataset(file: string = DATASET_FILE): Dataset {
  const parsed = parseDataset(readJson(file));
  if ('dataset' in parsed) return parsed.dataset;
  const lines = parsed.problems.map((problem) => `  ${formatProblem(problem)}`);
  throw new Error(`${shortNameOf(file)} is not a valid dataset:\n${lines.join('\n')}`);
}

/** The end of a path, by which a person knows the file. */
const shortNameOf = (file: string): string => file.split(/[\\/]/).slice(-3).join('/');

/** @throws Error that says whether the file or its JSON is at fault, and where */
function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${shortNameOf(file)} is not JSON: ${reasonOf(error)}`, { cause: error });
  }
}

/** @throws Error that names the file, and says why it cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${shortNameOf(file)} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * What detection knows of languages.
 * @throws Error that lists every problem by path
 */
export function loadLinguistics(file: string = LANGUAGES_FILE): Linguistics {
  const parsed = linguisticsSchema.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`assets/languages.json is not valid:\n${lines.join('\n')}`);
}

/** What the extension is built with, each a JSON string. */
export interface Bundled extends Omit<CompiledDataset, 'detection'> {
  /** Whom pages may be searched for, and the tables that say where to look: read at every start. */
  scanner: string;
  /** What the judge knows: read where there is something to judge. */
  rules: string;
  /** `Knowledge` as far as cards show it: read at the first dwell. */
  cards: string;
}

export function compileBundled(file: string = DATASET_FILE): Bundled {
  const { detection, knowledge, callings } = compile(file);
  const { catalogue, tables, rules } = compileDetector(prepare(detection));
  return {
    ...{ knowledge, callings },
    scanner: JSON.stringify({ catalogue, tables }),
    rules: JSON.stringify(rules()),
    cards: JSON.stringify(withoutNames(readKnowledge(knowledge))),
  };
}

/** Spellings are for the search: a tenth of the data, and on no card. */
const withoutNames = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  entities: knowledge.entities.map((entity) => ({ ...entity, names: [] })),
});

/** The detection data of the bundled dataset, before it is put into the form that pages carry. */
export function prepareBundled(file: string = DATASET_FILE): PreparedDetection {
  return prepare(compile(file).detection);
}

const prepare = (detection: string): PreparedDetection =>
  prepareDetection(readDetection(detection));

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
