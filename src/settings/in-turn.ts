/** Makes the calls of a function wait for each other. Knows nothing of what they do. */

/**
 * Whoever reads again after each change, and shows what was read, would otherwise end with what was true before, wherever an earlier
 * reading takes longer than a later one. A call that fails does not stop the next one.
 */
export function inTurn<Given extends unknown[], Result>(
  task: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const run = last.then(() => task(...given));
    last = run.catch(() => undefined);
    return run;
  };
}
