/**
 * The page's own layers: modal dialogs, popovers that close at a press elsewhere, full screen. Says where an element of
 * ours must be so that it can be used and leaves them open. Knows nothing of what is shown.
 */

/** Open popovers that the browser closes at a press outside of them. */
const LIGHT_DISMISSED = ['""', 'auto i', 'hint i']
  .map((value) => `[popover=${value}]:popover-open`)
  .join();

/**
 * The parent for an element in the top layer. A modal dialog makes everything outside of it inert, full screen hides it,
 * and a press outside of a `popover=auto` closes that.
 */
export function topLayerHome(): Element {
  const modals = document.querySelectorAll('dialog:modal');
  const modal = modals[modals.length - 1] ?? document.fullscreenElement;
  const popovers = [...document.querySelectorAll(LIGHT_DISMISSED)].filter(
    (popover) => !modal || contains(modal, popover),
  );
  return topmost(popovers) ?? modal ?? document.documentElement;
}

/** Puts an element into a parent. By prototype, here and below: a form hands out its inputs in place of its members. */
export function putInto(parent: Element, child: Element): void {
  Node.prototype.appendChild.call(parent, child);
}

/** The one that was opened from within the others: the browser keeps them all for a press inside of it alone. */
function topmost(popovers: readonly Element[]): Element | undefined {
  const isOpener = (popover: Element): boolean =>
    popovers.some((other) => other !== popover && isInside(other, popover));
  return popovers.findLast((popover) => !isOpener(popover));
}

/** Whether a popover is in another one, or the button that opens it is. */
function isInside(popover: Element, other: Element): boolean {
  if (contains(other, popover)) return true;
  const id = Element.prototype.getAttribute.call(popover, 'id');
  if (!id) return false;
  const opener = `[popovertarget="${CSS.escape(id)}"],[commandfor="${CSS.escape(id)}"]`;
  return [...document.querySelectorAll(opener)].some((button) => contains(other, button));
}

const contains = (element: Element, other: Element): boolean =>
  Node.prototype.contains.call(element, other);
