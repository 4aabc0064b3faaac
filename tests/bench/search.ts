/**
 * `npm run bench -- search`: what a key press in the search costs: every beginning of the written queries, on the bundled dataset and on
 * made-up ones. Times in ms, and as ratios to reading every word of the dataset once. Asserts nothing on time.
 */
import { bundledSearch, readQueries } from '../../src/cli/search-evaluation.ts';
import { compileBundled } from '../../src/cli/dataset-plugin.ts';
import type { Knowledge } from '../../src/dataset/index.ts';
import { createSearch, type Search } from '../../src/search/index.ts';
import { madeUpKnowledge } from './made-up-knowledge.ts';
import { median } from './measure.ts';

const COUNTS = [100, 500, 2000];
const ROUNDS = 5;

export function printSearch(): void {
  console.log('Search: ms for a key press, over every beginning of the written queries');
  console.log('   (in parentheses: as a ratio to reading the words of the dataset once)\n');
  printRow('entities', ['median', '99 %', 'slowest', 'index, ms']);
  const bundled = JSON.parse(compileBundled().knowledge) as Knowledge;
  const presses = keyPresses(readQueries().map(({ query }) => query));
  printTimes(`bundled (${bundled.entities.length})`, {
    knowledge: bundled,
    build: bundledSearch,
    presses,
  });
  for (const count of COUNTS) {
    const knowledge = madeUpKnowledge(count);
    const own = knowledge.entities.slice(0, 60).map(({ name }) => `${name.toLowerCase()} missile`);
    printTimes(String(count), {
      knowledge,
      build: () => createSearch(knowledge),
      presses: [...presses, ...keyPresses(own)],
    });
  }
}

interface Subject {
  knowledge: Knowledge;
  build: () => Search;
  presses: readonly string[];
}

function printTimes(title: string, { knowledge, build, presses }: Subject): void {
  const started = performance.now();
  const search = build();
  const built = performance.now() - started;
  const times = presses.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    presses.forEach((press, at) => {
      const start = performance.now();
      search(press);
      // The first round warms up.
      if (round > 0) times[at]?.push(performance.now() - start);
    });
  }
  const sorted = times.map(median).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  const once = median(Array.from({ length: 9 }, () => readingTime(knowledge)));
  const cell = (time: number) => `${time.toFixed(2)} (${(time / once).toFixed(2)})`;
  printRow(title, [cell(at(0.5)), cell(at(0.99)), cell(at(1)), built.toFixed(0)]);
}

/** Every beginning of every query, each once. */
function keyPresses(queries: readonly string[]): string[] {
  return [
    ...new Set(
      queries.flatMap((query) =>
        Array.from(query).map((_, at) =>
          Array.from(query)
            .slice(0, at + 1)
            .join(''),
        ),
      ),
    ),
  ];
}

function readingTime({ entities, facts }: Knowledge): number {
  const start = performance.now();
  let words = 0;
  for (const { names, role, summary } of entities)
    for (const text of [...names, role.text, summary]) words += text.split(' ').length;
  for (const { statement } of facts) words += statement.split(' ').length;
  return words > 0 ? performance.now() - start : NaN;
}

function printRow(title: string, cells: readonly string[]): void {
  console.log(`  ${title.padEnd(15)}${cells.map((cell) => cell.padStart(15)).join('')}`.trimEnd());
}
