/** Moves the focus when a view changes. */

/** As a `ref`: focuses an element when it appears, once. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
