/** What it takes from a chosen file to its preview in the options, for a large dataset and a small one: the page's own thread and the worker. */
import type { Page } from 'playwright-core';
import type { Server } from '../../../src/cli/serve.ts';
import { BUILDS } from '../../../src/cli/paths.ts';
import { inventFile } from '../../made-up/strangers.ts';
import { openScene } from '../pages/scene.ts';
import { trace, type TraceEvent } from '../trace.ts';
import { spread } from './visits.ts';

const ROUNDS = 7;
const SIZES = [5, 500];

/** In ms. */
interface Look {
  /** On the clock, from the choice to the preview. */
  all: number;
  /** CPU time of the worker, its start included. */
  worker: number;
  /** CPU time of the page's thread, and of its longest task. */
  page: number;
  longest: number;
}

export async function printLooking(server: Server): Promise<void> {
  const scene = await openScene(server, BUILDS.chromium);
  const looks = SIZES.map((): Look[] => []);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, people] of SIZES.entries()) {
        const page = await scene.openOwn('options.html#datasets');
        await page.waitForSelector('.drop input', { state: 'attached' });
        looks[at]?.push(await lookAt(page, people));
        await page.close();
      }
    }
  } finally {
    await scene.close();
  }
  console.log(`\nFrom a file to its preview, ms, median (lowest to highest) of ${ROUNDS} rounds\n`);
  for (const [at, people] of SIZES.entries()) {
    const of = (part: keyof Look) => spread((looks[at] ?? []).map((look) => look[part]));
    console.log(
      `  ${people} people: worker ${of('worker')} CPU; page ${of('page')} CPU, ` +
        `its longest task ${of('longest')}; on the clock ${of('all')}`,
    );
  }
}

async function lookAt(page: Page, people: number): Promise<Look> {
  const text = JSON.stringify(inventFile({ people, factsEach: 10 }));
  // The driver's own way hands the file over in the task that is measured.
  const files = await page.evaluateHandle((json) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([json], 'a.json', { type: 'application/json' }));
    return transfer;
  }, text);
  const session = await page.context().newCDPSession(page);
  let all = NaN;
  const events = await trace(session, async () => {
    const start = await files.evaluate((transfer) => {
      const input = document.querySelector<HTMLInputElement>('.drop input');
      if (input) input.files = transfer.files;
      const now = performance.now();
      input?.dispatchEvent(new Event('change', { bubbles: true }));
      return now;
    });
    await page.waitForSelector('.import h3');
    all = (await page.evaluate<number>('performance.now()')) - start;
  });
  return { all, ...threadsOf(events) };
}

/** The worker is the thread that the trace calls so; the page's thread is the one of its process that ran the page's events. */
function threadsOf(events: readonly TraceEvent[]): Omit<Look, 'all'> {
  const isNamed = (name: string) => (event: TraceEvent) =>
    event.name === 'thread_name' && (event.args as { name?: string } | undefined)?.name === name;
  const choice = events.find(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'change',
  );
  const worker = events.find(
    (event) => isNamed('DedicatedWorker thread')(event) && event.pid === choice?.pid,
  );
  const start = choice?.ts ?? Infinity;
  const tasksOf = (thread: TraceEvent | undefined): number[] =>
    events
      .filter(({ ts, dur = 0 }) => ts + dur > start)
      .filter(
        ({ name, ph, pid, tid }) =>
          name === 'RunTask' && ph === 'X' && pid === thread?.pid && tid === thread.tid,
      )
      .map(({ tdur = 0 }) => tdur / 1000);
  const sum = (tasks: readonly number[]) => tasks.reduce((all, each) => all + each, 0);
  const own = tasksOf(choice);
  return { worker: sum(tasksOf(worker)), page: sum(own), longest: Math.max(...own) };
}
