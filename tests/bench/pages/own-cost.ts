/**
 * What a page costs the main thread, read off the browser's own trace. What is the extension's is the difference to a
 * browser without it: the trace names the script of a call, but of no microtask.
 */
import type { CDPSession } from 'playwright-core';
import { trace, type TraceEvent } from '../trace.ts';

export interface OwnCost {
  /** Thread time of all tasks of the page's main thread, in ms. */
  all: number;
  /** Of that what ran in calls of the content script, microtasks aside. */
  calls: number;
  /** The content script's longest uninterrupted piece of work, in ms of thread time. */
  longest: number;
  /** Compiling and running the script until its first return, in ms. */
  start: number;
}

/** Traces what `act` does to the page of a session. */
export async function traced(session: CDPSession, act: () => Promise<unknown>): Promise<OwnCost> {
  const events = await trace(session, act);
  const own = events.filter(
    ({ ph, args }) => ph === 'X' && args?.data?.url?.startsWith('chrome-extension://'),
  );
  const times = (name: string): number[] =>
    own.filter((event) => event.name === name).map(({ tdur = 0 }) => tdur / 1000);
  const sum = (values: readonly number[]): number => values.reduce((total, ms) => total + ms, 0);
  const [calls, starts] = [times('FunctionCall'), times('EvaluateScript')];
  return {
    all: mainThreadTime(events),
    calls: sum(calls) + sum(starts),
    longest: Math.max(0, ...calls, ...starts),
    start: sum(starts),
  };
}

/** The main thread of the page is the busiest of those that lay out. */
function mainThreadTime(events: readonly TraceEvent[]): number {
  const threads = new Set(
    events.filter(({ name }) => name === 'Layout').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const times = new Map<string, number>();
  for (const { name, ph, pid, tid, tdur = 0 } of events) {
    const thread = `${pid} ${tid}`;
    if (name !== 'RunTask' || ph !== 'X' || !threads.has(thread)) continue;
    times.set(thread, (times.get(thread) ?? 0) + tdur / 1000);
  }
  return Math.max(0, ...times.values());
}
