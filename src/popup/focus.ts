/** Moves the focus when the popup's view changes. */

/** As a `ref`: focuses an element when it appears, once. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
