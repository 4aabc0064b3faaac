/**
 * The compiling worker for the background. Firefox's background starts one by itself. Chromium's is a service worker, which may not: it
 * opens a page that nobody sees, which starts the worker and hands tasks and reports on. The permission for it, `offscreen`, does not warn.
 */
import type { CompileWorker } from './interfaces.ts';
import { browserName } from './runtime.ts';
import { startCompileWorker } from './worker.ts';

const CHANNEL = 'backgrounder-compile';

/** What goes from the page to the background. */
interface Relayed {
  report?: unknown;
  /** The browser's message. */
  error?: string;
}

/** The polyfill does not know this part of Chromium's API. */
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}
const offscreen = (): Offscreen =>
  (globalThis as unknown as { chrome: { offscreen: Offscreen } }).chrome.offscreen;

/** The last opening or closing, so that one follows another. Owned by `next`. */
let last: Promise<unknown> = Promise.resolve();
function next(step: () => Promise<unknown>): Promise<unknown> {
  last = last.catch(() => undefined).then(step);
  return last;
}

export function startCompileWorkerBehind(): CompileWorker {
  if (browserName === 'firefox') return startCompileWorker();
  const channel = new BroadcastChannel(CHANNEL);
  const opened = next(async () => {
    // There can be one such page. An older one is left over from a background that was stopped.
    await offscreen()
      .closeDocument()
      .catch(() => undefined);
    await offscreen().createDocument({
      url: 'offscreen.html',
      reasons: ['WORKERS'],
      justification: 'Compiles added datasets.',
    });
  });
  return {
    run(task, listener) {
      channel.onmessage = ({ data }: MessageEvent<Relayed>) => {
        if (data.error === undefined) listener.onReport(data.report);
        else listener.onError(data.error);
      };
      opened.then(
        () => {
          channel.postMessage(task);
        },
        (error: unknown) => {
          listener.onError(String(error));
        },
      );
    },
    end() {
      channel.close();
      void next(() => offscreen().closeDocument()).catch(() => undefined);
    },
  };
}

/** The page's side: one worker, for as long as the page is open. */
export function serveCompileWorker(): void {
  const channel = new BroadcastChannel(CHANNEL);
  const worker = startCompileWorker();
  const relay = (relayed: Relayed): void => {
    channel.postMessage(relayed);
  };
  channel.onmessage = ({ data: task }: MessageEvent<unknown>) => {
    worker.run(task, {
      onReport(report) {
        relay({ report });
      },
      onError(error) {
        relay({ error });
      },
    });
  };
}
