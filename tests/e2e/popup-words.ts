/** The words that scenarios of the toolbar popup are written in. */
import { expect } from 'vitest';
import type { AttachedPage } from '../../src/cli/browsers/cdp-page.ts';
import { PATIENCE } from './harness.ts';

export const textOf = (popup: AttachedPage, selector: string): Promise<string> =>
  popup.evaluate<string>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => e.innerText).join(' | ')`,
  );
/** Clicks an element once it is there and can be pressed. */
export const click = (popup: AttachedPage, selector: string): Promise<void> => {
  const wanted = `document.querySelector(${JSON.stringify(selector)})`;
  return expect
    .poll(
      () => popup.evaluate(`${wanted}?.disabled === false && (${wanted}.click(), true)`),
      PATIENCE,
    )
    .toBe(true);
};
/** A key of the history: sent as the event that browsers send, since only they can hold Alt here. */
export const pressWay = (popup: AttachedPage, key: 'ArrowLeft' | 'ArrowRight') =>
  popup.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', altKey: true, bubbles: true, cancelable: true }))`,
  );
export const names = (popup: AttachedPage) => textOf(popup, '[role=option] .option-name');

/** Opens the menu and chooses an item. */
export const choose = async (popup: AttachedPage, item: string): Promise<void> => {
  await click(popup, '.menu > button');
  await click(popup, `[role=menuitem]:nth-child(${item})`);
};
export const focused = (popup: AttachedPage): Promise<string> =>
  popup.evaluate('document.activeElement.ariaLabel ?? document.activeElement.innerText');
/** Presses a key until the focus is there. */
export const pressUntil = (popup: AttachedPage, key: string, name: string): Promise<void> =>
  expect
    .poll(async () => {
      await popup.press(key);
      return focused(popup);
    }, PATIENCE)
    .toContain(name);
export const status = (popup: AttachedPage) => textOf(popup, '.popup-page');
export const FIELD = 'Search people, weapons and ideas';
