/** Which press of the reader asks for a card, and at which place. Knows targets only by a function; no state, no card. */

/** How far from a finger's point we look for a word, in CSS px. */
export const FINGER_PX = 10;
/** Elements that have their own use for a click. */
const INTERACTIVE =
  'a[href], area, button, input, select, textarea, label, summary, video, audio, iframe, [contenteditable], [role=button], [role=link], [role=menuitem], [role=tab], [role=checkbox], [role=option]';

/** Whether a click is the reader's, without a modifier key, and neither the page nor a selection or a link has a use for it. */
export function asksForCard(event: MouseEvent): boolean {
  const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  const isPlain = event.isTrusted && !event.defaultPrevented && event.button === 0 && !hasModifier;
  return (
    isPlain && !isInteractive(event.composedPath()[0]) && getSelection()?.isCollapsed !== false
  );
}

/** Through the prototype: a form with an input named "closest" returns that input in place of the method. */
function isInteractive(target: EventTarget | undefined): boolean {
  return target instanceof Element && Element.prototype.closest.call(target, INTERACTIVE) !== null;
}

/** The target at a point or near it. @param reach in CSS px */
export function targetNear<Target>(
  targetAt: (x: number, y: number) => Target | undefined,
  { clientX: x, clientY: y }: MouseEvent,
  reach: number,
): Target | undefined {
  const exact = targetAt(x, y);
  if (exact !== undefined || reach === 0) return exact;
  return [
    targetAt(x, y - reach),
    targetAt(x, y + reach),
    targetAt(x - reach, y),
    targetAt(x + reach, y),
  ].find((target) => target !== undefined);
}
