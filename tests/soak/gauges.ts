/** Reads what a browser holds: memory, nodes and listeners of a page, and the memory of the background. */
import type { Page } from 'playwright-core';
import { attach, inSession } from '../../src/cli/browsers/cdp-page.ts';
import type { Chromium } from '../../src/cli/browsers/chromium.ts';

/** What one page holds after a collection of garbage. */
export interface PageGauge {
  /** Memory of its scripts, ours among them, in bytes. */
  heap: number;
  nodes: number;
  listeners: number;
  /** Open cards and notices of ours. */
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
      hosts: await page.evaluate(() => document.querySelectorAll(':popover-open').length),
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
    const background = await attach(root, target.targetId);
    await background.send('HeapProfiler.collectGarbage');
    const usage = await background.send('Runtime.getHeapUsage');
    return (usage as { usedSize: number }).usedSize;
  } finally {
    await root.detach();
  }
}
