/**
 * `npm run gallery [-- WORD] [--firefox] [--language uk] [--in light.320]`: every state under every condition as a PNG under
 * .output/gallery, and a page to browse them by. With a word, only states whose id has it; with a language, all of them in its words;
 * with conditions, only these. `npm run gallery -- [WORD] --update` makes the baselines anew, and no other picture.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../src/cli/arguments.ts';
import { OUTPUT } from '../../src/cli/paths.ts';
import { baselineShots, shotName, take, writeBaselines } from './baselines.ts';
import { conditionName, conditionsOf } from './conditions.ts';
import { indexPage } from './index-page.ts';
import { overflowOn } from './stage.ts';
import type { State } from './states.ts';
import { openStudio, type Studio } from './studio.ts';

const USAGE = 'gallery -- [WORD] [--firefox] [--language uk] [--in light.320] [--update]';
const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: {
    firefox: { type: 'boolean', default: false },
    language: { type: 'string' },
    in: { type: 'string', multiple: true, default: [] },
    update: { type: 'boolean', default: false },
  },
});
const kind = values.firefox ? 'firefox' : 'chromium';
const [word = ''] = positionals;
/** Other pictures than the usual ones do not stand in their place. */
const FOLDER = join(
  OUTPUT,
  ['gallery', ...(values.firefox ? [kind] : []), values.language ?? []].flat().join('-'),
);

async function takeAll(studio: Studio, states: readonly State[]): Promise<void> {
  if (word === '' && values.in.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const shots = states.flatMap((state) =>
    conditionsOf(state.view)
      .filter((condition) => isWanted(conditionName(condition)))
      .map((condition) => ({ state, condition })),
  );
  const taken = await studio.each(shots, async (stage, shot) => {
    const overflow = await overflowOn(stage);
    writeFileSync(join(FOLDER, `${shotName(shot)}.png`), await stage.photograph());
    return [shotName(shot), overflow] as const;
  });
  const overflows = new Map(taken.filter(([, overflow]) => overflow > 0));
  writeFileSync(
    join(FOLDER, 'index.html'),
    indexPage({ ...studio, states: photographed(studio), overflows }),
  );
  for (const [name, overflow] of overflows) console.log(`${name}: ${overflow} px too wide`);
  console.log(`${states.length} states, ${taken.length} pictures: ${join(FOLDER, 'index.html')}`);
}

const isWanted = (condition: string): boolean =>
  values.in.length === 0 || values.in.includes(condition);

/** Of earlier runs too. */
function photographed({ states }: Studio): State[] {
  const taken = readdirSync(FOLDER);
  return states.filter(({ id }) => taken.some((file) => file.startsWith(`${id}.`)));
}

async function update(studio: Studio, states: readonly State[]): Promise<void> {
  const all = baselineShots(studio.states).map(shotName);
  const taken = await studio.each(baselineShots(states), take);
  const bytes = await writeBaselines(taken, { version: studio.version, all });
  console.log(`${taken.length} of ${all.length} baselines, ${Math.round(bytes / 1000)} kB.`);
}

const start = performance.now();
if (values.update && values.firefox) throw new Error('Baselines are made in Chromium alone.');
const studio = await openStudio({ kind, words: values.language });
try {
  const states = studio.states.filter(({ id }) => id.includes(word));
  await (values.update ? update(studio, states) : takeAll(studio, states));
} finally {
  await studio.close();
}
console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
