/** Serves the files of real libraries to hostile pages, which load them as CommonJS modules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Server } from '../../../src/cli/serve.ts';

const MODULES = {
  react: 'react/cjs/react.development.js',
  scheduler: 'scheduler/cjs/scheduler.development.js',
  'react-dom': 'react-dom/cjs/react-dom.development.js',
  'react-dom/client': 'react-dom/cjs/react-dom-client.development.js',
};

/** Puts each module at `/modules/NAME.js`. */
export function serveModules(server: Server): void {
  const require = createRequire(import.meta.url);
  for (const [name, file] of Object.entries(MODULES)) {
    const [root = ''] = file.split('/');
    const folder = dirname(require.resolve(`${root}/package.json`));
    server.add(`/modules/${name}.js`, {
      body: readFileSync(join(folder, file.slice(root.length + 1))),
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
  }
}
