/**
 * Chromium without Playwright, by the DevTools protocol through a pipe: while a client is attached to pages as
 * Playwright is, and not to the tabs that hold them, the browser prerenders nothing. Knows tabs, no product.
 */
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { InstalledBrowser } from '../../src/cli/browsers/find.ts';
import { createProfile } from '../../src/cli/browsers/profile.ts';
import { hasWelcome, isWelcome } from '../../src/cli/browsers/welcome-tab.ts';
import { until } from '../../src/cli/until.ts';

export interface BareChromium {
  openTab(url: string): Promise<BareTab>;
  /** Runs an expression in the extension's background. */
  inBackground(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface BareTab {
  /** Runs a function that stands alone in the document that the tab shows. */
  look<Result>(run: () => Result): Promise<Result>;
  /** With the real pointer, in CSS px of the viewport. */
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Names of all dialogs, as assistive technology hears them. */
  dialogs(): Promise<string[]>;
  /** Files of our scripts in the document that is shown, and in the one that waits to be, in the order in which they came. */
  ours(): { shown: string[]; ahead: string[] };
  /** How far the browser is with pages that it prerenders for this one. */
  prerenders: string[];
  /** What any document of the tab complained of, those that were not shown yet too. */
  errors: string[];
}

/** An answer or an event, with what is read of any event. */
interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: {
    sessionId?: string;
    status?: string;
    prerenderStatus?: string | null;
    type?: string;
    url?: string;
    entry?: { level: string };
  };
  result?: unknown;
  error?: { message: string };
}

type Send = <Result>(method: string, params?: object, sessionId?: string) => Promise<Result>;

/** @throws Error where the browser refuses the extension; nothing is left running then */
export async function launchBareChromium(
  browser: InstalledBrowser,
  extension: string,
): Promise<BareChromium> {
  const profile = createProfile();
  const child = spawn(
    browser.path,
    [
      '--remote-debugging-pipe',
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile.path}`,
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => {
      resolve();
    });
  });
  const { send, onEvent } = talk(child.stdio[3] as Writable, child.stdio[4] as Readable, ended);
  const close = async (): Promise<void> => {
    await send('Browser.close').catch(() => child.kill());
    await ended;
    profile.remove();
  };
  try {
    await send('Extensions.loadUnpacked', { path: extension });
    if (hasWelcome(extension)) await closeWelcome(send);
    return {
      openTab: (url) => openTab(send, onEvent, url),
      async inBackground(expression) {
        const { targetInfos } = await send<{ targetInfos: { type: string; targetId: string }[] }>(
          'Target.getTargets',
        );
        const targetId = targetInfos.find(({ type }) => type === 'service_worker')?.targetId;
        const attached = await send<{ sessionId: string }>('Target.attachToTarget', {
          targetId,
          flatten: true,
        });
        const value = await valueOf(send, expression, attached.sessionId);
        await send('Target.detachFromTarget', attached);
        return value;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits for the welcome page, so that it does not come in front of a tab later. */
async function closeWelcome(send: Send): Promise<void> {
  const targetId = await until(async () => {
    const { targetInfos } = await send<{ targetInfos: { url: string; targetId: string }[] }>(
      'Target.getTargets',
    );
    return targetInfos.find(({ url }) => isWelcome(url))?.targetId;
  });
  await send('Target.closeTarget', { targetId });
}

/** Messages are JSON, each with a zero byte at its end. */
function talk(input: Writable, output: Readable, ended: Promise<void>) {
  const waiting = new Map<
    number,
    { answer: (reply: Message) => void; sessionId: string | undefined }
  >();
  const listeners: ((event: Message) => void)[] = [];
  let lastId = 0;
  let rest = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const json of messages) {
      const message = JSON.parse(json) as Message;
      if (message.id !== undefined) waiting.get(message.id)?.answer(message);
      else for (const listen of listeners) listen(message);
      if (message.method === 'Target.detachedFromTarget') giveUp(message.params?.sessionId);
    }
  });
  // What has gone answers nothing; who waits must hear of it.
  const giveUp = (session?: string): void => {
    for (const { answer, sessionId } of waiting.values())
      if (session === undefined || session === sessionId) answer({ error: { message: 'Gone.' } });
  };
  input.on('error', () => undefined);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    giveUp();
  });
  const send: Send = <Result>(method: string, params = {}, sessionId?: string) =>
    new Promise<Result>((resolve, reject) => {
      const id = ++lastId;
      const answer = ({ result, error }: Message): void => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result as Result);
      };
      waiting.set(id, { answer, sessionId });
      if (isOver) giveUp();
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  const onEvent = (listener: (event: Message) => void): void => {
    listeners.push(listener);
  };
  return { send, onEvent };
}

async function valueOf(send: Send, expression: string, sessionId: string): Promise<unknown> {
  const { result, exceptionDetails } = await send<{
    result: { value: unknown };
    exceptionDetails?: { exception?: { description?: string } };
  }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
  return result.value;
}

const isBad = (level?: string): boolean => level === 'error' || level === 'warning';

async function openTab(
  send: Send,
  onEvent: (listener: (event: Message) => void) => void,
  url: string,
): Promise<BareTab> {
  /** Sessions of its documents: the one that is shown, then those that wait to be. */
  const documents: string[] = [];
  const prerenders: string[] = [];
  const errors: string[] = [];
  /** By the session of their document. */
  const scripts: { sessionId: string; file: string }[] = [];
  const { targetId } = await send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    forTab: true,
  });
  const tab = await send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  onEvent(({ method, params = {}, sessionId = '' }) => {
    const child = params.sessionId;
    if (sessionId === tab.sessionId && child !== undefined) {
      if (method === 'Target.attachedToTarget') {
        documents.push(child);
        for (const domain of ['Runtime', 'Log', 'Preload', 'Debugger'])
          send(`${domain}.enable`, {}, child).catch(() => undefined);
      }
      if (method === 'Target.detachedFromTarget') documents.splice(documents.indexOf(child), 1);
    }
    if (!documents.includes(sessionId)) return;
    if (method === 'Preload.prerenderStatusUpdated') {
      prerenders.push([params.status, params.prerenderStatus].filter(Boolean).join(' '));
    }
    const file = /^chrome-extension:.*\/(.+)/.exec(params.url ?? '')?.[1];
    if (method === 'Debugger.scriptParsed' && file !== undefined) scripts.push({ sessionId, file });
    const isComplaint =
      method === 'Runtime.exceptionThrown' ||
      (method === 'Runtime.consoleAPICalled' && isBad(params.type)) ||
      (method === 'Log.entryAdded' && isBad(params.entry?.level));
    if (isComplaint) errors.push(JSON.stringify(params));
  });
  await send(
    'Target.setAutoAttach',
    { autoAttach: true, waitForDebuggerOnStart: false, flatten: true },
    tab.sessionId,
  );
  const ask = <Result>(method: string, params: object = {}) =>
    send<Result>(method, params, documents[0]);
  const mouse = (type: string, x: number, y: number) => {
    const button = type === 'mouseMoved' ? 'none' : 'left';
    return ask('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1 });
  };
  await ask('Page.navigate', { url });
  const oursIn = (document: string | undefined): string[] =>
    scripts.filter(({ sessionId }) => sessionId === document).map(({ file }) => file);
  return {
    ours: () => ({ shown: oursIn(documents[0]), ahead: oursIn(documents[1]) }),
    prerenders,
    errors,
    look: <Result>(run: () => Result) =>
      valueOf(send, `(${String(run)})()`, documents[0] ?? '') as Promise<Result>,
    async move(x, y) {
      await mouse('mouseMoved', x - 3, y);
      await mouse('mouseMoved', x, y);
    },
    async click(x, y) {
      await mouse('mouseMoved', x, y);
      await mouse('mousePressed', x, y);
      // By it the document may be another.
      await mouse('mouseReleased', x, y).catch(() => undefined);
    },
    async dialogs() {
      const { nodes } = await ask<{
        nodes: { role?: { value: string }; name?: { value: string } }[];
      }>('Accessibility.getFullAXTree');
      return nodes
        .filter(({ role }) => role?.value === 'dialog')
        .map(({ name }) => name?.value ?? '');
    },
  };
}
