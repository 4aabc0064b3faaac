/**
 * Every state of every view in plain pages (tests/gallery): axe has nothing against it, nothing is too wide, no text is cut off or
 * glued in any language, targets are large enough, a popover is in its window, and those with a baseline look as they did.
 * `npm run gallery -- --update` makes the baselines anew.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileBundled } from '../../src/cli/dataset-plugin.ts';
import { OUTPUT } from '../../src/cli/paths.ts';
import type { Knowledge } from '../../src/dataset/index.ts';
import {
  baselineNames,
  baselineShots,
  haveSameFonts,
  layoutDifferences,
  readBaseline,
  readRecord,
  shotName,
  take,
  type Taken,
} from '../gallery/baselines.ts';
import { comparePixels, PIXEL_TOLERANCE } from '../gallery/compare.ts';
import { statesFor } from '../gallery/states.ts';
import { openStudio, type Studio } from '../gallery/studio.ts';
import { judge, judgeWords, LANGUAGES, type Verdicts } from '../gallery/verdicts.ts';

const DIFFERENCES = join(OUTPUT, 'gallery-differences');
const STATES = statesFor(JSON.parse(compileBundled().knowledge) as Knowledge);

let studio: Studio;
beforeAll(async () => {
  rmSync(DIFFERENCES, { recursive: true, force: true });
  studio = await openStudio();
});
afterAll(() => studio.close());

describe('each state', () => {
  let verdicts: Verdicts;
  beforeAll(async () => {
    verdicts = await judge(studio, STATES);
  });

  test.each(STATES.map(({ id }) => id))('%s', (id) => {
    expect(verdicts.get(id)).toEqual([]);
  });
});

describe('each language', () => {
  let verdicts: Verdicts;
  beforeAll(async () => {
    verdicts = await judgeWords(studio, STATES);
  });

  test.each(LANGUAGES)('no text of any state is cut off in %s', (words) => {
    expect(verdicts.get(words)).toEqual([]);
  });
});

describe('the look', () => {
  const shots = baselineShots(STATES);
  let taken: Taken[] = [];
  let byPixels = false;
  beforeAll(async () => {
    taken = await studio.each(shots, take);
    const { version, fonts } = readRecord();
    byPixels = taken.every((one) => haveSameFonts(fonts, one.fonts));
    const how = byPixels
      ? 'with the same fonts: pixels are compared.'
      : 'with other fonts: only the boxes of the main parts are compared.';
    console.log(`Baselines were made by ${version}; this is ${studio.version}, ${how}`);
  });

  test.each(shots.map((shot) => shotName(shot)))('%s is as it was', (name) => {
    const now = taken.find((one) => one.name === name);
    const baseline = readBaseline(name);
    if (!now || !baseline) throw new Error(`${name} has no baseline: npm run gallery -- --update`);
    const differences = byPixels ? pixelDifferences(now, baseline) : layoutDifferences(now);
    expect(differences, 'If it is meant: npm run gallery -- --update').toEqual([]);
  });

  test('no baseline is left of a state that has gone', () => {
    expect(baselineNames().sort()).toEqual(shots.map(shotName).sort());
  });
});

function pixelDifferences({ name, png }: Taken, baseline: PNG): string[] {
  const picture = PNG.sync.read(png);
  const difference = comparePixels(picture, baseline);
  if (difference && difference.share <= PIXEL_TOLERANCE) return [];
  mkdirSync(DIFFERENCES, { recursive: true });
  writeFileSync(join(DIFFERENCES, `${name}.png`), png);
  if (!difference) {
    const sizes = [picture, baseline].map(({ width, height }) => `${width} × ${height}`);
    return [`${name} is ${sizes.join(', and was ')}: see ${DIFFERENCES}`];
  }
  writeFileSync(join(DIFFERENCES, `${name}.differences.png`), PNG.sync.write(difference.picture));
  return [`${name}: ${(difference.share * 100).toFixed(2)} % are different: see ${DIFFERENCES}`];
}
