/**
 * Where pictures are taken: builds the gallery's pages, serves them, and opens states in a real Chromium
 * under a condition. Knows nothing of files or baselines.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { compileBundled, datasetPlugin } from '../../src/cli/dataset-plugin.ts';
import { pageStylesPlugin } from '../../src/cli/page-styles.ts';
import { OUTPUT, ROOT } from '../../src/cli/paths.ts';
import { serve } from '../../src/cli/serve.ts';
import type { Knowledge } from '../../src/dataset/index.ts';
import type { Condition } from './conditions.ts';
import { openStage, type Stage } from './stage.ts';
import { statesFor, type State } from './states.ts';

/** One state under one condition. */
export interface Shot {
  state: State;
  condition: Condition;
}

export interface Studio {
  states: State[];
  /** As the browser says it. */
  version: string;
  /**
   * Opens each shot and hands its page over, several at once. A page is loaded once for the sizes of one state
   * in one theme; kept through a change of theme, Chromium paints some grounds in the old one's colours.
   * @param isPainted false where nobody looks at the paint: then a page is loaded once for all conditions of a state
   * @returns the results in the order of the shots
   */
  each<Result>(
    shots: readonly Shot[],
    work: (stage: Stage, shot: Shot) => Promise<Result>,
    isPainted?: boolean,
  ): Promise<Result[]>;
  close(): Promise<void>;
}

const HERE = join(ROOT, 'tests/gallery');
/** For what is drawn in a page: there the product takes the system's fonts, and the pictures those of fonts.css. */
const FONTS = {
  '--font-serif': "'Noto Serif', 'Noto Sans Arabic', serif",
  '--font-sans': "'Noto Sans', 'Noto Sans Arabic', sans-serif",
};
const BUILT = join(OUTPUT, 'gallery-page');

/** @param workers pages that are in use at the same time */
export async function openStudio(workers = Math.min(4, availableParallelism())): Promise<Studio> {
  await buildPages();
  const server = await serve(BUILT);
  const found = ensureBrowser('chromium');
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    // Text in plain grey, unhinted: the same on more machines, and smaller baselines.
    args: [
      '--disable-lcd-text',
      '--font-render-hinting=none',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const stages = await Promise.all(Array.from({ length: workers }, () => openStage(browser)));
  return {
    states: statesFor(JSON.parse(compileBundled().knowledge) as Knowledge),
    version: found.version,
    async each(shots, work, isPainted = true) {
      const results: Awaited<ReturnType<typeof work>>[] = [];
      const groups = Map.groupBy(
        shots.entries(),
        ([, { state, condition }]) => `${state.id} ${isPainted ? condition.theme : ''}`,
      );
      const waiting = groups.values();
      // All stages draw from the same iterator.
      const takeAll = async (stage: Stage): Promise<void> => {
        for (const group of waiting) {
          for (const [nth, [at, shot]] of group.entries()) {
            await stage.set(shot.condition, 'height' in shot.state ? shot.state.height : undefined);
            if (nth === 0) await load(stage.page, server.url(addressOf(shot.state)), shot.state);
            results[at] = await work(stage, shot);
          }
        }
      };
      await Promise.all(stages.map(takeAll));
      return results;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function buildPages(): Promise<void> {
  await build({
    configFile: false,
    root: HERE,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [datasetPlugin(), pageStylesPlugin(FONTS)],
    build: {
      // As in wxt.config.ts: what is drawn is what is shipped.
      target: ['chrome144', 'firefox153'],
      modulePreload: { polyfill: false },
      outDir: BUILT,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: ['design', 'card', 'page', 'popup', 'options', 'welcome'].map((view) =>
          join(HERE, `${view}.html`),
        ),
      },
    },
  });
}

const addressOf = ({ view, id }: State): string => `${view}.html?state=${id}`;

async function load(page: Page, url: string, { id }: State): Promise<void> {
  await page.goto(url);
  await page.waitForSelector(`[data-shown="${id}"]`, { state: 'attached' });
}
