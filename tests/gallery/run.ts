/**
 * `npm run gallery [-- WORD] [--update]`: every state under every condition as a PNG under .output/gallery, and
 * a page to browse them by; with a word, only states whose id has it. `--update` writes the baselines too.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTPUT } from '../../src/cli/paths.ts';
import { baselineShots, shotName, take, writeBaselines } from './baselines.ts';
import { conditionsOf } from './conditions.ts';
import { indexPage } from './index-page.ts';
import type { State } from './states.ts';
import { openStudio, type Studio } from './studio.ts';

const FOLDER = join(OUTPUT, 'gallery');

async function takeAll(studio: Studio, word: string): Promise<void> {
  if (word === '') rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const states = studio.states.filter(({ id }) => id.includes(word));
  const shots = states.flatMap((state) =>
    conditionsOf(state.view).map((condition) => ({ state, condition })),
  );
  const taken = await studio.each(shots, async (stage, shot) => {
    const overflow = await stage.overflow();
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

/** Of earlier runs too. */
function photographed({ states }: Studio): State[] {
  const taken = readdirSync(FOLDER);
  return states.filter(({ id }) => taken.some((file) => file.startsWith(`${id}.`)));
}

async function update(studio: Studio): Promise<void> {
  const taken = await studio.each(baselineShots(studio.states), take);
  const bytes = await writeBaselines(taken, studio.version);
  console.log(`${taken.length} baselines, ${Math.round(bytes / 1000)} kB together.`);
}

const start = performance.now();
const args = process.argv.slice(2);
const studio = await openStudio();
try {
  await takeAll(studio, args.find((arg) => !arg.startsWith('-')) ?? '');
  if (args.includes('--update')) await update(studio);
} finally {
  await studio.close();
}
console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);
