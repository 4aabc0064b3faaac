/** What the browser itself counts in a tab, for any extension. */
import { trace, type TraceEvent } from '../trace.ts';
import type { Document } from './documents.ts';
import type { Tab } from './tab.ts';

export type Metric = 'TaskDuration' | 'JSHeapUsedSize';

/** Starts counting. @returns reads one of the counters: CPU time of the main thread in s, bytes */
export async function startMetrics({ session }: Tab): Promise<(wanted: Metric) => Promise<number>> {
  // CPU time, not the wall clock.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async (wanted) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  };
}

const isOfExtension = (url?: string): boolean => url?.startsWith('chrome-extension://') === true;

/** Loads a document. @returns the size of each script that an extension brought into it, in bytes of UTF-8 */
export async function parsedScripts({ session, load }: Tab, document: Document): Promise<number[]> {
  const ids: string[] = [];
  session.on('Debugger.scriptParsed', ({ scriptId, url }) => {
    if (isOfExtension(url)) ids.push(scriptId);
  });
  await session.send('Debugger.enable');
  await load(document);
  const sources = ids.map((scriptId) => session.send('Debugger.getScriptSource', { scriptId }));
  return (await Promise.all(sources)).map(({ scriptSource }) => Buffer.byteLength(scriptSource));
}

/**
 * Loads a document.
 * @param more categories of the trace
 * @returns the trace of the thread in which an extension's script ran
 */
export async function traceLoad(
  { session, load }: Tab,
  document: Document,
  more: readonly string[] = [],
): Promise<TraceEvent[]> {
  const events = await trace(session, () => load(document), more);
  const start = events.find(
    ({ name, args }) => name === 'EvaluateScript' && isOfExtension(args?.data?.url),
  );
  return events.filter(({ pid, tid }) => pid === start?.pid && tid === start.tid);
}

/**
 * The extension's longest uninterrupted piece of work in a trace, in ms of thread time: its calls, and microtasks after its
 * start. Whose those are is not said, so on a page with scripts of its own this is too much rather than too little.
 */
export function longestTask(events: readonly TraceEvent[]): number {
  const isOurs = ({ args }: TraceEvent): boolean => isOfExtension(args?.data?.url);
  const start = events.find(isOurs)?.ts ?? Infinity;
  const pieces = events.filter(
    (event) =>
      event.ph === 'X' && (isOurs(event) || (event.name === 'RunMicrotasks' && event.ts > start)),
  );
  return Math.max(...pieces.map(({ tdur = 0 }) => tdur / 1000));
}
