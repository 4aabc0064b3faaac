/**
 * Pages by the DevTools protocol: a session with one, and a page that Playwright does not know of, such as the toolbar's popup.
 */
import type { CDPSession, Frame, Page } from 'playwright-core';

/** Does something with a session of its own, and ends the session whatever comes of it. */
export async function inSession<Value>(
  page: Page | Frame,
  look: (session: CDPSession) => Promise<Value>,
): Promise<Value> {
  const context = 'context' in page ? page.context() : page.page().context();
  const session = await context.newCDPSession(page);
  try {
    return await look(session);
  } finally {
    await session.detach();
  }
}

/** A page, or a worker, which has no keys and no pictures. */
export interface AttachedPage {
  /** Sends a command of the protocol and returns its result. @throws Error with the browser's message */
  send(method: string, params?: object): Promise<unknown>;
  /** Runs an expression in the page and returns its value (JSON). @throws Error with the page's message */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Presses and releases a key by its DOM name ("Enter", "ArrowDown"). */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** PNG. */
  screenshot(): Promise<Buffer>;
}

const KEY_CODES: Record<string, number> = {
  Backspace: 8,
  Enter: 13,
  Escape: 27,
  Tab: 9,
  ArrowDown: 40,
  ArrowLeft: 37,
  ArrowRight: 39,
  ArrowUp: 38,
  Home: 36,
  End: 35,
};

export async function attach(root: CDPSession, targetId: string): Promise<AttachedPage> {
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (reply: { result?: unknown; error?: unknown }) => void>();
  let lastId = 0;
  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as { id?: number; result?: unknown; error?: unknown };
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  const send = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(JSON.stringify(error)));
        else resolve(result);
      });
      const message = JSON.stringify({ id, method, params });
      root.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  const key = (type: string, name: string) =>
    send('Input.dispatchKeyEvent', {
      type,
      key: name,
      code: name,
      windowsVirtualKeyCode: KEY_CODES[name] ?? name.toUpperCase().charCodeAt(0),
      ...(name === 'Enter' && type === 'keyDown' ? { text: '\r' } : {}),
    });

  return {
    send,
    async evaluate<Value>(expression: string) {
      const { result, exceptionDetails } = (await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
      })) as {
        result: { value: Value };
        exceptionDetails?: { exception?: { description?: string } };
      };
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
      return result.value;
    },
    async press(name) {
      await key('keyDown', name);
      await key('keyUp', name);
    },
    async type(text) {
      await send('Input.insertText', { text });
    },
    async screenshot() {
      const { data } = (await send('Page.captureScreenshot')) as { data: string };
      return Buffer.from(data, 'base64');
    },
  };
}
