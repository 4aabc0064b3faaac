/** The worker's master: one task at a time, none for too long, and a clear word on whatever goes wrong. */
import { expect, test } from 'vitest';
import type { CompileListener } from '../../../src/browser/interfaces.ts';
import { createCompiler, CompilerError } from '../../../src/library/compiler.ts';
import type { NotCompiled, Report } from '../../../src/library/stored.ts';
import { createLock } from './scene.ts';

/** A worker that does what the test says. */
function scene(act: (listener: CompileListener, task: number) => void, limit = 10_000) {
  const log: string[] = [];
  let tasks = 0;
  const compiler = createCompiler({
    lock: createLock(),
    limit,
    startWorker() {
      log.push('start');
      return {
        run(_task, listener) {
          log.push('run');
          act(listener, tasks++);
        },
        end: () => void log.push('end'),
      };
    },
  });
  return { compiler, log };
}

const file: NotCompiled = { refusal: 'empty', problems: [], more: 0 };
const done: Report = { kind: 'compiled', file };
const bytes = new Uint8Array();

test('a task tells how far it is', async () => {
  const { compiler } = scene((listener) => {
    listener.onReport({ kind: 'progress', done: 1, total: 4, place: 'entities[1]' });
    listener.onReport(done);
  });
  const seen: number[][] = [];
  expect(await compiler.compile(bytes, (...progress) => void seen.push(progress))).toEqual(file);
  expect(seen).toEqual([[1, 4]]);
});

test('tasks come one after another, to one worker', async () => {
  const listeners: CompileListener[] = [];
  const { compiler, log } = scene((listener) => void listeners.push(listener));
  const both = [compiler.compile(bytes), compiler.compile(bytes)];
  await expect.poll(() => listeners.length).toBe(1);
  listeners[0]?.onReport(done);
  await both[0];
  await expect.poll(() => listeners.length).toBe(2);
  listeners[1]?.onReport(done);
  await Promise.all(both);
  expect(log).toEqual(['start', 'run', 'run']);
});

test('a task that takes too long is ended, and says where it was', async () => {
  const { compiler, log } = scene((listener, task) => {
    if (task === 0)
      listener.onReport({ kind: 'progress', done: 7, total: 9, place: 'entities[7]' });
    else listener.onReport(done);
  }, 20);
  const result = await compiler.compile(bytes);
  expect(result).toMatchObject({ refusal: 'slow', problems: [{ path: 'entities[7]' }] });
  expect(log).toEqual(['start', 'run', 'end']);
  // The next one gets a worker of its own.
  expect(await compiler.compile(bytes)).toEqual(file);
  expect(log).toEqual(['start', 'run', 'end', 'start', 'run']);
});

test('a worker that throws gives a problem, and no endless wait', async () => {
  const { compiler } = scene((listener) => {
    listener.onError('out of memory');
  });
  const result = await compiler.compile(bytes);
  expect(result).toMatchObject({ refusal: 'failed', problems: [{ found: 'out of memory' }] });
  await expect(compiler.join([])).rejects.toThrow(CompilerError);
});
