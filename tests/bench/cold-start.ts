/**
 * `node tests/bench/cold-start.ts < DETECTION.json`: what the content script does first on a page, in a process
 * that has done nothing else; the detection data comes ready-made, as in the build. Prints one `ColdStart` as JSON.
 */
import { readFileSync } from 'node:fs';
import type { PreparedDetection } from '../../src/detect/index.ts';
import { createDetector } from '../../src/detect/index.ts';

const TEXT =
  'Foreign Secretary David Lammy and Secretary of State Antony Blinken came to Kyiv on Wednesday, where ' +
  'President Zelenskyy asked them again to let Storm Shadow missiles be used against airfields.';

/** Durations in ms, each of the first time in the process. */
export interface ColdStart {
  parse: number;
  build: number;
  detect: number;
  /** The same text again. */
  detectAgain: number;
}

function coldStart(json: string): ColdStart {
  const times = [performance.now()];
  const lap = () => times.push(performance.now());
  const { entities, linguistics } = JSON.parse(json) as PreparedDetection;
  const main = entities.filter(({ tier }) => tier === 'main');
  lap();
  const detector = createDetector({ entities: main, linguistics });
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
