/**
 * Every state of every view in plain pages (tests/gallery): axe has nothing against it, nothing is too wide, no text is cut off, a
 * popover is in its window, and those with a baseline look as they did. `npm run gallery -- --update` makes the baselines anew.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
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
import { clippedTexts } from '../gallery/clipped.ts';
import { fewConditionsOf, SIZES, type Condition } from '../gallery/conditions.ts';
import type { Stage } from '../gallery/stage.ts';
import { statesFor, type State, type ViewName } from '../gallery/states.ts';
import { openStudio, type Shot, type Studio } from '../gallery/studio.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DIFFERENCES = join(OUTPUT, 'gallery-differences');
const STATES = statesFor(JSON.parse(compileBundled().knowledge) as Knowledge);

let studio: Studio;
beforeAll(async () => {
  rmSync(DIFFERENCES, { recursive: true, force: true });
  studio = await openStudio();
});
afterAll(() => studio.close());

/**
 * Conditions that can be judged. Forced colours move nothing, and axe reads the text's own, unforced one (-webkit-text-fill-color): the
 * system sees to those, and the baselines show them.
 */
const judgedConditionsOf = (state: State): Condition[] =>
  fewConditionsOf(state).filter(({ theme }) => theme !== 'forced');

/** What axe has to look at: everything once, and then what the condition changes. A theme changes colours alone, a size all the rest. */
function axeOptions({ theme, size }: Condition, view: ViewName): object {
  const isUsualSize = size === SIZES[view][0];
  if (theme === 'dark' && isUsualSize) return { runOnly: ['color-contrast'] };
  return { rules: { 'color-contrast': { enabled: isUsualSize } } };
}

/** @returns one line for each thing that axe has against a state, or cannot decide */
async function audit(stage: Stage, shot: Shot): Promise<string[]> {
  const { page } = stage;
  const options = axeOptions(shot.condition, shot.state.view);
  // Higher than the content: axe cannot judge what is scrolled out of sight or lies under something fixed.
  await page.addStyleTag({
    content: `.popup { max-height: none !important; height: 4900px }
      .surface { max-height: none !important }`,
  });
  const content = await page.evaluate(() => document.documentElement.scrollHeight);
  await stage.setHeight(Math.max(5000, content + 600));
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(options)})`,
  );
  const name = shotName(shot);
  const linesOf = (results: AxeResults['violations'], outcome: string): string[] =>
    results.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${name}: ${id} ${outcome}: ${html.slice(0, 200)}`),
    );
  return [...linesOf(violations, 'violated'), ...linesOf(incomplete, 'undecided')];
}

/**
 * Axe sees nothing of a closed shadow root, and cannot judge what lies under it; the same card is judged apart.
 * @returns one line for a card that is not wholly in its window
 */
async function isInSight({ page }: Stage, shot: Shot): Promise<string[]> {
  const [box, width, height] = await page.evaluate(async () => {
    // The card follows a new width in the frame after it.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return [document.documentElement.dataset['box'], innerWidth, innerHeight] as const;
  });
  if (box === undefined) return [];
  const { left, top, right, bottom } = JSON.parse(box) as DOMRect;
  const isInside = left >= 0 && top >= 0 && right <= width && bottom <= height;
  return isInside ? [] : [`${shotName(shot)}: the card is at ${box}`];
}

describe('each state', () => {
  test.each(STATES.map((state) => [state.id, state] as const))('%s', async (_, state) => {
    const shots = judgedConditionsOf(state).map((condition) => ({ state, condition }));
    const judge = async (stage: Stage, shot: Shot): Promise<string[]> => {
      const overflow = await stage.overflow();
      const wide = overflow > 0 ? [`${shotName(shot)}: ${overflow} px too wide`] : [];
      const cut = (await stage.page.evaluate(clippedTexts)).map(
        (text) => `${shotName(shot)}: cut off: ${text.slice(0, 80)}`,
      );
      const isPage = state.view === 'page';
      return [...wide, ...cut, ...(await (isPage ? isInSight(stage, shot) : audit(stage, shot)))];
    };
    expect((await studio.each(shots, judge, false)).flat()).toEqual([]);
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
