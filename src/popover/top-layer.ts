/**
 * The page's own layers: modal dialogs, popovers that close at a press elsewhere, full screen. Finds the parent for our element,
 * so that it can be used and the layers stay open. Does not know what is shown.
 */

/** Open popovers that the browser closes at a press outside them. */
const LIGHT_DISMISSED = ['""', 'auto i', 'hint i']
  .map((value) => `[popover=${value}]:popover-open`)
  .join();

/**
 * The parent for an element in the top layer. A modal dialog makes everything outside it inert, full screen hides everything
 * outside it, and a press outside a `popover=auto` closes that popover.
 */
export function topLayerHome(): Element {
  const modals = document.querySelectorAll('dialog:modal');
  const modal = modals[modals.length - 1] ?? document.fullscreenElement;
  const popovers = [...document.querySelectorAll(LIGHT_DISMISSED)].filter(
    (popover) => !modal || contains(modal, popover),
  );
  return topmost(popovers) ?? modal ?? document.documentElement;
}

/** Appends a child. Through the prototype, here and below, because a form returns its inputs in place of its members. */
export function putInto(parent: Element, child: Element): void {
  Node.prototype.appendChild.call(parent, child);
}

/** The popover that was opened from within the others: after a press inside it, the browser keeps all of them open. */
function topmost(popovers: readonly Element[]): Element | undefined {
  const isOpener = (popover: Element): boolean =>
    popovers.some((other) => other !== popover && isInside(other, popover));
  return popovers.findLast((popover) => !isOpener(popover));
}

/** Whether a popover, or the button that opens it, is inside another popover. */
function isInside(popover: Element, other: Element): boolean {
  if (contains(other, popover)) return true;
  const id = Element.prototype.getAttribute.call(popover, 'id');
  if (!id) return false;
  const opener = `[popovertarget="${CSS.escape(id)}"],[commandfor="${CSS.escape(id)}"]`;
  return [...document.querySelectorAll(opener)].some((button) => contains(other, button));
}

const contains = (element: Element, other: Element): boolean =>
  Node.prototype.contains.call(element, other);
