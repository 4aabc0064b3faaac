/**
 * Hostile pages in Chromium, each in a tab of its own: a look from a world of its own, which the page's scripts cannot reach, and an ear
 * for every error from the first byte on. Knows no fixtures.
 */
import type { CDPSession } from 'playwright-core';
import { seeCard } from '../../../src/cli/browsers/card-probe.ts';
import type { Chromium } from '../../../src/cli/browsers/chromium.ts';
import { until } from '../../../src/cli/until.ts';
import { openChromium } from '../harness.ts';
import type { HostileBrowser, HostilePage } from './driver.ts';

/** Most that closing a page is waited for, in ms. */
const CLOSING_MS = 2000;

export async function hostileChromium(): Promise<HostileBrowser> {
  const scene = await openChromium();
  return { ...scene, open: (url) => openHostile(scene, url) };
}

async function openHostile({ context, extensionId }: Chromium, url: string): Promise<HostilePage> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  const session = await context.newCDPSession(page);
  const errors = await listen(session, extensionId);
  await page.goto(url, { waitUntil: 'commit' });
  const beside = lookWith(session);
  await until(async () => (await beside(isRead).catch(() => false)) || undefined);
  return {
    look: beside,
    async lookInFrame(frame, run, ...args) {
      const inFrame = page.frames()[frame];
      if (!inFrame) throw new Error(`There is no frame ${frame}.`);
      return inFrame.evaluate(`(${String(run)})(...${JSON.stringify(args)})`);
    },
    async ask(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
        userGesture: false,
      });
      return exceptionDetails ? describe(exceptionDetails) : (result.value as unknown);
    },
    async goto(address) {
      await page.goto(address);
    },
    card: () => seeCard(page),
    move: (x, y) => page.mouse.move(x, y, { steps: 4 }),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    compose: (text) => compose(session, text),
    async collectGarbage() {
      for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
    },
    errors: () => Promise.resolve(errors),
    // A page that is stuck would keep the driver waiting too.
    close: () =>
      Promise.race([
        page.close(),
        new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS)),
      ]).catch(() => undefined),
  };
}

/** To be run in the page. */
const isRead = (): boolean => document.readyState !== 'loading';

const lookWith =
  (session: CDPSession): HostilePage['look'] =>
  async (run, ...args) => {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'observer',
    });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: String(run),
      executionContextId,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(describe(exceptionDetails));
    return result.value as Awaited<ReturnType<typeof run>>;
  };

/** As an input method does: letters that are replaced, then the word. */
async function compose(session: CDPSession, text: string): Promise<void> {
  for (let length = 1; length <= text.length; length++) {
    await session.send('Input.imeSetComposition', {
      text: text.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  }
  await session.send('Input.insertText', { text });
}

interface Exception {
  text: string;
  exception?: { description?: string };
}

const describe = ({ text, exception }: Exception): string => exception?.description ?? text;

/** @returns lists that grow */
async function listen(
  session: CDPSession,
  extensionId: string,
): Promise<{ own: string[]; page: string[] }> {
  const errors = { own: [] as string[], page: [] as string[] };
  const origin = `chrome-extension://${extensionId}`;
  const ours = new Set<number>();
  const add = (text: string, isOurs: boolean): void => {
    (isOurs || text.includes(origin) ? errors.own : errors.page).push(text);
  };
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin) ours.add(context.id);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const from = exceptionDetails.executionContextId;
    add(describe(exceptionDetails), from !== undefined && ours.has(from));
  });
  session.on('Runtime.consoleAPICalled', ({ type, args, executionContextId }) => {
    if (type !== 'error' && type !== 'warning') return;
    const said = args.map(({ value, description }) => String(value ?? description)).join(' ');
    add(said, ours.has(executionContextId));
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error' && !entry.url?.endsWith('/favicon.ico')) {
      add(`${entry.text} ${entry.url ?? ''}`, false);
    }
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  await session.send('Page.enable');
  return errors;
}
