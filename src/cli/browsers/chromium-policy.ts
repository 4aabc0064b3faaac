/**
 * Sets the policy of an organisation for the extension in a running Chromium, by the browser's own page for that: no folder of the system
 * is touched. Branded stable Chrome has no such page.
 */
import type { BrowserContext } from 'playwright-core';

/** @param policy by the names of its parts; an empty one takes the policy away */
export async function setPolicy(
  context: BrowserContext,
  extensionId: string,
  policy: Record<string, unknown>,
): Promise<void> {
  // Source, scope and level as the page numbers them: for the machine, mandatory.
  const all = Object.entries(policy).map(([name, value]) => ({
    ...{ namespace: extensionId, name, value },
    ...{ source: 5, scope: 1, level: 1 },
  }));
  const page = await context.newPage();
  await page.goto('chrome://policy/test');
  // As text, because the bundler of the tests would look for the browser's module.
  await page.evaluate(
    `import('chrome://resources/js/cr.js').then(({ sendWithPromise }) =>
      sendWithPromise('setLocalTestPolicies', ${JSON.stringify(JSON.stringify(all))}, ''))`,
  );
  await page.close();
}
