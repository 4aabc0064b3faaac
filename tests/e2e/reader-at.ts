/**
 * A reader in front of a page, in either browser: the same words for scenarios that both must pass. Real pointer, real
 * keys; what is in our closed shadow roots is seen with the browser's own tools.
 */
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { seeCard, seeCardInFirefox, type SeenCard } from '../../src/cli/browsers/card-probe.ts';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import type { Server } from '../../src/cli/serve.ts';
import { openChromium, openFirefox, PATIENCE } from './harness.ts';

type Box = SeenCard['box'];

export interface ReaderAt {
  server: Server;
  /** Opens a page with this body, or the one of an address. */
  open(body: string): Promise<void>;
  goto(url: string): Promise<void>;
  /** Value of an expression in the page's own world. */
  ask<Value>(expression: string): Promise<Value>;
  /** A mention by its surface form, once it is painted. */
  mark(surface: string): Promise<SeenMark>;
  /** Moves the pointer there as a hand does: over places between. */
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  press(...keys: string[]): Promise<void>;
  /** The open card; undefined while there is none. */
  card(): Promise<SeenCard | undefined>;
  /** Middle of a control of ours by its words, in CSS px of the viewport; undefined while there is none. */
  control(words: string): Promise<{ x: number; y: number } | undefined>;
  wait(ms: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

const html = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** @throws Error where the mention does not come */
async function soon(look: () => Promise<SeenMark[]>, surface: string): Promise<SeenMark> {
  let found: SeenMark | undefined;
  await expect
    .poll(async () => (found = (await look()).find((mark) => mark.surface === surface)), PATIENCE)
    .toBeDefined();
  if (!found) throw new Error(`"${surface}" is not highlighted.`);
  return found;
}

async function readerAtChromium(): Promise<ReaderAt> {
  const scene = await openChromium();
  const page = await scene.context.newPage();
  let pages = 0;
  return {
    server: scene.server,
    async open(body) {
      const path = `/at/${++pages}`;
      scene.server.add(path, { body: html(body) });
      await page.goto(scene.server.url(path));
    },
    async goto(url) {
      await page.goto(url);
    },
    ask: (expression) => page.evaluate(expression),
    mark: (surface) => soon(() => page.evaluate(seeMarks), surface),
    move: (x, y) => page.mouse.move(Math.round(x), Math.round(y), { steps: 8 }),
    click: (x, y) => page.mouse.click(Math.round(x), Math.round(y)),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    card: () => seeCard(page),
    control: (words) => controlInChromium(page, words),
    wait,
    screenshot: () => page.screenshot(),
    close: () => scene.close(),
  };
}

async function controlInChromium(page: Page, words: string) {
  const session: CDPSession = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const node = nodes.find(
      ({ role, name }) =>
        ['button', 'DisclosureTriangle'].includes(String(role?.value)) && name?.value === words,
    );
    if (node?.backendDOMNodeId === undefined) return undefined;
    const { model } = await session.send('DOM.getBoxModel', {
      backendNodeId: node.backendDOMNodeId,
    });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  } catch {
    // It went between two questions.
    return undefined;
  } finally {
    await session.detach();
  }
}

async function readerAtFirefox(): Promise<ReaderAt> {
  const firefox = await openFirefox();
  let pages = 0;
  return {
    server: firefox.server,
    async open(body) {
      const path = `/at/${++pages}`;
      firefox.server.add(path, { body: html(body) });
      await firefox.goto(firefox.server.url(path));
    },
    goto: (url) => firefox.goto(url),
    ask: (expression) => firefox.evaluate((code) => eval(code) as never, expression),
    mark: (surface) => soon(() => firefox.evaluate(seeMarks), surface),
    async move(x, y) {
      await firefox.movePointer(Math.max(0, x - 8), Math.max(0, y - 4));
      await firefox.movePointer(x, y);
    },
    click: (x, y) => firefox.click(x, y),
    press: (...keys) => firefox.press(...keys),
    card: () => seeCardInFirefox(firefox),
    control: async (words) =>
      (await firefox.evaluatePrivileged((wanted) => {
        interface Privileged extends Element {
          openOrClosedShadowRoot: ShadowRoot | null;
        }
        const hosts = [...document.querySelectorAll<Privileged>(':popover-open')];
        const controls = hosts.flatMap((host) => [
          ...(host.openOrClosedShadowRoot?.querySelectorAll('button, summary') ?? []),
        ]);
        const named = controls.find(
          (control) => (control.getAttribute('aria-label') ?? control.textContent) === wanted,
        );
        const box = named?.getBoundingClientRect();
        return box ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } : null;
      }, words)) ?? undefined,
    wait,
    screenshot: () => firefox.screenshot(),
    close: () => firefox.close(),
  };
}

export const READERS = [
  ['Chromium', readerAtChromium],
  ['Firefox', readerAtFirefox],
] as const;

/** The card, once it is open. */
export async function cardOf(reader: ReaderAt): Promise<SeenCard> {
  let card: SeenCard | undefined;
  await expect.poll(async () => (card = await reader.card()), PATIENCE).toBeDefined();
  if (!card) throw new Error('No card opened.');
  return card;
}

/** Rests on a mention until its card is open. */
export async function restOn(reader: ReaderAt, surface: string): Promise<SeenMark> {
  const mark = await reader.mark(surface);
  await reader.move(mark.x, mark.y);
  return mark;
}

/** For what must not come: well beyond dwell, leave and settle times together, in ms. */
export const STILLNESS_MS = 1200;

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
