/**
 * Where states are shown: builds the gallery's pages, serves them, and opens states in a real browser under a condition. Knows nothing
 * of files or baselines.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { BrowserKind } from '../../src/cli/browsers/find.ts';
import { ensureBrowser } from '../../src/cli/browsers/install.ts';
import { compileBundled, datasetPlugin } from '../../src/cli/dataset-plugin.ts';
import { pageStylesPlugin } from '../../src/cli/page-styles.ts';
import { OUTPUT, ROOT } from '../../src/cli/paths.ts';
import { serve } from '../../src/cli/serve.ts';
import type { Knowledge } from '../../src/dataset/index.ts';
import { conditionName, type Condition } from './conditions.ts';
import type { Stage } from './stage.ts';
import { openInChromium } from './stage-chromium.ts';
import { openInFirefox } from './stage-firefox.ts';
import { statesFor, type State } from './states.ts';

/** One state under one condition. */
export interface Shot {
  state: State;
  condition: Condition;
  /** Of the viewport, in CSS px, where it is neither the usual one nor the state's own. */
  height?: number;
}

export interface Studio {
  kind: BrowserKind;
  states: State[];
  /** As the browser says it. */
  version: string;
  /**
   * Opens each shot and hands its stage over, several at once. A page is loaded once for the sizes of one state
   * in one theme; kept through a change of theme, Chromium paints some grounds in the old one's colours.
   * @param isPainted false where nobody looks at the paint: then states are drawn one after another in the same page
   * @returns the results in the order of the shots
   */
  each<Result, Each extends Shot>(
    shots: readonly Each[],
    work: (stage: Stage, shot: Each) => Promise<Result>,
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

export interface StudioOptions {
  kind?: BrowserKind;
  /** In whose words all states are drawn, in place of their own. */
  words?: string | undefined;
}

/** Pages of Chromium that are in use at the same time; Firefox has one. */
const WORKERS = Math.min(4, availableParallelism());

export async function openStudio({
  kind = 'chromium',
  words,
}: StudioOptions = {}): Promise<Studio> {
  const built = join(OUTPUT, `gallery-page-${kind}`);
  await buildPages(kind, built);
  const server = await serve(built);
  const found = ensureBrowser(kind);
  const opened = await (kind === 'firefox' ? openInFirefox(found) : openInChromium(found, WORKERS));
  const inWords = words === undefined ? '' : `&words=${words}`;
  const addressOf = ({ view, id }: State): string =>
    server.url(`${view}.html?state=${id}${inWords}`);
  return {
    kind,
    states: statesFor(JSON.parse(compileBundled().knowledge) as Knowledge),
    version: found.version,
    async each(shots, work, isPainted = true) {
      const results: Awaited<ReturnType<typeof work>>[] = [];
      const groups = Map.groupBy(shots.entries(), ([, shot]) => groupOf(shot, isPainted));
      const waiting = groups.values();
      // All stages draw from the same iterator.
      const takeAll = async (stage: Stage): Promise<void> => {
        for (const group of waiting) {
          for (const [nth, [at, shot]] of group.entries()) {
            await stage.set(shot.condition, shot.height ?? ownHeight(shot.state));
            if (nth === 0) await load(stage, addressOf(shot.state));
            else if (!isPainted)
              await stage.evaluate((id) => window.gallery.draw(id), shot.state.id);
            results[at] = await work(stage, shot);
          }
        }
      };
      await Promise.all(opened.stages.map(takeAll));
      return results;
    },
    async close() {
      await opened.close();
      await server.close();
    },
  };
}

/** Shots for which a page is loaded once. */
function groupOf({ state, condition, height }: Shot, isPainted: boolean): string {
  if (isPainted) return `${state.id} ${condition.theme}`;
  return [state.view, conditionName(condition), height ?? ownHeight(state)].join(' ');
}

const ownHeight = (state: State): number | undefined =>
  'height' in state ? state.height : undefined;

const highlightsOf = (kind: BrowserKind): string =>
  join(ROOT, `assets/public/highlights.${kind}.css`);

async function buildPages(kind: BrowserKind, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: HERE,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [datasetPlugin(), pageStylesPlugin(FONTS)],
    // Each browser paints highlights by a sheet of its own; the pages name that of Chromium.
    resolve: {
      alias: [{ find: /^.*\/highlights\.chromium\.css$/, replacement: highlightsOf(kind) }],
    },
    build: {
      // As in wxt.config.ts: what is drawn is what is shipped.
      target: ['chrome144', 'firefox153'],
      modulePreload: { polyfill: false },
      outDir,
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

async function load(stage: Stage, url: string): Promise<void> {
  await stage.goto(url);
  await stage.evaluate(() => window.gallery.drawn, null);
}
