/**
 * `npm run --silent dataset:verify -- ARTICLE.txt [DATASET.json] [--prove]`: compares a dataset, by default the bundled
 * one, with the text of its source. Prints one line for each problem, then the coverage. With --prove it also counts the
 * corruptions that it notices.
 */
import {
  citationsOf,
  DATE_LANGUAGES,
  MANNERS,
  verifyDataset,
  type Dataset,
} from '../dataset/authoring.ts';
import { corruptionsOf } from './dataset-corrupt.ts';
import { readDatasetInput, runDatasetCommand, sha256, verifyToolsFor } from './dataset-tools.ts';

function verify(): boolean {
  const { text, source, dataset, options } = readDatasetInput('dataset:verify', ['prove']);
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
  const { language } = dataset.source;
  if (!DATE_LANGUAGES.includes(language)) {
    console.log(
      `\nDates were not checked against the calendar: this command knows no words for dates in "${language}".`,
    );
  }
  console.log(`\n${problems.length} problems in ${dataset.facts.length} facts`);
  if (options.has('prove')) prove(dataset, source, tools);
  return problems.length === 0;
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

runDatasetCommand(verify);
