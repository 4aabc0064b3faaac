/** A tab of a private window in Chromium, which Playwright does not know of, by the DevTools protocol. */
import type { CDPSession } from 'playwright-core';
import { expect } from 'vitest';
import { seeCardBy } from '../../src/cli/browsers/card-probe.ts';
import { attach, type AttachedPage } from '../../src/cli/browsers/cdp-page.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { namesIn } from './content-world.ts';
import { controlBy } from './controls.ts';
import { PATIENCE } from './harness.ts';
import { markSoon, type Hand } from './reader-at.ts';

/** A tab of a private window, as a reader works in it. */
export interface PrivateTab extends Hand {
  /** What our scripts have left for each other in the page, as `GateScene` says it. */
  ours(): Promise<string[]>;
  /** Runs an expression in the content script's own world. */
  run(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

interface Reply {
  id?: number;
  method?: string;
  params?: { context: { id: number; origin: string } };
  result?: { result?: { value: unknown } };
}

/** Waits for a tab with this address that is not among the known ones. */
export async function attachPrivateTab(
  root: CDPSession,
  { url, extensionId, known }: { url: string; extensionId: string; known: Set<string> },
): Promise<PrivateTab> {
  let targetId: string | undefined;
  await expect
    .poll(async () => {
      const { targetInfos } = await root.send('Target.getTargets');
      const tab = targetInfos.find(
        (target) => target.type === 'page' && target.url === url && !known.has(target.targetId),
      );
      return (targetId = tab?.targetId);
    }, PATIENCE)
    .toBeDefined();
  if (targetId === undefined) throw new Error('No private tab.');
  const id = targetId;
  const page = await attach(root, id);
  const { sessionId } = await root.send('Target.attachToTarget', { targetId: id, flatten: false });
  let contextId: number | undefined;
  const waiting = new Map<number, (value: unknown) => void>();
  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply;
    const context = reply.params?.context;
    if (reply.method === 'Runtime.executionContextCreated' && context?.origin.includes(extensionId))
      contextId = context.id;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply.result?.result?.value);
  });
  let last = 0;
  const send = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, resolve);
      const message = JSON.stringify({ id: last, method, params });
      root.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  await send('Runtime.enable', {});
  await expect.poll(() => contextId, PATIENCE).toBeDefined();
  const run = (expression: string): Promise<unknown> =>
    send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true });
  return {
    ...handIn(page),
    ours: () => namesIn(async (expression) => ({ value: await run(expression) })),
    run,
    async close() {
      await root.send('Target.closeTarget', { targetId: id });
    },
  };
}

/** The pointer and the eyes of a reader, by the protocol alone. */
function handIn(page: AttachedPage): Hand {
  const session = page as unknown as Pick<CDPSession, 'send'>;
  const point = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', x: number, y: number) =>
    session.send('Input.dispatchMouseEvent', {
      ...{ type, x, y },
      ...(type !== 'mouseMoved' && { button: 'left', clickCount: 1 }),
    });
  const ask = <Value>(expression: string) => page.evaluate<Value>(expression);
  return {
    ask,
    mark: (surface) => markSoon(() => ask(`(${String(seeMarks)})()`), surface),
    async move(x, y) {
      await point('mouseMoved', x - 8, y - 4);
      await point('mouseMoved', x, y);
    },
    async click(x, y) {
      for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const)
        await point(type, x, y);
    },
    card: () => seeCardBy(session),
    control: (words) => controlBy(session, words),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

/** Ids of all targets. */
export async function targetsOf(root: CDPSession): Promise<Set<string>> {
  const { targetInfos } = await root.send('Target.getTargets');
  return new Set(targetInfos.map(({ targetId }) => targetId));
}
