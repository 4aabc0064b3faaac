/** The words that scenarios of the toolbar popup are written in. */
import { expect } from 'vitest';
import type { OpenPopup } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';

/** The popup of either browser. */
type Popup = Pick<OpenPopup, 'evaluate' | 'press' | 'type'>;

export const textOf = (popup: Popup, selector: string): Promise<string> =>
  popup.evaluate<string>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => e.innerText).join(' | ')`,
  );
/** Clicks an element once it is there and can be pressed. */
export const click = (popup: Popup, selector: string): Promise<void> => {
  const wanted = `document.querySelector(${JSON.stringify(selector)})`;
  return expect
    .poll(
      () => popup.evaluate(`${wanted}?.disabled === false && (${wanted}.click(), true)`),
      PATIENCE,
    )
    .toBe(true);
};
/** A key of the history: sent as the event that browsers send, since only they can hold Alt here. */
export const pressWay = (popup: Popup, key: 'ArrowLeft' | 'ArrowRight') =>
  popup.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', altKey: true, bubbles: true, cancelable: true }))`,
  );
export const names = (popup: Popup) => textOf(popup, '[role=option] .option-name');

/** Opens the menu and chooses an item. */
export const choose = async (popup: Popup, item: string): Promise<void> => {
  await click(popup, '.menu > button');
  await click(popup, `[role=menuitem]:nth-child(${item})`);
};
export const focused = (popup: Popup): Promise<string> =>
  popup.evaluate('document.activeElement.ariaLabel ?? document.activeElement.innerText');
/** Presses a key until the focus is there. */
export const pressUntil = (popup: Popup, key: string, name: string): Promise<void> =>
  expect
    .poll(async () => {
      await popup.press(key);
      return focused(popup);
    }, PATIENCE)
    .toContain(name);
export const status = (popup: Popup) => textOf(popup, '.popup-page');
export const FIELD = 'Search people, weapons and ideas';
