/**
 * Reads the document in a way that a page cannot forge: through the prototypes of `Node` and `Element`. In Chromium, a form
 * returns its inputs in place of its own members, even to a content script, and a form may be the root element.
 */

function getter<Type extends object, Name extends keyof Type & string>(
  prototype: Type,
  name: Name,
): (object: Type) => Type[Name] {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (!descriptor?.get) throw new Error(`No getter for ${name}.`);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- bound at each call
  const read: (this: Type) => unknown = descriptor.get;
  // `bind`, `call` and property descriptors lose the type of the property.
  return (object) => read.call(object) as Type[Name];
}

export const parentOf = /* @__PURE__ */ getter(Node.prototype, 'parentNode');
export const parentElementOf = /* @__PURE__ */ getter(Node.prototype, 'parentElement');
export const isConnected = /* @__PURE__ */ getter(Node.prototype, 'isConnected');
export const documentOf = /* @__PURE__ */ getter(Node.prototype, 'ownerDocument');
export const previousOf = /* @__PURE__ */ getter(Node.prototype, 'previousSibling');
export const firstChildOf = /* @__PURE__ */ getter(Node.prototype, 'firstChild');
export const nextOf = /* @__PURE__ */ getter(Node.prototype, 'nextSibling');
export const nameOf = /* @__PURE__ */ getter(Node.prototype, 'nodeName');
export const textOf = /* @__PURE__ */ getter(Node.prototype, 'textContent');
/** The open shadow root of an element; null if there is none, or if it is closed. */
export const shadowRootOf = /* @__PURE__ */ getter(Element.prototype, 'shadowRoot');
/** The slot of an open shadow tree in which a node is shown. */
export const slotOf = /* @__PURE__ */ getter(Element.prototype, 'assignedSlot');
export const scrollLeftOf = /* @__PURE__ */ getter(Element.prototype, 'scrollLeft');
export const scrollTopOf = /* @__PURE__ */ getter(Element.prototype, 'scrollTop');
export const scrollWidthOf = /* @__PURE__ */ getter(Element.prototype, 'scrollWidth');
export const scrollHeightOf = /* @__PURE__ */ getter(Element.prototype, 'scrollHeight');

const prerendering = Object.getOwnPropertyDescriptor(Document.prototype, 'prerendering');
/** Whether the browser prepares this document before the reader goes there. Firefox does not do that. */
export const isPrerendering = (): boolean => prerendering?.get?.call(document) === true;

const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
/** The language that a page declares, as a BCP 47 tag; empty if it declares none. */
export const pageLanguage = (): string => attributeOf(document.documentElement, 'lang') ?? '';
const titleOf = /* @__PURE__ */ getter(Document.prototype, 'title');
/** The title of the page. A picture named "title" does not hide it. */
export const pageTitle = (): string => titleOf(document);
export const boxOf = (element: Element): DOMRect =>
  Element.prototype.getBoundingClientRect.call(element);
/** One box for each line that an element is on. */
export const boxesOf = (element: Element): DOMRectList =>
  Element.prototype.getClientRects.call(element);
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
export const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);
/** Whether a selector matches an element below a document, an element or a shadow root. */
export const hasMatch = (root: Node, selector: string): boolean =>
  (queriesOf(root)?.querySelector.call(root, selector) ?? null) !== null;

/** `ParentNode` without its overloads for names of elements. */
interface Queries {
  querySelector(selector: string): Element | null;
}

function queriesOf(root: Node): Queries | undefined {
  if (root instanceof Element) return Element.prototype;
  if (root instanceof Document) return Document.prototype;
  return root instanceof DocumentFragment ? DocumentFragment.prototype : undefined;
}

/** What each kind of node is, and the bit that shows it. */
interface NodeOf {
  text: Text;
  element: Element;
}
const SHOW = { text: NodeFilter.SHOW_TEXT, element: NodeFilter.SHOW_ELEMENT };

/** A `TreeWalker` whose type says which nodes it gives. */
export interface Walker<Kind extends Node> extends TreeWalker {
  nextNode(): Kind | null;
  previousNode(): Kind | null;
  nextSibling(): Kind | null;
  previousSibling(): Kind | null;
  firstChild(): Kind | null;
  lastChild(): Kind | null;
}

/** Walks over the nodes of some kinds below a root. A page cannot shadow its steps with elements of its own. */
export function walkerOver<Kind extends keyof NodeOf>(
  root: Node,
  ...kinds: readonly Kind[]
): Walker<NodeOf[Kind]> {
  const shown = kinds.reduce((mask, kind) => mask | SHOW[kind], 0);
  // The browser's types do not say that the mask decides what a walker gives.
  return document.createTreeWalker(root, shown) as Walker<NodeOf[Kind]>;
}

export const contains = (node: Node, other: Node): boolean =>
  Node.prototype.contains.call(node, other);
export const compare = (node: Node, other: Node): number =>
  Node.prototype.compareDocumentPosition.call(node, other);
export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);
export const scrollIntoView = (element: Element, options: ScrollIntoViewOptions): void => {
  Element.prototype.scrollIntoView.call(element, options);
};

/** Whether a node is in this document or in one of its shadow trees. */
export const isInDocument = (node: Node): boolean =>
  isConnected(node) && documentOf(node) === document;

/** Whether styles leave an element visible: it is rendered, and neither invisible nor transparent. */
export const isRendered = (element: Element, options: CheckVisibilityOptions = {}): boolean =>
  Element.prototype.checkVisibility.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
    ...options,
  }) && getComputedStyle(element).contentVisibility !== 'hidden';

/** The parent; for a shadow root, its host. */
export function parentAcross(node: Node): Node | null {
  const parent = parentOf(node);
  return parent ?? (node instanceof ShadowRoot ? node.host : null);
}

/** The element around an element on the screen: its slot if it has one, and the host at the top of a shadow tree. */
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

/** A span of text in the page, as a `StaticRange` describes it. */
export interface TextSpan {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

/** A span and the text nodes that it touches, in order. */
export interface MarkedSpan extends TextSpan {
  nodes: readonly Text[];
}

/** The boxes of a span, in CSS px of the viewport. Reads layout. */
export function boxesBetween({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: TextSpan): DOMRect[] {
  if (startOffset > startContainer.length || endOffset > endContainer.length) return [];
  // Every DOM change updates live ranges, so this range is used at once and dropped.
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return [...range.getClientRects()];
}
