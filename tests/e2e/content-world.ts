/** Code in the content script's own world, as if a page had taken it over: by what each browser lets a debugger do. */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ADDON_ID } from '../../src/cli/addon-id.ts';
import { PATIENCE, type ChromiumScene, type FirefoxScene } from './harness.ts';

/** Runs an expression, which may be a promise, and returns its value (JSON). */
export type RunInContentScript = <Value>(expression: string) => Promise<Value>;

/** @returns what runs in the content script of a page's main document, or of a frame of another site */
export async function inContentScript(
  scene: Pick<ChromiumScene, 'context' | 'extensionId'>,
  page: Page | Frame,
): Promise<RunInContentScript> {
  const session = await scene.context.newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const find = () => contexts.find(({ origin }) => origin.includes(scene.extensionId));
  return async <Value>(expression: string): Promise<Value> => {
    await expect.poll(find, PATIENCE).toBeDefined();
    const contextId = find()?.id ?? 0;
    const answer = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value as Value;
  };
}

/** @returns what runs in the content script of the page that Firefox shows */
export function inFirefoxContentScript(firefox: FirefoxScene): RunInContentScript {
  return async <Value>(expression: string): Promise<Value> => {
    const json = await firefox.evaluatePrivileged(
      async (code, id) => {
        interface Privileged {
          ChromeUtils: {
            importESModule(name: string): {
              ExtensionContent: {
                getContextByExtensionId(
                  id: string,
                  window: Window,
                ): { cloneScope: object } | undefined;
              };
            };
          };
          Components: {
            utils: { evalInSandbox(code: string, sandbox: object): Promise<string> };
          };
        }
        const { ChromeUtils, Components } = globalThis as unknown as Privileged;
        const { ExtensionContent } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionContent.sys.mjs',
        );
        const world = ExtensionContent.getContextByExtensionId(id, window)?.cloneScope;
        if (!world) throw new Error('No content script.');
        return Components.utils.evalInSandbox(
          `(async () => JSON.stringify(await (${code})) ?? 'null')()`,
          world,
        );
      },
      expression,
      ADDON_ID,
    );
    return JSON.parse(json) as Value;
  };
}
