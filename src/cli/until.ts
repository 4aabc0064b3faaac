/** Waiting for what a browser will show. The only clock here is one that ends a hang. */

/**
 * How long anything that must come is waited for, in ms. A fast machine needs a hundredth of it; only something
 * that never comes reaches it, so that no test fails because a machine is slow or busy.
 */
export const PATIENCE_MS = 120_000;
/** Shortest time between two looks, in ms. */
const PAUSE_MS = 100;
/** A pause is at least this many times as long as the look before it: a look at a large page would keep it from its work. */
const REST_FACTOR = 3;

/** Looks again and again. @returns the first value that is there; undefined when none came in `PATIENCE_MS` */
export async function until<Value>(
  look: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value | undefined> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const began = Date.now();
    const value = await look();
    if (value !== undefined) return value;
    const pause = Math.max(PAUSE_MS, REST_FACTOR * (Date.now() - began));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return undefined;
}
