/**
 * The document as nobody can forge it: members of `Node` and `Element` by their prototypes. In Chromium a form
 * hands out its inputs in place of its own members, also to a content script, and a form may be the root element.
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
/** The slot of an open shadow tree in which a node is shown. */
export const slotOf = getter(Element.prototype, 'assignedSlot');
export const scrollLeftOf = getter(Element.prototype, 'scrollLeft');
export const scrollTopOf = getter(Element.prototype, 'scrollTop');
export const scrollWidthOf = getter(Element.prototype, 'scrollWidth');
export const scrollHeightOf = getter(Element.prototype, 'scrollHeight');

const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
/** The language that a page says it is in, a BCP 47 tag; empty where it says none. */
export const pageLanguage = (): string => attributeOf(document.documentElement, 'lang') ?? '';
export const boxOf = (element: Element): DOMRect =>
  Element.prototype.getBoundingClientRect.call(element);
/** One box for each line that an element stands on. */
export const boxesOf = (element: Element): DOMRectList =>
  Element.prototype.getClientRects.call(element);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
/** Whether a selector matches an element below a document, an element or a shadow root. */
export function hasMatch(root: Node, selector: string): boolean {
  if (root instanceof Element) return queryIn.call(root, selector) !== null;
  const isTree = root instanceof Document || root instanceof DocumentFragment;
  return isTree && root.querySelector(selector) !== null;
}

type Query = (this: Element, selector: string) => Element | null;
const queryIn: Query = Reflect.get<Record<'querySelector', Query>, 'querySelector'>(
  Element.prototype,
  'querySelector',
);

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

/** Whether styles let an element be seen: it is rendered, and neither invisible nor transparent. */
export const isRendered = (element: Element, options: CheckVisibilityOptions = {}): boolean =>
  Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
    ...options,
  }) && getComputedStyle(element).contentVisibility !== 'hidden';

/** The parent, or at the top of a shadow tree the element that it hangs on. */
export function parentAcross(node: Node): Node | null {
  const parent = parentOf(node);
  return parent ?? (node instanceof ShadowRoot ? node.host : null);
}

/** The element around an element on the screen: of a slotted one its slot, of a shadow tree's top its host. */
export function elementAround(element: Element): Element | null {
  const slot = slotOf(element);
  if (slot) return slot;
  const parent = parentAcross(element);
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
}

/** The boxes of a piece of text, one for each line, in CSS px of the viewport. Reads layout. */
export function boxesOfText(node: Text, from: number, to: number): DOMRect[] {
  if (from > to || to > node.length) return [];
  return boxesBetween({
    startContainer: node,
    startOffset: from,
    endContainer: node,
    endOffset: to,
  });
}

/** A place in the page: what a `StaticRange` is made of. */
export interface TextSpan {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

/** A span with the text nodes that it touches, in order. */
export interface MarkedSpan extends TextSpan {
  nodes: readonly Text[];
}

/** The boxes between two places in text, in CSS px of the viewport. Reads layout. */
export function boxesBetween({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: TextSpan): DOMRect[] {
  if (startOffset > startContainer.length || endOffset > endContainer.length) return [];
  // A live range costs the page at every DOM change, so this one lives for two lines only.
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return [...range.getClientRects()];
}
