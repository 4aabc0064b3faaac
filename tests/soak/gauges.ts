/** Reads what a browser holds: memory, nodes and listeners of a page, and the memory of the background. */
import type { Page } from 'playwright-core';
import { inSession } from '../../src/cli/browsers/cdp-page.ts';
import type { Chromium } from '../../src/cli/browsers/chromium.ts';

/** What one page holds after a collection of garbage. */
export interface PageGauge {
  /** Memory of its scripts, ours among them, in bytes. */
  heap: number;
  nodes: number;
  listeners: number;
  /** Cards' hosts of ours in the document. A card that is open has one. */
  hosts: number;
}

export const readPage = (page: Page): Promise<PageGauge> =>
  inSession(page, async (session) => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const valueOf = (name: string): number =>
      metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return {
      heap: valueOf('JSHeapUsedSize'),
      nodes: valueOf('Nodes'),
      listeners: valueOf('JSEventListeners'),
      hosts: await page.evaluate(() => document.querySelectorAll('[popover]').length),
    };
  });

/** Memory of the background's scripts, in bytes; undefined while it sleeps. */
export async function readBackground({
  context,
  extensionId,
}: Chromium): Promise<number | undefined> {
  const root = await context.browser()?.newBrowserCDPSession();
  if (!root) return undefined;
  try {
    const { targetInfos } = await root.send('Target.getTargets');
    const target = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
    );
    if (!target) return undefined;
    const { sessionId } = await root.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: false,
    });
    const reply = (id: number): Promise<{ usedSize?: number }> =>
      new Promise((resolve) => {
        root.on('Target.receivedMessageFromTarget', (event) => {
          const message = JSON.parse(event.message) as {
            id?: number;
            result?: { usedSize?: number };
          };
          if (event.sessionId === sessionId && message.id === id) resolve(message.result ?? {});
        });
      });
    const ask = async (id: number, method: string): Promise<{ usedSize?: number }> => {
      const answer = reply(id);
      await root.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method }),
      });
      return answer;
    };
    await ask(1, 'HeapProfiler.collectGarbage');
    return (await ask(2, 'Runtime.getHeapUsage')).usedSize;
  } finally {
    await root.detach();
  }
}
