/** The cards that the reader went through from a mention by links, and the way back. Knows ids and marks, and nothing of what is shown. */
import type { Mention } from '../detect/index.ts';
import type { Mark } from '../page/index.ts';

/** One card on the reader's way from a mention. */
export interface Stop {
  /** Undefined for the mention's own. */
  entity?: string;
  isWhole: boolean;
  /** The entity whose card was left last from here. */
  returnTo?: string;
}

export function createTrail() {
  /** The last is shown. Owned by `startAt` and `moves`. */
  let stops: readonly [Stop, ...Stop[]] = [{ isWhole: false }];
  /** Owned by `startAt`. */
  let started: Mark<Mention> | undefined;
  const here = (): Stop => stops.at(-1) ?? stops[0];
  return {
    here,
    /** The card that `back` leads to. */
    before: (): Stop | undefined => stops.at(-2),
    startAt(mark: Mark<Mention> | undefined): void {
      if (mark !== started) stops = [{ isWhole: false }];
      started = mark;
    },
    moves(redraw: () => void) {
      const go = (next: readonly Stop[]): void => {
        const [first = { isWhole: false }, ...others] = next;
        stops = [first, ...others];
        redraw();
      };
      return {
        onward: (entity: string): void => {
          const left = { ...here(), returnTo: entity };
          go([...stops.slice(0, -1), left, { entity, isWhole: false }]);
        },
        back: (): void => {
          go(stops.slice(0, -1));
        },
        unfold: (): void => {
          const { returnTo: _, ...shown } = here();
          go([...stops.slice(0, -1), { ...shown, isWhole: !shown.isWhole }]);
        },
      };
    },
  };
}
