/** Gives the focus to the field of the search when the popup opens. */
import { focusOnArrival } from '../card/index.ts';

/**
 * As a `ref`: focuses the field when it appears. Firefox may start a popup before it shows it, and forgets the focus when it does:
 * then the window gets the focus, and nothing in it has it.
 */
export function focusField(field: HTMLElement | null): void {
  if (!field) return;
  focusOnArrival(field);
  addEventListener('focus', () => {
    if (field.isConnected && document.activeElement === document.body) focusOnArrival(field);
  });
}
