/** The focus while it is in something of ours: where it came from, and the way back. Knows elements, no keys. */

export interface BorrowedFocus {
  /** Moves the focus to an element of ours. */
  take(element: HTMLElement): void;
  /** Moves it back to where it was before. */
  giveBack(): void;
}

/** @param host element of ours in the page: to the page, the focus is there */
export function borrowFocus(host: HTMLElement): BorrowedFocus {
  /** Owned by `take` and `giveBack`. */
  let before: HTMLElement | undefined;
  return {
    take(element) {
      const active = document.activeElement;
      if (active instanceof HTMLElement && active !== host) before = active;
      element.focus({ preventScroll: true });
    },
    giveBack() {
      before?.focus({ preventScroll: true });
      before = undefined;
    },
  };
}
