/**
 * The controls in our closed shadow roots, by the names that assistive technology hears: by the accessibility tree in Chromium,
 * with the browser's own privileges in Firefox. Knows no scenario.
 */
import type { CDPSession, Page } from 'playwright-core';
import { inSession } from '../../src/cli/browsers/cdp-page.ts';
import type { Firefox } from '../../src/cli/browsers/firefox.ts';

/** Middle of a control, in CSS px of the viewport. */
export interface Place {
  x: number;
  y: number;
}

const ROLES = ['button', 'DisclosureTriangle'];

/** @returns undefined while there is none of this name */
export const controlInChromium = (page: Page, words: string): Promise<Place | undefined> =>
  inSession(page, (session) => controlBy(session, words));

/** The same in a page that a session is with. */
export function controlBy(
  session: Pick<CDPSession, 'send'>,
  words: string,
): Promise<Place | undefined> {
  const find = async (): Promise<Place | undefined> => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const node = nodes.find(
      ({ role, name }) => ROLES.includes(String(role?.value)) && name?.value === words,
    );
    if (node?.backendDOMNodeId === undefined) return undefined;
    const control = { backendNodeId: node.backendDOMNodeId };
    await session.send('DOM.scrollIntoViewIfNeeded', control);
    const { model } = await session.send('DOM.getBoxModel', control);
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  // It may go between two questions.
  return find().catch(() => undefined);
}

/** Name of what has the focus; empty where nothing has it. */
export function focusedInChromium(page: Page): Promise<string> {
  return inSession(page, async (session) => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const focused = nodes.filter(({ properties = [] }) =>
      properties.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    return String(focused.at(-1)?.name?.value ?? '');
  });
}

/** What only privileged scripts of Firefox see. */
interface Privileged extends Element {
  openOrClosedShadowRoot: ShadowRoot | null;
}

/** @returns undefined while there is none of this name */
export async function controlInFirefox(
  firefox: Firefox,
  words: string,
): Promise<Place | undefined> {
  const place = await firefox.evaluatePrivileged((wanted) => {
    const hosts = [...document.querySelectorAll<Privileged>(':popover-open')];
    const controls = hosts.flatMap((host) => [
      ...(host.openOrClosedShadowRoot?.querySelectorAll('button, summary') ?? []),
    ]);
    const named = controls.find(
      (control) =>
        (control.getAttribute('aria-label') ?? control.textContent) === wanted &&
        control.checkVisibility(),
    );
    named?.scrollIntoView({ block: 'nearest' });
    const box = named?.getBoundingClientRect();
    return box ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } : null;
  }, words);
  return place ?? undefined;
}

/** Name of what has the focus in our open popovers; empty where nothing has it. */
export const focusedInFirefox = (firefox: Firefox): Promise<string> =>
  firefox.evaluatePrivileged(() => {
    const roots = [...document.querySelectorAll<Privileged>(':popover-open')];
    const focused = roots.map((host) => host.openOrClosedShadowRoot?.activeElement).find(Boolean);
    return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
  });
