/**
 * Whether a page may be read, where the browser alone cannot decide: a rule covers a part of the site, or a frame belongs to a page
 * of another site. The background answers, and brings the gate if the page may be read. Looks at no text.
 */
import type { Wanted } from '../messages/index.ts';
import { createAsking, type Asking } from './asking.ts';
import { gateSlot, runningReader } from './slots.ts';

/**
 * Asks now, and whenever the address changes: a single-page application changes its path without loading.
 * @param send sends to the background. @returns its answer; undefined if there is none
 */
export function askToRead(send: (message: Wanted) => Promise<unknown>): void {
  /** The question for the present address. Replaced by `ask`. */
  let last: { asking: Asking; end: AbortController } | undefined;
  const ask = (): void => {
    last?.end.abort();
    const end = new AbortController();
    const asking = createAsking(async () => {
      const mayRead = await send({ kind: 'gate?' });
      if (mayRead === false && !end.signal.aborted) stopReading();
      return mayRead === false || gateSlot.get() !== undefined;
    }, end.signal);
    last = { asking, end };
    asking.ask();
  };
  navigation.addEventListener('currententrychange', ask);
  ask();
}

/** Ends the gate. A reader decides itself, by the settings. */
export function stopReading(): void {
  if (!runningReader()) gateSlot.get()?.close();
}
