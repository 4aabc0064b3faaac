/**
 * `npm run --silent dataset:check -- FILE`: everything that a file is checked for before a reader can add it, in the same words. The
 * exit code is 1 if it would be refused, and 2 if the command itself was wrong.
 */
import {
  compileDataset,
  formatProblem,
  readDatasetFile,
  type Dataset,
} from '../dataset/authoring.ts';
import { shortKey } from '../dataset/index.ts';
import { compileDetection, createDetector, packDetector } from '../detect/index.ts';
import { MACHINE } from '../library/index.ts';
import { counted, readCommandLine, runDatasetCommand } from './dataset-arguments.ts';
import { loadDataset, loadLinguistics } from './dataset-plugin.ts';
import { readBytes, shortNameOf } from './files.ts';

async function check(): Promise<boolean> {
  const { files, refuse } = readCommandLine({ name: 'dataset:check', usage: 'FILE' });
  const [file, ...more] = files;
  if (file === undefined) throw refuse('The file with the dataset is missing.');
  if (more.length > 0) throw refuse(`One file, not ${files.length}.`);
  const linguistics = loadLinguistics();
  const takenIds = [loadDataset().id];
  const context = { today: new Date(), linguistics, takenIds, ...MACHINE };
  const read = await readDatasetFile(readBytes(file), context);
  if ('problems' in read) {
    for (const problem of read.problems) console.log(formatProblem(problem));
    const count = read.problems.length + read.more;
    console.log(`\n${shortNameOf(file)} would be refused: ${counted(count, 'problem')}`);
    if (read.more > 0) console.log(`The first ${read.problems.length} are listed.`);
    return false;
  }
  for (const warning of read.warnings) console.log(`warning: ${formatProblem(warning)}`);
  const { dataset, warnings, startsOff, signingKey } = read;
  const notFound = namesNotFound(dataset);
  for (const line of notFound) console.log(`warning: ${line}`);
  const { title, maker, licence, entities, facts, source } = dataset;
  console.log(
    `\n“${title}”, id ${dataset.id}, version ${dataset.version}, says it is by ${maker.name}; ${licence}`,
  );
  console.log(
    `${entities.length} names and ideas, ${counted(facts.length, 'fact')} from: ${source.kind}, ${source.date.value}`,
  );
  console.log(
    signingKey === undefined ? 'not signed' : `signed with the key ${shortKey(signingKey)}`,
  );
  const count = counted(warnings.length + notFound.length, 'warning');
  console.log(
    `${shortNameOf(file)} can be added, with ${count}${startsOff ? '; it starts switched off' : ''}`,
  );
  return true;
}

/** Compiles what pages would get, and looks for each name by itself: one that is not found will not be found in pages. */
function namesNotFound(dataset: Dataset): string[] {
  const { detection } = compileDataset(dataset, loadLinguistics());
  const detector = createDetector(packDetector(compileDetection(detection)));
  return dataset.entities
    .filter(({ tier, detection: { names } }) => tier === 'main' && names.length > 0)
    .filter(
      ({ id, name }) => !detector.detect(`${name} was there.`).some(({ entity }) => entity === id),
    )
    .map(
      ({ id, name }) =>
        `entities “${id}”: pages would not find “${name}” by its full name: add it to detection.names, or its given name to givenNames`,
    );
}

await runDatasetCommand(check);
