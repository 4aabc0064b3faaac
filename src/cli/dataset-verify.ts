/**
 * `npm run --silent dataset:verify -- FILE ARTICLE.txt [--prove] [--write] [--tidy]`: compares a dataset with the text of its source;
 * with an article alone, the bundled dataset. Prints one line for each problem, then the coverage. --prove also counts the corruptions
 * that it notices. --write first writes fingerprints and word ranges into FILE, --tidy takes out what its author did not write.
 */
import { renameSync, writeFileSync } from 'node:fs';
import {
  citationsOf,
  DATE_LANGUAGES,
  MANNERS,
  SOURCE_WORDS,
  verifyDataset,
  type Dataset,
} from '../dataset/authoring.ts';
import { counted, runDatasetCommand } from './dataset-arguments.ts';
import { corruptionsOf } from './dataset-corrupt.ts';
import { fillDataset } from './dataset-fill.ts';
import { datasetText } from './dataset-json.ts';
import { loadDataset } from './dataset-plugin.ts';
import { tidyDataset } from './dataset-tidy.ts';
import { readDatasetFiles, sha256, verifyToolsFor, type DatasetFiles } from './dataset-tools.ts';
import { readJson, reasonOf } from './files.ts';

const FORM = {
  name: 'dataset:verify',
  usage: '[FILE] ARTICLE.txt [--prove] [--write] [--tidy]',
  flags: ['prove', 'write', 'tidy'],
};

function verify(): boolean {
  const files = readDatasetFiles(FORM);
  const { datasetFile, text, source, flags } = files;
  const isWritten = flags.has('write') || flags.has('tidy');
  if (isWritten) write(files);
  const dataset = isWritten ? loadWritten(datasetFile) : loadDataset(datasetFile);
  if (!dataset) return false;
  const tools = verifyToolsFor(dataset);
  const problems = verifyDataset(dataset, source, tools);
  if (sha256(text) !== dataset.source.sha256) {
    problems.unshift({
      where: 'source',
      paragraph: 0,
      found: `a file with SHA-256 ${sha256(text).slice(0, 12)}…`,
      expected: `${dataset.source.sha256.slice(0, 12)}…`,
    });
  }
  for (const { where, paragraph, found, expected } of problems) {
    console.log(`${where}: ¶ ${paragraph || '-'}: found ${found}, expected ${expected}`);
  }
  printCoverage(dataset);
  printUnchecked(dataset);
  console.log(
    `\n${counted(problems.length, 'problem')} in ${counted(dataset.facts.length, 'fact')}`,
  );
  if (flags.has('prove')) prove(dataset, source, tools);
  return problems.length === 0;
}

/** Writes what nobody works out by hand. @throws Error if nothing can be written */
function write({ datasetFile, text, source, flags }: DatasetFiles): void {
  if (datasetFile === undefined) {
    throw new Error(
      'The options --write and --tidy change a dataset: name its file, then the article.',
    );
  }
  const dataset = readJson(datasetFile);
  const tidied = flags.has('tidy') ? tidyDataset(dataset) : [];
  const { written, problems } = fillDataset(dataset, { text, source, sha256 });
  // A file is either the old one or the new one.
  const draft = `${datasetFile}.new`;
  writeFileSync(draft, datasetText(dataset));
  renameSync(draft, datasetFile);
  for (const line of [...tidied, ...written.map((one) => `wrote ${one}`)]) console.log(line);
  for (const problem of problems) console.log(`could not write ${problem}`);
  console.log('');
}

/**
 * The dataset after it was written. What is still left to its author in it, or wrong, is a problem like those of the comparison: the
 * command has done its work.
 * @returns undefined if there is something; it is printed
 */
function loadWritten(datasetFile: string | undefined): Dataset | undefined {
  try {
    return loadDataset(datasetFile);
  } catch (error) {
    console.log(
      `The file is written. Before it can be compared with its source:\n${reasonOf(error)}`,
    );
    return undefined;
  }
}

function printUnchecked({ language, source }: Dataset): void {
  const said = (what: string, words: string): void => {
    console.log(`\n${what}: this command knows no words for ${words} in "${source.language}".`);
  };
  if (!DATE_LANGUAGES.includes(source.language)) {
    said('Dates were not checked against the calendar', 'dates');
  }
  if (!SOURCE_WORDS[source.language]) said('Manners and negations were not checked', 'speakers');
  else if (language !== source.language) {
    console.log('\nNegations were not checked: the dataset and its source are in two languages.');
  }
}

function printCoverage({ facts, source }: Dataset): void {
  const head = MANNERS.map((manner) => manner.padStart(16)).join('');
  console.log(`\n  ¶  words covered${head}`);
  source.paragraphs.forEach(({ words }, index) => {
    const paragraph = index + 1;
    const citing = facts.filter((fact) => citationsOf(fact).includes(paragraph));
    const covered = new Set(
      citing.flatMap(({ evidence }) =>
        evidence
          .filter((part) => part.paragraph === paragraph)
          .flatMap(({ words: [first, last] }) =>
            Array.from({ length: last - first + 1 }, (_, at) => first + at),
          ),
      ),
    );
    const counts = MANNERS.map((manner) =>
      String(
        citing.filter(({ attribution }) => attribution.manner === manner).length || '·',
      ).padStart(16),
    ).join('');
    console.log(
      `${String(paragraph).padStart(3)}  ${String(words).padStart(5)} ${`${Math.round((100 * covered.size) / words)}%`.padStart(7)}${counts}`,
    );
  });
  const totals = MANNERS.map((manner) =>
    String(facts.filter(({ attribution }) => attribution.manner === manner).length).padStart(16),
  ).join('');
  console.log(`all${' '.repeat(14)}${totals}`);
}

function prove(...[dataset, source, tools]: Parameters<typeof verifyDataset>): void {
  const before = verifyDataset(dataset, source, tools).length;
  const counts = new Map<string, { refused: number; all: number }>();
  for (const { kind, what, dataset: corrupted } of corruptionsOf(dataset, source)) {
    const refused = verifyDataset(corrupted, source, tools).length > before;
    const row = `${kind} ${what}`;
    const count = counts.get(row) ?? { refused: 0, all: 0 };
    counts.set(row, { refused: count.refused + Number(refused), all: count.all + 1 });
  }
  console.log(`\n${'corruption'.padEnd(34)} refused`);
  for (const [row, { refused, all }] of counts) {
    console.log(
      `${row.padEnd(34)} ${String(refused).padStart(4)} of ${String(all).padStart(4)}  ${((100 * refused) / all).toFixed(1)} %`,
    );
  }
}

await runDatasetCommand(verify);
