/**
 * Counts the characters that string methods go through, so that a test can tell work that grows with the square of
 * a text's length from work that grows with the length, without a clock.
 */

/** Methods that go through the whole text, and those that go through what they return. */
const WHOLE = ['split', 'matchAll', 'match', 'search', 'replace', 'replaceAll', 'indexOf'] as const;
const RESULT = ['slice', 'substring', 'trim'] as const;
const ONE = ['charCodeAt', 'codePointAt'] as const;

/** @returns how many characters `task` went through */
export function workOf(task: () => void): number {
  let work = 0;
  const prototype = String.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = [...WHOLE, ...RESULT, ...ONE].map((name) => {
    const original = prototype[name] as (this: string, ...args: unknown[]) => unknown;
    const isOne = ONE.some((each) => each === name);
    const isWhole = WHOLE.some((each) => each === name);
    prototype[name] = function (this: string, ...args) {
      const result = original.apply(this, args);
      work += isOne ? 1 : isWhole ? this.length : (result as string).length;
      return result;
    };
    return [name, original] as const;
  });
  try {
    task();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
  return work;
}
