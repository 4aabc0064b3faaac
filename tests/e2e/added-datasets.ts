/** Adds datasets in a scene of gate-scene.ts, by the product's own library in the page of the extension behind. */
import { join } from 'node:path';
import { build } from 'vite';
import { inventFile, type Invention } from '../made-up/strangers.ts';
import type { GateScene } from './gate-scene.ts';
import type { Action } from './library-in-page.ts';

/** @param browser for which the product's code is bundled @returns a script that leaves `inLibrary` behind */
export async function bundledLibrary(browser: 'chromium' | 'firefox'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'import.meta.env.FIREFOX': String(browser === 'firefox') },
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, 'library-in-page.ts'),
        formats: ['iife'],
        name: 'it',
      },
    },
  });
  const [output] = [built].flat();
  const [chunk] = output && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('Nothing was bundled.');
  return chunk.code;
}

export const callOf = (action: Action, argument = ''): string =>
  `inLibrary(${JSON.stringify(action)}, ${JSON.stringify(argument)})`;

/** A reader's desk with a shelf for datasets. */
export interface Desk {
  /** Adds a dataset, or a newer version of one. */
  add(invention: Invention, change?: (file: string) => string): Promise<void>;
  act(action: Action, argument?: string): Promise<unknown>;
}

export async function deskIn(scene: GateScene, browser: string): Promise<Desk> {
  const script = await bundledLibrary(browser === 'Firefox' ? 'firefox' : 'chromium');
  /** Drivers send the text of a function. */
  const run = (code: string): Promise<string> =>
    scene.inExtension<string>(
      Object.assign(() => '', { toString: () => `async () => { ${code} }` }),
    );
  const act = async (action: Action, argument = ''): Promise<unknown> => {
    const call = `return await ${callOf(action, argument)};`;
    return JSON.parse(await run(`if (!globalThis.inLibrary) { ${script} } ${call}`)) as unknown;
  };
  return {
    act,
    async add(invention, change = (file) => file) {
      const answer = await act('add', change(JSON.stringify(inventFile(invention))));
      const { refusal } = answer as { refusal?: string };
      if (refusal !== undefined) throw new Error(JSON.stringify(answer));
    },
  };
}
