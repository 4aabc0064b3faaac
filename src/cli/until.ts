/** Waiting for what a browser will show soon. */

/** Most time for highlights and popover to appear, in ms; they take a tenth of it on a slow machine. */
const PATIENCE_MS = 15_000;

/** Looks again and again. @returns the first value that is there; undefined when none came in 15 s */
export async function until<Value>(
  look: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const value = await look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}
