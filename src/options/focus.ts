/** Where the focus goes when the reader moves to a page or a section, or resets one. Knows the elements, not the settings. */

/** Focuses the heading of the page, and shows the page from its top. */
export function focusPage(): void {
  document.querySelector<HTMLElement>('h1')?.focus();
  scrollTo(0, 0);
}

/** Focuses a section's heading, or its first control if it has none; unfolds what it is in. */
export function revealSection(section: HTMLElement): void {
  const fold = section.closest('details');
  if (fold) fold.open = true;
  const heading = section.querySelector<HTMLElement>('h2');
  if (heading) heading.focus();
  else focusSection(section);
}

/** Focuses the chosen radio button of a section, or its first control, or else its heading. */
export function focusSection(section: HTMLElement): void {
  const controls = section.querySelectorAll<HTMLElement>('input, summary, button:not(.reset), h2');
  const chosen = [...controls].find((each) => each.matches('input[type=radio]:checked'));
  const first = [...controls].find((each) => !each.matches('h2, input[type=radio]'));
  (chosen ?? first ?? controls[0])?.focus();
}
