/**
 * The document as nobody can forge it: members of `Node` and `Element` by their prototypes. In Chromium a form
 * hands out its inputs in place of its own members, also to a content script.
 */

function getter<Type extends object, Name extends keyof Type & string>(
  prototype: Type,
  name: Name,
): (object: Type) => Type[Name] {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (!descriptor?.get) throw new Error(`No getter for ${name}.`);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- bound at each call
  const read: (this: Type) => unknown = descriptor.get;
  return (object) => read.call(object) as Type[Name];
}

export const parentOf = getter(Node.prototype, 'parentNode');
export const parentElementOf = getter(Node.prototype, 'parentElement');
export const isConnected = getter(Node.prototype, 'isConnected');
export const documentOf = getter(Node.prototype, 'ownerDocument');
export const previousOf = getter(Node.prototype, 'previousSibling');
export const nameOf = getter(Node.prototype, 'nodeName');
export const textOf = getter(Node.prototype, 'textContent');
/** The open shadow root of an element; null where there is none, or a closed one. */
export const shadowRootOf = getter(Element.prototype, 'shadowRoot');

export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
export const contains = (node: Node, other: Node): boolean =>
  Node.prototype.contains.call(node, other);
export const compare = (node: Node, other: Node): number =>
  Node.prototype.compareDocumentPosition.call(node, other);
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const scrollIntoView = (element: Element, options: ScrollIntoViewOptions): void => {
  Element.prototype.scrollIntoView.call(element, options);
};

/** Whether a node stands in this document, or in a shadow tree of it. */
export const isHere = (node: Node): boolean => isConnected(node) && documentOf(node) === document;

/** Whether the text of an element is rendered and not invisible; what is scrolled away is not hidden. */
export const isVisible = (element: Element): boolean =>
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true }) &&
  getComputedStyle(element).contentVisibility !== 'hidden';

/** The parent, or at the top of a shadow tree the element that it hangs on. */
export function parentAcross(node: Node): Node | null {
  const parent = parentOf(node);
  return parent ?? (node instanceof ShadowRoot ? node.host : null);
}
