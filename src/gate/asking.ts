/**
 * Asks the background for something, until there is an answer: if none comes, asks again at the next sign of the reader. So a
 * page in which nobody does anything costs nothing, and nobody waits for what the browser holds back.
 */
import { isPrerendering } from '../page/walk.ts';

export interface Asking {
  /** Asks, unless there is an answer or a question already. */
  ask: () => void;
  /** Call it when the listeners on window and document may have been removed. */
  renew: () => void;
}

/** Signs of a reader, and of a page that comes back from the browser's cache. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focus', 'pageshow'] as const;

/** @param send resolves to whether there was an answer; never fails */
export function createAsking(send: () => Promise<boolean>, signal: AbortSignal): Asking {
  /** Owned by `ask` and `onAnswer`. */
  let state: 'silent' | 'asked' | 'waiting' | 'answered' = 'silent';

  const listen = (): void => {
    const quietly = { signal, capture: true, passive: true };
    for (const type of SIGNS) addEventListener(type, ask, quietly);
  };
  const onAnswer = (isAnswered: boolean): void => {
    state = isAnswered ? 'answered' : 'waiting';
    if (!isAnswered && !signal.aborted) listen();
  };
  const ask = (): void => {
    if (signal.aborted || state === 'asked' || state === 'answered') return;
    for (const type of SIGNS) removeEventListener(type, ask, { capture: true });
    // A document that nobody has opened gets nothing.
    if (isPrerendering()) {
      document.addEventListener('prerenderingchange', ask, { signal, once: true });
      return;
    }
    state = 'asked';
    void send().then(onAnswer);
  };
  return {
    ask,
    renew() {
      if (state === 'waiting') listen();
    },
  };
}
