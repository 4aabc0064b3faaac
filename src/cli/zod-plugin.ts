/**
 * Vite plugin that builds zod without its compiler. zod can turn schemas into code by `Function`, and tries at the
 * first schema whether it may: our content policy refuses that and reports it. Its setting `jitless` turns this off;
 * as a constant of the build, it also lets the bundler drop the code. Knows zod's source by one expression.
 */
import type { Plugin } from 'vite';

/** The files of zod that read the setting. */
const READERS = /[\\/]zod[\\/]v4[\\/]core[\\/](?:schemas|util)\.js$/;
const SETTING = 'globalConfig.jitless';

/** @throws Error in the build, where zod no longer reads the setting as it did */
export function zodPlugin(): Plugin {
  return {
    name: 'backgrounder-zod',
    transform(code, id) {
      if (!READERS.test(id)) return null;
      if (!code.includes(SETTING)) {
        this.error(`zod does not read "${SETTING}" in ${id} any more. Mend src/cli/zod-plugin.ts.`);
      }
      // A namespace's member in one file and a name of its own in the other.
      return { code: code.replaceAll(/(?:\bcore\.)?globalConfig\.jitless/g, 'true'), map: null };
    },
  };
}
