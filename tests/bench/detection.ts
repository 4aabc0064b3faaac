/**
 * `npm run bench -- detection`: what detection costs, as ratios to reading every UTF-16 unit once; medians of interleaved runs.
 * Three parts: throughput on pages, the curve over the number of names, the cold start. Asserts nothing on time.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundledDetection } from '../../src/cli/bundled-detector.ts';
import { compileBundled } from '../../src/cli/dataset-plugin.ts';
import { packDetector, createDetector, eachName } from '../../src/detect/index.ts';
import type { CompiledDetection } from '../../src/detect/index.ts';
import type { ColdStart } from './cold-start.ts';
import { baseline, regularExpression, scanner, wholeDetector } from './contenders.ts';
import type { CurvePoint } from './curve.ts';
import { median, medians } from './measure.ts';
import { makePage, type Page } from './text.ts';
import { pageMatter } from './vocabulary.ts';

const UNITS = 1_000_000;
const COUNTS = [10, 100, 1000, 3000, 10_000];
const COLD_STARTS = 9;
/** A count of names that takes longer is given up, in ms. */
const CHILD_TIMEOUT = 15_000;

const { entities: withCast, linguistics } = bundledDetection();
const { scanner: scannerData, rules } = compileBundled();
const detection = JSON.stringify({ scanner: scannerData, rules });
const withoutCast = withCast.filter(({ tier }) => tier === 'main');

function printThroughput(): void {
  const { english, latin, cyrillic } = pageMatter(withoutCast);
  const news = makePage({ units: UNITS, ...english });
  console.log(
    '1. Throughput: time as a ratio to (a) (in parentheses MB/s: 10^6 UTF-16 units a second)\n',
  );
  printRow('', ['(a) read', '(b) reg. exp.', '(c) scanner', '(d) detector', 'names', 'blocks hit']);
  printPage('news (English)', news, withoutCast);
  printPage('news, cast on', news, withCast);
  printPage('Latin', makePage({ units: UNITS, ...latin }), withoutCast);
  printPage('Cyrillic', makePage({ units: UNITS, ...cyrillic }), withoutCast);
}

function printPage(title: string, page: Page, entities: CompiledDetection['entities']): void {
  const names = entities.flatMap((entity) =>
    [...eachName(entity.names)].map(({ words }) => words.join(' ')),
  );
  const detector = createDetector(packDetector({ entities, linguistics }));
  const scan = scanner(page, detector);
  const times = medians(
    {
      read: baseline(page),
      expression: regularExpression(page, names),
      scan,
      detect: wholeDetector(page, detector),
    },
    2000,
  );
  const cells = Object.values(times).map(
    (time) => `${ratio(time, times.read)} (${(page.units / time / 1000).toFixed(0)})`,
  );
  const share = `${scan()}/${page.blocks.length}`;
  printRow(title, [...cells, String(names.length), share]);
}

function printCurve(): void {
  console.log('\n2. Number of names: time as a ratio to (a) (in parentheses ns per UTF-16 unit)\n');
  const columns = ['(a) read', '(b) reg. exp.', '(c) scanner', '(d) detector'];
  printRow('names', [...columns, 'build ms', 'first build', 'table bytes', 'found']);
  for (const count of COUNTS) {
    const { output, failure } = runChild('curve.ts', [String(count)]);
    const cells = failure === undefined ? curveCells(JSON.parse(output) as CurvePoint) : [failure];
    printRow(String(count), cells);
  }
}

function curveCells(point: CurvePoint): string[] {
  const cell = (time: number | undefined) =>
    time === undefined
      ? '-'
      : `${ratio(time, point.baseline)} (${((time / point.units) * 1e6).toFixed(1)})`;
  return [
    ...[point.baseline, point.expression, point.scanner, point.detector].map(cell),
    point.build.toFixed(1),
    point.firstBuild.toFixed(1),
    point.tableBytes?.toLocaleString('en') ?? '-',
    `${point.found}/${point.planted}`,
  ];
}

function printColdStart(): void {
  console.log(`\n3. Cold start: ms in a fresh process, median and range of ${COLD_STARTS}\n`);
  const starts: ColdStart[] = [];
  for (let at = 0; at < COLD_STARTS; at++) {
    const { output, failure } = runChild('cold-start.ts', [], detection);
    if (failure !== undefined) {
      printRow('', [failure]);
      return;
    }
    starts.push(JSON.parse(output) as ColdStart);
  }
  const print = (title: string, part: keyof ColdStart) => {
    const times = starts.map((start) => start[part]);
    const range = `${Math.min(...times).toFixed(2)} to ${Math.max(...times).toFixed(2)}`;
    printRow(title, [median(times).toFixed(2), range]);
  };
  print('JSON.parse', 'parse');
  print('createDetector', 'build');
  print('first detect', 'detect');
  print('second detect', 'detectAgain');
}

/** @returns what the script printed, or in words why it did not */
function runChild(
  script: string,
  args: readonly string[],
  input = '',
): { output: string; failure?: string } {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [path, ...args], {
    input,
    encoding: 'utf8',
    timeout: CHILD_TIMEOUT,
  });
  if (status === 0) return { output: stdout };
  const reason = /^\w*Error.*$/m.exec(stderr)?.[0] ?? error?.message ?? `status ${String(status)}`;
  return { output: '', failure: `failed: ${reason}` };
}

/** Two decimals, none from 100 on. */
function ratio(time: number, base: number): string {
  return (time / base).toFixed(time < 100 * base ? 2 : 0);
}

function printRow(title: string, cells: readonly string[]): void {
  console.log(`  ${title.padEnd(15)}${cells.map((cell) => cell.padStart(15)).join('')}`.trimEnd());
}

/** Runs all three parts. */
export function printDetection(): void {
  console.log(`Detection, Node ${process.version}, ${process.platform} ${process.arch}\n`);
  printThroughput();
  printCurve();
  printColdStart();
}
