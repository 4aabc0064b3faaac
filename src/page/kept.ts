/** The steps that deserve a closer look, until a judge takes them. Knows nothing of what they are. */
import type { Step } from './text-piece.ts';

/** If more steps than this wait for a judge, it keeps less of the page alive to read everything again. */
const KEPT_MAX = 5000;

export interface Kept {
  /** @param isWaiting whether the step may have to be kept for long, because there is no judge */
  add(step: Readonly<Step>, isWaiting: boolean): void;
  /** @returns undefined if there were too many to keep */
  copy: () => Step[] | undefined;
  /** The same, and forgets them. */
  take: () => Step[] | undefined;
}

export function createKept(): Kept {
  /** Both are owned by `add` and `take`. */
  let steps: Step[] = [];
  let isTooMuch = false;
  const copy = (): Step[] | undefined => (isTooMuch ? undefined : [...steps]);
  return {
    add({ node, piece }, isWaiting) {
      isTooMuch ||= isWaiting && steps.length >= KEPT_MAX;
      if (isTooMuch) steps = [];
      else steps.push({ node, text: '', piece });
    },
    copy,
    take() {
      const taken = copy();
      steps = [];
      isTooMuch = false;
      return taken;
    },
  };
}
