/**
 * Whether the pointer rests or passes through: speed from its last samples. Pure; knows neither page nor card.
 */

/** From this speed on, in px/ms, the pointer is on its way somewhere else (10ten Japanese Reader's measure). */
export const PASSING_SPEED = 0.5;
/** How many steps between samples are averaged. */
const STEPS = 2;
/** Samples farther apart than this, in ms, say nothing about the speed now. */
const GAP_MAX_MS = 32;
/** After so many samples without time between them the clock is too coarse to judge by. */
const STILL_CLOCKS_MAX = 3;

export interface SpeedGate {
  /** @param time of the sample, in ms. @returns whether the pointer is passing through */
  passes(x: number, y: number, time: number): boolean;
}

export function createSpeedGate(): SpeedGate {
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
