/** Moves the focus into an element of ours and back to where it was. Knows elements, no keys. */

export interface BorrowedFocus {
  /** Moves the focus to an element of ours. */
  take(element: HTMLElement): void;
  /** Moves it back to where it was before. */
  giveBack(): void;
}

/** @param host our element in the page, which has the focus as the page sees it */
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
