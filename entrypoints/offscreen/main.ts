/** The page that nobody sees, in which Chromium's background compiles: a service worker may start no worker of its own. */
import { serveCompileWorker } from '../../src/browser/compile-behind.ts';

serveCompileWorker();
