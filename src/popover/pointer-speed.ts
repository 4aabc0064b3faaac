/** Whether the pointer rests or passes through, by the speed of its last samples. Pure; knows neither page nor card. */

/** At this speed or more, in px/ms, the pointer passes through (the value of 10ten Japanese Reader). */
export const PASSING_SPEED = 0.5;
/** How many steps between samples are averaged. */
const STEPS = 2;
/** Samples that are further apart than this, in ms, do not give the present speed. */
const GAP_MAX_MS = 32;
/** After this many samples with the same time, the clock is too coarse to judge. */
const STILL_CLOCKS_MAX = 3;

export interface SpeedGate {
  /** @param time of the sample, in ms. @returns whether the pointer is passing through */
  passes(x: number, y: number, time: number): boolean;
}

export function createSpeedGate(): SpeedGate {
  /** All three are owned by `passes`. */
  let last: { x: number; y: number; time: number } | undefined;
  let steps: { distance: number; ms: number }[] = [];
  let stillClocks = 0;
  return {
    passes(x, y, time) {
      const before = last;
      last = { x, y, time };
      if (!before) return false;
      const ms = time - before.time;
      if (ms <= 0) stillClocks++;
      if (ms > GAP_MAX_MS) steps = [];
      else if (ms > 0) {
        stillClocks = 0;
        steps = [...steps, { distance: Math.hypot(x - before.x, y - before.y), ms }].slice(-STEPS);
      }
      if (steps.length < STEPS || stillClocks >= STILL_CLOCKS_MAX) return false;
      const distance = steps.reduce((sum, step) => sum + step.distance, 0);
      return distance / steps.reduce((sum, step) => sum + step.ms, 0) >= PASSING_SPEED;
    },
  };
}
