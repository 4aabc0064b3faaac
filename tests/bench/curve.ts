/**
 * `node tests/bench/curve.ts COUNT`: builds a detector of that many made-up names and reads a page with it. One
 * process for each count, so that none warms up the next; prints one `CurvePoint` as JSON.
 */
import { loadLinguistics } from '../../src/cli/dataset-plugin.ts';
import { packDetector, createDetector, compileDetection } from '../../src/detect/index.ts';
import { baseline, regularExpression, scanner, wholeDetector } from './contenders.ts';
import { median, medians } from './measure.ts';
import { entitiesOf, madeUpNames } from './names.ts';
import { makePage, paragraph } from './text.ts';
import { createRandom } from './random.ts';
import { pageMatter } from './vocabulary.ts';

/** Beyond it the regular expression would take most of the run. */
const MOST_IN_EXPRESSION = 1000;
const UNITS = 300_000;
const BUILDS_MS = 1500;

/** What one number of names costs. */
export interface CurvePoint {
  /** First build of the process and median of those after it, in ms. */
  firstBuild: number;
  build: number;
  /** Size of the scanner's tables in bytes, where the API tells it. */
  tableBytes?: number;
  /** Length of the page, in UTF-16 units. */
  units: number;
  /** Median duration of one reading of the page, in ms. */
  baseline: number;
  scanner: number;
  detector: number;
  expression?: number;
  /** Names put into the page, and mentions found there. */
  planted: number;
  found: number;
}

function curvePoint(count: number): CurvePoint {
  const names = madeUpNames(count);
  const entities = entitiesOf(names);
  const detection = packDetector(
    compileDetection({
      entities: entities.map((entity) => ({ ...entity, tier: 'main' })),
      linguistics: loadLinguistics(),
    }),
  );
  const words = pageMatter([]).english.words;
  const random = createRandom(count);
  const texts = Array.from({ length: 100 }, () =>
    paragraph(words, random).replace(' ', ` of ${random.pick(names)} `),
  );
  const page = makePage({ units: UNITS, words, texts });

  const builds: number[] = [];
  const end = performance.now() + BUILDS_MS;
  let detector = createDetector(detection);
  while (builds.length < 3 || (builds.length < 25 && performance.now() < end)) {
    const start = performance.now();
    detector = createDetector(detection);
    builds.push(performance.now() - start);
  }
  const detect = wholeDetector(page, detector);
  const contenders = {
    baseline: baseline(page),
    scanner: scanner(page, detector),
    detector: detect,
  };
  const expression = regularExpression(page, names);
  const tableBytes = tableBytesOf(detector.createScanner()) ?? tableBytesOf(detector);
  return {
    firstBuild: builds[0] ?? NaN,
    build: median(builds.slice(1)),
    ...(tableBytes !== undefined && { tableBytes }),
    units: page.units,
    ...(count <= MOST_IN_EXPRESSION
      ? medians({ ...contenders, expression }, 1500)
      : medians(contenders, 1500)),
    planted: page.given,
    found: detect(),
  };
}

/** The API may tell the size of its tables; it need not. */
function tableBytesOf(part: object): number | undefined {
  return 'tableBytes' in part && typeof part.tableBytes === 'number' ? part.tableBytes : undefined;
}

if (import.meta.main) console.log(JSON.stringify(curvePoint(Number(process.argv[2]))));
