/** What the extension's content script costs a page, read off the browser's own trace: thread time of its tasks. */
import type { CDPSession } from 'playwright-core';

export interface OwnCost {
  /** Thread time of everything that ran from the content script, in ms. */
  cpu: number;
  /** Its longest uninterrupted piece of work, in ms of thread time. */
  longest: number;
  /** Compiling and running the script until its first return, in ms. */
  start: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** Traces what `act` does to the page of a session. */
export async function traced(session: CDPSession, act: () => Promise<unknown>): Promise<OwnCost> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  const own = events.filter(
    ({ ph, args }) => ph === 'X' && args?.data?.url?.startsWith('chrome-extension://'),
  );
  const times = (name: string): number[] =>
    own.filter((event) => event.name === name).map(({ tdur = 0 }) => tdur / 1000);
  const sum = (values: readonly number[]): number => values.reduce((total, ms) => total + ms, 0);
  const [calls, starts] = [times('FunctionCall'), times('EvaluateScript')];
  return {
    cpu: sum(calls) + sum(starts),
    longest: Math.max(0, ...calls, ...starts),
    start: sum(starts),
  };
}
