/**
 * A reader in front of a page, in either browser: the same words for scenarios that both must pass. Real pointer, real
 * keys; what is in our closed shadow roots is seen with the browser's own tools.
 */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  inCard,
  inCardInFirefox,
  seeCard,
  seeCardInFirefox,
  seeNotices,
  seeNoticesInFirefox,
  type SeenCard,
  type SeenNotices,
} from '../../src/cli/browsers/card-probe.ts';
import { inSession } from '../../src/cli/browsers/cdp-page.ts';
import { BETWEEN_CLICKS_MS } from '../../src/cli/browsers/firefox-input.ts';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import type { Server } from '../../src/cli/serve.ts';
import { preferInChromium, preferInFirefox, type Scheme } from './colour-scheme.ts';
import {
  controlInChromium,
  controlInFirefox,
  focusedInChromium,
  focusedInFirefox,
  type Place,
} from './controls.ts';
import {
  errorsInFirefox,
  listenToErrors,
  openChromium,
  openFirefox,
  PATIENCE,
  type ChromiumScene,
  type FirefoxScene,
} from './harness.ts';
import { findHereInFirefox, resizeInFirefox } from './surroundings.ts';

/** In CSS px of the viewport. */
type Step = readonly [x: number, y: number];

export interface ReaderAt {
  server: Server;
  /** Opens a page with this body, or the one of an address. */
  open(body: string, headers?: Record<string, string>): Promise<void>;
  /** The same on another host without encryption: to the browser no secure context. */
  openInsecure(body: string): Promise<void>;
  goto(url: string): Promise<void>;
  /** Goes on in the page's first frame: all that follows is in its own px. */
  enterFrame(): Promise<void>;
  /** Value of an expression in the page's own world. */
  ask<Value>(expression: string): Promise<Value>;
  /** A mention by its surface form, once it is painted. */
  mark(surface: string): Promise<SeenMark>;
  /** Moves the pointer there as a hand does: over places between. */
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** At a hand's pace. */
  doubleClick(x: number, y: number): Promise<void>;
  /** A finger's tap. */
  tap(x: number, y: number): Promise<void>;
  /** Gives the window this size, in CSS px. */
  resize(width: number, height: number): Promise<void>;
  press(...keys: string[]): Promise<void>;
  /** Presses a key, or once more one that is held, as a held key does again and again. */
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  /** Moves the pointer over these places at a hand's pace, without a rest. */
  walk(...places: Step[]): Promise<void>;
  /** Presses the main button where the pointer is, and holds it. */
  pointerDown(): Promise<void>;
  pointerUp(): Promise<void>;
  /** The open card; undefined while there is none. */
  card(): Promise<SeenCard | undefined>;
  notices(): Promise<SeenNotices>;
  /** Runs a function that stands alone on the open card, whose tree is in reach there. */
  inCard<Value>(look: (card: HTMLElement) => Value): Promise<Value>;
  /** Has the browser prefer light or dark pages. */
  preferScheme(scheme: Scheme): Promise<void>;
  /** Middle of a control of ours by its words, in CSS px of the viewport; undefined while there is none. */
  control(words: string): Promise<Place | undefined>;
  /** Name of the control of ours that has the focus; empty where none has it. */
  focused(): Promise<string>;
  /** What the page threw, and what its console has of errors and warnings, since it was opened. */
  errors(): Promise<string[]>;
  wait(ms: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** The page on paper, as PDF. */
  print(): Promise<Buffer>;
  close(): Promise<void>;
}

/** The part that looks and points. */
export type Hand = Pick<ReaderAt, 'ask' | 'mark' | 'move' | 'click' | 'card' | 'control' | 'wait'>;

const html = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`;

/** A host that is nowhere: without a certificate, and not this machine to the browser. */
const INSECURE_HOST = 'plain.example';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** @throws Error where the mention does not come */
export async function markSoon(
  look: () => Promise<SeenMark[]>,
  surface: string,
): Promise<SeenMark> {
  let found: SeenMark | undefined;
  await expect
    .poll(async () => (found = (await look()).find((mark) => mark.surface === surface)), PATIENCE)
    .toBeDefined();
  if (!found) throw new Error(`"${surface}" is not highlighted.`);
  return found;
}

/** @param page the tab that the reader looks at */
export function readerAtChromium(scene: ChromiumScene, page: Page): ReaderAt {
  let pages = 0;
  /** Where the reader is looking: owned by `goto` and `enterFrame`. */
  let here: Page | Frame = page;
  const errors = listenToErrors(page);
  const goto = async (url: string): Promise<void> => {
    here = page;
    errors.length = 0;
    await page.goto(url);
  };
  const inWindow = async (x: number, y: number): Promise<[number, number]> => {
    const box = here === page ? null : await page.locator('iframe').first().boundingBox();
    return [Math.round(x + (box?.x ?? 0)), Math.round(y + (box?.y ?? 0))];
  };
  return {
    server: scene.server,
    async open(body, headers = {}) {
      const path = `/at/${++pages}`;
      scene.server.add(path, { body: html(body), headers });
      await goto(scene.server.url(path));
    },
    async openInsecure(body) {
      const url = `http://${INSECURE_HOST}/${++pages}`;
      await page.route(url, (route) =>
        route.fulfill({ contentType: 'text/html', body: html(body) }),
      );
      await goto(url);
    },
    goto,
    async enterFrame() {
      await expect.poll(() => page.frames().length, PATIENCE).toBeGreaterThan(1);
      here = page.frames()[1] ?? page;
    },
    ask: (expression) => here.evaluate(expression),
    mark: (surface) => markSoon(() => here.evaluate(seeMarks), surface),
    move: async (x, y) => page.mouse.move(...(await inWindow(x, y)), { steps: 8 }),
    click: async (x, y) => page.mouse.click(...(await inWindow(x, y))),
    async doubleClick(x, y) {
      await page.mouse.click(...(await inWindow(x, y)));
      await wait(BETWEEN_CLICKS_MS);
      await page.mouse.down({ clickCount: 2 });
      await page.mouse.up({ clickCount: 2 });
    },
    tap: async (x, y) => tapInChromium(page, ...(await inWindow(x, y))),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    keyDown: (key) => page.keyboard.down(key),
    keyUp: (key) => page.keyboard.up(key),
    async walk(...places) {
      for (const place of places)
        await page.mouse.move(...(await inWindow(...place)), { steps: 3 });
    },
    pointerDown: () => page.mouse.down(),
    pointerUp: () => page.mouse.up(),
    card: () => seeCard(here),
    notices: () => seeNotices(page),
    inCard: (look) => inCard(page, look),
    preferScheme: (scheme) => preferInChromium(page, scheme),
    control: (words) => controlInChromium(page, words),
    focused: () => focusedInChromium(page),
    errors: () => Promise.resolve([...errors]),
    wait,
    screenshot: () => page.screenshot(),
    print: () => page.pdf(),
    close: () => scene.close(),
  };
}

const tapInChromium = (page: Page, x: number, y: number): Promise<void> =>
  inSession(page, async (session) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  });

export function readerAtFirefox(firefox: FirefoxScene): ReaderAt {
  let pages = 0;
  const goto = async (url: string): Promise<void> => {
    await firefox.switchToFrame(null);
    await firefox.goto(url);
  };
  const serve = (body: string, headers: Record<string, string> = {}): string => {
    const path = `/at/${++pages}`;
    firefox.server.add(path, { body: html(body), headers });
    return path;
  };
  return {
    server: firefox.server,
    open: (body, headers) => goto(firefox.server.url(serve(body, headers))),
    async openInsecure(body) {
      await findHereInFirefox(firefox, INSECURE_HOST);
      await goto(firefox.server.url(serve(body), INSECURE_HOST));
    },
    goto,
    enterFrame: () => firefox.switchToFrame(0),
    ask: (expression) => firefox.evaluate((code) => eval(code) as never, expression),
    mark: (surface) => markSoon(() => firefox.evaluate(seeMarks), surface),
    async move(x, y) {
      await firefox.movePointer(Math.max(0, x - 8), Math.max(0, y - 4));
      await firefox.movePointer(x, y);
    },
    click: (x, y) => firefox.click(x, y),
    doubleClick: (x, y) => firefox.doubleClick(x, y),
    tap: (x, y) => firefox.tap(x, y),
    resize: (width, height) => resizeInFirefox(firefox, width, height),
    press: (...keys) => firefox.press(...keys),
    keyDown: (key) => firefox.keyDown(key),
    keyUp: (key) => firefox.keyUp(key),
    walk: (...places) => firefox.walkPointer(places),
    pointerDown: () => firefox.pointerDown(),
    pointerUp: () => firefox.pointerUp(),
    card: () => seeCardInFirefox(firefox),
    notices: () => seeNoticesInFirefox(firefox),
    inCard: (look) => inCardInFirefox(firefox, look),
    preferScheme: (scheme) => preferInFirefox(firefox, scheme),
    control: (words) => controlInFirefox(firefox, words),
    focused: () => focusedInFirefox(firefox),
    errors: () => errorsInFirefox(firefox),
    wait,
    screenshot: () => firefox.screenshot(),
    print: () => firefox.print(),
    close: () => firefox.close(),
  };
}

export const READERS = [
  [
    'Chromium',
    async () => {
      const scene = await openChromium();
      return readerAtChromium(scene, await scene.context.newPage());
    },
  ],
  ['Firefox', async () => readerAtFirefox(await openFirefox())],
] as const;

/** The card, once it is open. */
export async function cardOf(reader: Hand): Promise<SeenCard> {
  let card: SeenCard | undefined;
  await expect.poll(async () => (card = await reader.card()), PATIENCE).toBeDefined();
  if (!card) throw new Error('No card opened.');
  return card;
}

/** Rests on a mention until its card is open. */
export async function restOn(reader: Hand, surface: string): Promise<SeenMark> {
  const mark = await reader.mark(surface);
  await reader.move(mark.x, mark.y);
  return mark;
}

/** Comes to a mention and rests there, again and again until its card is open: a busy browser may lose a hand's way into a frame. */
export async function restUntilCard(reader: ReaderAt, surface: string): Promise<void> {
  for (let rest = 2000; rest < PATIENCE.timeout; rest *= 2) {
    await reader.move(5, 5);
    await restOn(reader, surface);
    const until = performance.now() + rest;
    while (performance.now() < until) {
      if (await reader.card()) return;
      await wait(PATIENCE.interval);
    }
  }
  throw new Error('No card opened.');
}

/** For what must not come: well beyond dwell, leave and settle times together, in ms. */
export const STILLNESS_MS = 1200;

/** Moves onto a control of ours, as one reads it first, and presses it. */
export async function pressControl(reader: Hand, words: string): Promise<void> {
  await expect.poll(() => reader.control(words), PATIENCE).toBeDefined();
  // What has just come or changed cannot be pressed yet.
  await reader.wait(SETTLED_MS);
  const { x, y } = (await reader.control(words)) ?? { x: 0, y: 0 };
  await reader.move(x, y);
  await reader.click(x, y);
}

/** Beyond the time that a control must have been as it is, in ms. */
const SETTLED_MS = 700;
