/**
 * Sees the open popover in Chromium, whose closed shadow root no script of the page can enter.
 */
import type { Page } from 'playwright-core';

/** What a person sees of the open card. */
export interface SeenCard {
  /** Heading. */
  name: string;
  /** All text, in order. */
  text: string;
  /** CSS px of the viewport. */
  box: { left: number; top: number; right: number; bottom: number };
}

interface DomNode {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** @returns undefined while no card is open */
export async function seeCard(page: Page): Promise<SeenCard | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const dialog = find(root, (node) => hasAttribute(node, 'role', 'dialog') && isFull(node));
    if (!dialog) return undefined;
    const { model } = await session.send('DOM.getBoxModel', { nodeId: dialog.nodeId });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    const heading = find(dialog, ({ nodeName }) => nodeName === 'H2');
    return {
      name: heading ? textOf(heading) : '',
      text: textOf(dialog),
      box: { left, top, right, bottom },
    };
  } catch {
    // It closed between two questions.
    return undefined;
  } finally {
    await session.detach();
  }
}

function find(node: DomNode, wanted: (node: DomNode) => boolean): DomNode | undefined {
  if (wanted(node)) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

function hasAttribute(node: DomNode, name: string, value: string): boolean {
  const at = node.attributes?.indexOf(name) ?? -1;
  return at >= 0 && node.attributes?.[at + 1] === value;
}

function isFull(node: DomNode): boolean {
  return (node.children?.length ?? 0) > 0;
}

function textOf(node: DomNode): string {
  if (node.nodeName === '#text') return node.nodeValue;
  return (node.children ?? []).map(textOf).filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
}
