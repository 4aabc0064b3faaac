/** Waiting for what a browser will show. The only clock here is one that ends a hang. */

/**
 * How long anything that must come is waited for, in ms. A fast machine needs a hundredth of it; only something
 * that never comes reaches it, so that no test fails because a machine is slow or busy.
 */
export const PATIENCE_MS = 120_000;
const PAUSE_MS = 100;

/** Looks again and again. @returns the first value that is there; undefined when none came in `PATIENCE_MS` */
export async function until<Value>(
  look: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value | undefined> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const value = await look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return undefined;
}
