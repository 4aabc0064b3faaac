/** The browser's own trace of what a page does, for benchmarks that drive a browser. Collects; judges nothing. */
import type { CDPSession } from 'playwright-core';

/** An event of the trace, as far as benchmarks look at it. Times in microseconds. */
export interface TraceEvent {
  name: string;
  /** `X` for one with a duration. */
  ph: string;
  ts: number;
  dur?: number;
  /** Thread time. */
  tdur?: number;
  pid: number;
  tid: number;
  args?: { data?: { type?: string; url?: string } };
}

/**
 * @param more categories beside the usual ones; each slows the page down
 * @returns the events of what `act` does to the page of a session
 */
export async function trace(
  session: CDPSession,
  act: () => Promise<unknown>,
  more: readonly string[] = [],
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', ...more],
    },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}
