/**
 * Vite plugin that turns the bundled dataset file into `virtual:dataset`. An invalid dataset stops the
 * build with one line per problem; the extension itself never carries the validator.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compileDataset } from '../dataset/knowledge.ts';
import { formatProblem, parseDataset } from '../dataset/parse.ts';
import type { Dataset } from '../dataset/schema.ts';

const DATASET_FILE = fileURLToPath(
  new URL('../../assets/dataset/long-range-strikes.json', import.meta.url),
);
const MODULE_ID = 'virtual:dataset';

/**
 * @param file path of a dataset's JSON
 * @throws Error that lists every problem by path, found and expected
 */
export function loadDataset(file: string = DATASET_FILE): Dataset {
  const name = file.split(/[\\/]/).slice(-3).join('/');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${name} is not readable as JSON: ${String(error)}`, { cause: error });
  }
  const parsed = parseDataset(json);
  if ('dataset' in parsed) return parsed.dataset;
  const lines = parsed.problems.map((problem) => `  ${formatProblem(problem)}`);
  throw new Error(`${name} is not a valid dataset:\n${lines.join('\n')}`);
}

export function datasetPlugin(file: string = DATASET_FILE): Plugin {
  return {
    name: 'backgrounder-dataset',
    resolveId: (id) => (id === MODULE_ID ? `\0${MODULE_ID}` : null),
    load(id) {
      if (id !== `\0${MODULE_ID}`) return null;
      this.addWatchFile(file);
      const compiled = compileDataset(loadDataset(file));
      return Object.entries(compiled)
        .map(([name, json]) => `export const ${name} = ${JSON.stringify(json)};`)
        .join('\n');
    },
  };
}
