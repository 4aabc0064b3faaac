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
  /** Presses a key, or once more one that is held, as a held key does again and again. */
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  /** Moves the pointer over these places, one after another, each within 50 ms. */
  walkPointer(places: (readonly [x: number, y: number])[]): Promise<void>;
  /** Presses the main button where the pointer is, and holds it. */
  pointerDown(): Promise<void>;
  pointerUp(): Promise<void>;
}

/** WebDriver's code points for keys. w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<string, string> = {
  Backspace: '\ue003',
  Enter: '\ue007',
  Escape: '\ue00c',
  Shift: '\ue008',
  Tab: '\ue004',
  Home: '\ue011',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
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
  const type = (actions: object[]): Promise<void> => perform({ type: 'key', id: 'keys', actions });
  return {
    movePointer: (x, y) => point([moveTo(x, y)]),
    click: (x, y) => point([moveTo(x, y), ...PRESS]),
    doubleClick: (x, y) =>
      point([moveTo(x, y), ...PRESS, { type: 'pause', duration: BETWEEN_CLICKS_MS }, ...PRESS]),
    tap: (x, y) => point([moveTo(x, y), ...PRESS], 'touch'),
    press(...keys) {
      return type(keys.flatMap(strokesOf));
    },
    keyDown: (key) => type(codesOf(key).map(down)),
    keyUp: (key) => type(codesOf(key).map(up)),
    walkPointer: (places) => point(places.map((place) => moveTo(...place))),
    pointerDown: () => point([{ type: 'pointerDown', button: 0 }]),
    pointerUp: () => point([{ type: 'pointerUp', button: 0 }]),
  };
}

const codesOf = (key: string): string[] => (KEYS[key] === undefined ? key.split('') : [KEYS[key]]);
const down = (value: string): object => ({ type: 'keyDown', value });
const up = (value: string): object => ({ type: 'keyUp', value });

/** Text key by key; keys with a "+" between them, such as "Shift+Tab", together. */
function strokesOf(key: string): object[] {
  const together = key.length > 1 ? key.split('+').map((each) => KEYS[each]) : [];
  const codes = together.filter((code) => code !== undefined);
  if (codes.length > 0 && codes.length === together.length)
    return [...codes.map(down), ...codes.reverse().map(up)];
  return codesOf(key).flatMap((code) => [down(code), up(code)]);
}
