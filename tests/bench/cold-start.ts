/**
 * `node tests/bench/cold-start.ts < BUNDLED.json`: what the content script does first on a page, in a process
 * that has done nothing else; the data comes ready-made, as in the build. Prints one `ColdStart` as JSON.
 */
import { readFileSync } from 'node:fs';
import { createDetector, readScanning, withJudge } from '../../src/detect/index.ts';

const TEXT =
  'Foreign Secretary David Lammy and Secretary of State Antony Blinken came to Kyiv on Wednesday, where ' +
  'President Zelenskyy asked them again to let Storm Shadow missiles be used against airfields.';

/** Durations in ms, each of the first time in the process. */
export interface ColdStart {
  /** Of the scanner's tables. */
  parse: number;
  build: number;
  detect: number;
  /** The same text again. */
  detectAgain: number;
}

function coldStart(json: string): ColdStart {
  const times = [performance.now()];
  const lap = () => times.push(performance.now());
  const bundled = JSON.parse(json) as { scanner: string; catalogue: string; rules: string };
  times[0] = performance.now();
  const parts = withJudge(readScanning(bundled.scanner), bundled);
  lap();
  const detector = createDetector(parts, ({ tier }) => tier === 'main');
  lap();
  const { length } = detector.detect(TEXT);
  lap();
  if (detector.detect(TEXT).length !== length) throw new Error('the second detect differs');
  lap();
  const [parse = NaN, build = NaN, detect = NaN, detectAgain = NaN] = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? NaN));
  return { parse, build, detect, detectAgain };
}

if (import.meta.main) console.log(JSON.stringify(coldStart(readFileSync(0, 'utf8'))));
