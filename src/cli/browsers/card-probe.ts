/**
 * Sees the open popover, whose closed shadow root no script of the page can enter: by the DevTools protocol
 * in Chromium, with the browser's own privileges in Firefox.
 */
import type { CDPSession, Frame, Page } from 'playwright-core';
import { inSession } from './cdp-page.ts';
import type { Firefox } from './firefox.ts';

/** What a person sees of the open card. */
export interface SeenCard {
  /** Heading. */
  name: string;
  /** All text, in order. */
  text: string;
  /** Language of its words, as a BCP 47 tag, and the side that they are read from. */
  lang: string;
  dir: string;
  /** CSS px of the viewport. */
  box: { left: number; top: number; right: number; bottom: number };
}

/** What only privileged scripts of Firefox see. */
interface OpenToPrivileged extends Element {
  openOrClosedShadowRoot: ShadowRoot | null;
}

/** @returns undefined while no card is open */
export async function seeCardInFirefox(firefox: Firefox): Promise<SeenCard | undefined> {
  const card = await firefox.evaluatePrivileged((): SeenCard | null => {
    // A page may have popovers of its own.
    const dialog = [...document.querySelectorAll<OpenToPrivileged>(':popover-open')]
      .map((host) => host.openOrClosedShadowRoot?.querySelector('[role=dialog]'))
      .find((each) => each && each.childElementCount > 0);
    if (!dialog) return null;
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    const wordsOf = (node: Node): string =>
      node.childNodes.length === 0
        ? (node.nodeValue ?? '')
        : Array.from(node.childNodes, wordsOf)
            .filter(Boolean)
            .join(' ')
            .replace(/\s+/g, ' ')
            .trim();
    const heading = dialog.querySelector('h2');
    return {
      name: heading ? wordsOf(heading) : '',
      text: wordsOf(dialog),
      lang: dialog.getAttribute('lang') ?? '',
      dir: dialog.getAttribute('dir') ?? '',
      box: { left, top, right, bottom },
    };
  });
  return card ?? undefined;
}

/** What of Firefox's own interface is needed here: privileged scripts may not use `eval`. */
declare const Components: {
  utils: {
    Sandbox: new (
      principal: Window,
      options: { sandboxPrototype: Window },
    ) => { card: HTMLElement };
    evalInSandbox(code: string, sandbox: object): string;
  };
};

/** Runs a function that stands alone on the open card, whose tree is in reach there. @throws Error where no card is open */
export const inCardInFirefox = async <Value>(
  firefox: Firefox,
  look: (card: HTMLElement) => Value,
): Promise<Value> =>
  JSON.parse(
    await firefox.evaluatePrivileged((code) => {
      const card = [...document.querySelectorAll<OpenToPrivileged>(':popover-open')]
        .map((host) => host.openOrClosedShadowRoot?.querySelector<HTMLElement>('[role=dialog]'))
        .find((each) => each && each.childElementCount > 0);
      if (!card) throw new Error('No card is open.');
      const world = new Components.utils.Sandbox(window, { sandboxPrototype: window });
      world.card = card;
      return Components.utils.evalInSandbox(`JSON.stringify((${code})(card))`, world);
    }, String(look)),
  ) as Value;

interface DomNode {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/**
 * @param page or a frame of another site, which is a page of its own to the protocol; the box is in the frame's viewport
 * @returns undefined while no card is open
 */
export const seeCard = (page: Page | Frame): Promise<SeenCard | undefined> =>
  inSession(page, seeCardBy);

/** The same of a page that a session is with. */
export async function seeCardBy(session: Pick<CDPSession, 'send'>): Promise<SeenCard | undefined> {
  const see = async (): Promise<SeenCard | undefined> => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const dialog = find(root, (node) => hasAttribute(node, 'role', 'dialog') && isFull(node));
    if (!dialog) return undefined;
    const { model } = await session.send('DOM.getBoxModel', { nodeId: dialog.nodeId });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    const heading = find(dialog, ({ nodeName }) => nodeName === 'H2');
    return {
      name: heading ? textOf(heading) : '',
      text: textOf(dialog),
      lang: attributeOf(dialog, 'lang') ?? '',
      dir: attributeOf(dialog, 'dir') ?? '',
      box: { left, top, right, bottom },
    };
  };
  // It may close between two questions.
  return see().catch(() => undefined);
}

/** Runs a function that stands alone on the open card, whose tree is in reach there. @throws Error where no card is open */
export async function inCard<Value>(
  page: Page,
  look: (card: HTMLElement) => Value,
): Promise<Value> {
  return inSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const dialog = find(root, (node) => hasAttribute(node, 'role', 'dialog') && isFull(node));
    if (!dialog) throw new Error('No card is open.');
    const { object } = await session.send('DOM.resolveNode', { nodeId: dialog.nodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () { return (${String(look)})(this) }`,
      returnByValue: true,
    });
    return result.value as Value;
  });
}

function find(node: DomNode, wanted: (node: DomNode) => boolean): DomNode | undefined {
  if (wanted(node)) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

/** Names and values come in turn. */
function attributeOf({ attributes = [] }: DomNode, name: string): string | undefined {
  const at = attributes.indexOf(name);
  return at < 0 ? undefined : attributes[at + 1];
}

const hasAttribute = (node: DomNode, name: string, value: string): boolean =>
  attributeOf(node, name) === value;

function isFull(node: DomNode): boolean {
  return (node.children?.length ?? 0) > 0;
}

function textOf(node: DomNode): string {
  if (node.nodeName === '#text') return node.nodeValue;
  return (node.children ?? []).map(textOf).filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
}

/** What our notices say: to everybody, and to assistive technology alone. */
export interface SeenNotices {
  offer: string;
  spoken: string;
}

export async function seeNoticesInFirefox(firefox: Firefox): Promise<SeenNotices> {
  return firefox.evaluatePrivileged(() => {
    const roots = [...document.querySelectorAll<OpenToPrivileged>('[popover]')].map(
      (host) => host.openOrClosedShadowRoot,
    );
    const notices = roots.find((root) => root?.querySelector('.offer'));
    const wordsOf = (selector: string): string => {
      const walker = document.createTreeWalker(
        notices?.querySelector(selector) ?? document.createElement('p'),
        NodeFilter.SHOW_TEXT,
      );
      const words: string[] = [];
      while (walker.nextNode()) words.push(walker.currentNode.nodeValue ?? '');
      return words.join(' ').replace(/\s+/g, ' ').trim();
    };
    return { offer: wordsOf('.offer'), spoken: wordsOf('.spoken') };
  });
}

export async function seeNotices(page: Page): Promise<SeenNotices> {
  return inSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const textIn = (name: string): string => {
      const found = find(root, (node) => hasAttribute(node, 'class', name));
      return found ? textOf(found) : '';
    };
    return { offer: textIn('offer'), spoken: textIn('spoken') };
  });
}
