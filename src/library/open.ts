/** Opens the library of this browser profile with the browser's functions, for the pages of the extension. Only entry points call it. */
import type { CompileWorker, StorageArea } from '../browser/interfaces.ts';
import { createCompiler } from './compiler.ts';
import { createLibraryDatabase } from './database.ts';
import { createLibrary, type Library } from './library.ts';

/** The browser's functions that are needed; browser/pages.ts has them. */
export interface LibraryBrowser {
  localArea: StorageArea;
  /** Runs one task of this name at a time over all pages of the extension. */
  lock: <Result>(name: string, task: () => Promise<Result>) => Promise<Result>;
  /** Version of the extension. */
  version: () => string;
  isPrivateWindow: () => Promise<boolean>;
  startCompileWorker: () => CompileWorker;
}

export function openLibrary(browser: LibraryBrowser): Library {
  const { localArea, lock, version, isPrivateWindow, startCompileWorker } = browser;
  return createLibrary({
    area: localArea,
    database: createLibraryDatabase(),
    compiler: createCompiler({
      startWorker: startCompileWorker,
      lock: (task) => lock('backgrounder-compile', task),
    }),
    program: version(),
    lock: (task) => lock('backgrounder-library', task),
    isPrivate: isPrivateWindow,
  });
}
