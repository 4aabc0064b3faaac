/**
 * Runs the worker that compiles: one task at a time over all pages of the extension, and none longer than it may. Knows no dataset and no
 * storage.
 */
import type { CompileWorker } from '../browser/interfaces.ts';
import { WHOLE_FILE } from '../dataset/index.ts';
import type { CompiledSet } from './compiled-set.ts';
import type { CompiledFile, DatasetParts, NotCompiled, Report, Task } from './stored.ts';

/** How long one task may take, in ms. The largest dataset takes a tenth of it. */
export const TASK_MS = 10_000;
/** How long a worker waits for another task, in ms: many files may be dropped at once. */
const IDLE_MS = 3000;

export interface CompilerParts {
  startWorker: () => CompileWorker;
  /** Runs one task at a time over all pages of the extension. */
  lock: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** In ms. */
  limit?: number;
}

export type OnProgress = (done: number, total: number) => void;

export interface Compiler {
  /** Checks and compiles a file. Never throws for what is in it. */
  compile(bytes: Uint8Array, onProgress?: OnProgress): Promise<CompiledFile | NotCompiled>;
  /** @throws CompilerError */
  join(added: readonly DatasetParts[]): Promise<CompiledSet>;
}

/** The worker ended without a result. */
export class CompilerError extends Error {
  override name = 'CompilerError';
}

export function createCompiler({ startWorker, lock, limit = TASK_MS }: CompilerParts): Compiler {
  /** The worker that waits for a task; owned by `run`. */
  let idle: { worker: CompileWorker; end: ReturnType<typeof setTimeout> } | undefined;
  const take = (): CompileWorker => {
    if (!idle) return startWorker();
    const { worker, end } = idle;
    clearTimeout(end);
    idle = undefined;
    return worker;
  };
  const giveBack = (worker: CompileWorker): void => {
    const end = setTimeout(() => {
      idle = undefined;
      worker.end();
    }, IDLE_MS);
    idle = { worker, end };
  };
  const run = (task: Task, onProgress?: OnProgress): Promise<Ending> =>
    lock(async () => {
      const worker = take();
      const ending = await endingOf(worker, { task, limit, ...(onProgress && { onProgress }) });
      if (ending.kind === 'slow' || ending.kind === 'failed') worker.end();
      else giveBack(worker);
      return ending;
    });
  return {
    async compile(bytes, onProgress) {
      const ending = await run({ kind: 'compile', bytes }, onProgress);
      return ending.kind === 'compiled' ? ending.file : notCompiled(ending, limit);
    },
    async join(added) {
      const ending = await run({
        kind: 'join',
        added: added.map(({ judged, triggers, identities }) => ({ judged, triggers, identities })),
      });
      if (ending.kind === 'joined') return ending.set;
      const [problem] = notCompiled(ending, limit).problems;
      throw new CompilerError(`The datasets were not joined: ${problem?.found ?? ''}.`);
    },
  };
}

type Ending = Exclude<Report, { kind: 'progress' }> | { kind: 'slow'; place: string };

interface Run {
  task: Task;
  limit: number;
  onProgress?: OnProgress;
}

function endingOf(worker: CompileWorker, { task, limit, onProgress }: Run): Promise<Ending> {
  return new Promise((resolve) => {
    let place = WHOLE_FILE;
    const end = (ending: Ending): void => {
      clearTimeout(timer);
      resolve(ending);
    };
    const timer = setTimeout(() => {
      end({ kind: 'slow', place });
    }, limit);
    worker.run(task, {
      onReport(reported) {
        // The worker is our own script, of the same build.
        const report = reported as Report;
        if (report.kind !== 'progress') {
          end(report);
          return;
        }
        place = report.place;
        onProgress?.(report.done, report.total);
      },
      onError(message) {
        end({ kind: 'failed', message });
      },
    });
  });
}

function notCompiled(ending: Ending, limit: number): NotCompiled {
  if (ending.kind === 'slow') {
    const found = `more than ${limit / 1000} seconds of work`;
    const problem = { path: ending.place, found, expected: 'fewer names and phrases' };
    return { refusal: 'slow', problems: [problem], more: 0 };
  }
  const found = ending.kind === 'failed' ? ending.message : `an answer of the kind ${ending.kind}`;
  const problem = { path: WHOLE_FILE, found, expected: 'a dataset that this program can compile' };
  return { refusal: 'failed', problems: [problem], more: 0 };
}
