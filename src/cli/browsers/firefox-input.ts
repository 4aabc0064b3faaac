/** The real pointer and the real keys of a Firefox, by WebDriver's actions. */
import type { Marionette } from './marionette.ts';

export interface FirefoxInput {
  /** Moves the real pointer, in CSS px of the viewport, within 50 ms. */
  movePointer(x: number, y: number): Promise<void>;
  /** Presses and releases the pointer's main button, in CSS px of the viewport. */
  click(x: number, y: number): Promise<void>;
  /** Twice at the same place, as one double-click at a hand's pace. */
  doubleClick(x: number, y: number): Promise<void>;
  /** A finger comes down and goes up again. */
  tap(x: number, y: number): Promise<void>;
  /** Presses keys one after another: text, or DOM names such as "Escape". */
  press(...keys: string[]): Promise<void>;
}

/** WebDriver's code points for keys. w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<string, string> = {
  Enter: '\ue007',
  Escape: '\ue00c',
  Tab: '\ue004',
  ArrowDown: '\ue015',
  ArrowUp: '\ue013',
};

/** Between the two presses of a double-click, in ms. */
export const BETWEEN_CLICKS_MS = 250;

const PRESS = [
  { type: 'pointerDown', button: 0 },
  { type: 'pointerUp', button: 0 },
];

export function inputOf(client: Marionette): FirefoxInput {
  const perform = async (source: object): Promise<void> => {
    await client.send('WebDriver:PerformActions', { actions: [source] });
  };
  const point = (actions: object[], pointerType = 'mouse'): Promise<void> =>
    perform({ type: 'pointer', id: pointerType, parameters: { pointerType }, actions });
  const moveTo = (x: number, y: number): object => ({
    type: 'pointerMove',
    duration: 50,
    x: Math.round(x),
    y: Math.round(y),
    origin: 'viewport',
  });
  return {
    movePointer: (x, y) => point([moveTo(x, y)]),
    click: (x, y) => point([moveTo(x, y), ...PRESS]),
    doubleClick: (x, y) =>
      point([moveTo(x, y), ...PRESS, { type: 'pause', duration: BETWEEN_CLICKS_MS }, ...PRESS]),
    tap: (x, y) => point([moveTo(x, y), ...PRESS], 'touch'),
    press(...keys) {
      const strokes = keys.flatMap((key) => KEYS[key] ?? key.split(''));
      const actions = strokes.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      return perform({ type: 'key', id: 'keys', actions });
    },
  };
}
