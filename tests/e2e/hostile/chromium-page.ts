/**
 * One hostile page in Chromium: a look from a world of its own, which the page's scripts cannot reach, and an ear
 * for every error from the first byte on. Knows no fixtures.
 */
import type { CDPSession, Page } from 'playwright-core';
import type { ChromiumScene } from '../harness.ts';

/** Most that closing a page is waited for, in ms. */
const CLOSING_MS = 2000;

export interface HostilePage {
  page: Page;
  session: CDPSession;
  /** Runs a function that stands alone beside the page's scripts. @throws Error that the function threw */
  look<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result>;
  /** Value of an expression in the page's own world. */
  ask(expression: string): Promise<unknown>;
  /** What the extension's scripts, and what the page and the browser, complained of. */
  errors: { own: string[]; page: string[] };
  close(): Promise<void>;
}

/** Opens without waiting for more than the document's first bytes. */
export async function openHostile(
  { context, extensionId }: ChromiumScene,
  url: string,
): Promise<HostilePage> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  const session = await context.newCDPSession(page);
  const errors = await listen(session, extensionId);
  await page.goto(url, { waitUntil: 'commit' });
  return {
    page,
    session,
    errors,
    async look(run, ...args) {
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
    // A page that is stuck would keep the driver waiting too.
    close: () =>
      Promise.race([
        page.close(),
        new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS)),
      ]).catch(() => undefined),
  };
}

interface Exception {
  text: string;
  exception?: { description?: string };
}

const describe = ({ text, exception }: Exception): string => exception?.description ?? text;

async function listen(session: CDPSession, extensionId: string): Promise<HostilePage['errors']> {
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
