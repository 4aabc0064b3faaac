/**
 * Counts the characters that string methods go through, and the entries that methods of lists may go through, so that a test can
 * tell work that grows with the square of a text's length from work that grows with the length, without a clock.
 */

/** Methods that go through the whole text, and those that go through what they return. */
const WHOLE = ['split', 'matchAll', 'match', 'search', 'replace', 'replaceAll', 'indexOf'] as const;
const RESULT = ['slice', 'substring', 'trim'] as const;
const ONE = ['charCodeAt', 'codePointAt'] as const;
/** Methods of lists that go through all entries, or through those before what they look for. */
const OF_LISTS = [
  ...(['find', 'findIndex', 'findLast', 'indexOf', 'includes', 'some', 'every'] as const),
  ...(['filter', 'map', 'flatMap', 'forEach', 'reduce', 'slice', 'concat', 'join'] as const),
];

/** @returns how many characters and entries `task` went through */
export function workOf(task: () => void): number {
  const counted = countLists();
  try {
    return workOnTexts(task) + counted.work();
  } finally {
    counted.end();
  }
}

function countLists(): { work: () => number; end: () => void } {
  let work = 0;
  const prototype = Array.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = OF_LISTS.map((name) => {
    const original = prototype[name] as (this: unknown[], ...args: unknown[]) => unknown;
    prototype[name] = function (this: unknown[], ...args) {
      work += this.length;
      return original.apply(this, args);
    };
    return [name, original] as const;
  });
  return {
    work: () => work,
    end() {
      for (const [name, original] of originals) prototype[name] = original;
    },
  };
}

function workOnTexts(task: () => void): number {
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
