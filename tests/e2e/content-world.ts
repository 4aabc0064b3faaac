/** The world of our scripts in a document, by what each browser lets a debugger do. Code there acts as if a page had taken it over. */
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ADDON_ID } from '../../src/cli/addon-id.ts';
import type { Firefox } from '../../src/cli/browsers/firefox.ts';
import { PATIENCE, type ChromiumScene } from './harness.ts';

/**
 * Runs an expression, which may be a promise.
 * @param frame number of a frame, from 0; without it, in the page itself
 * @returns its value (JSON); undefined where our scripts have no world
 */
export type InWorld = (
  expression: string,
  frame?: number,
) => Promise<{ value: unknown } | undefined>;

/** The same once our scripts have a world there. */
export async function runInWorld<Value>(
  inWorld: InWorld,
  ...given: Parameters<InWorld>
): Promise<Value> {
  let answer: { value: unknown } | undefined;
  await expect.poll(async () => (answer = await inWorld(...given)), PATIENCE).toBeDefined();
  return answer?.value as Value;
}

/** Names of what our scripts have left for each other. */
export async function namesIn(inWorld: InWorld, frame?: number): Promise<string[]> {
  const expression = `Object.entries(globalThis.backgrounder ?? {}).flatMap(([name, value]) => value ? name : []).sort()`;
  return ((await inWorld(expression, frame))?.value ?? []) as string[];
}

type World = Pick<ChromiumScene, 'context' | 'extensionId'>;

export const worldInChromium =
  (scene: World, page: Page): InWorld =>
  (expression, frame) =>
    lookInChromium(scene, page, frame, async (session, contextId) => {
      const answer = await session.send('Runtime.evaluate', {
        contextId,
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
      return { value: answer.result.value as unknown };
    });

/** Looks from the world of our scripts in a document. @returns undefined where they have none */
export async function lookInChromium<Value>(
  { context, extensionId }: World,
  page: Page,
  number: number | undefined,
  look: (session: CDPSession, contextId: number) => Promise<Value>,
): Promise<Value | undefined> {
  const frame = number === undefined ? page.mainFrame() : page.frames()[number + 1];
  if (!frame) return undefined;
  // A frame of the page's own site has no session of its own.
  const session = await context.newCDPSession(frame).catch(() => context.newCDPSession(page));
  try {
    const contexts: { id: number; name: string; origin: string; auxData?: object }[] = [];
    session.on('Runtime.executionContextCreated', ({ context: each }) => contexts.push(each));
    await session.send('Runtime.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    const frames = [frameTree, ...(frameTree.childFrames ?? [])].map((each) => each.frame);
    const id = frames.find(({ url }) => url === frame.url())?.id;
    // An update leaves a world behind.
    const world = contexts.findLast(
      ({ origin, auxData = {} }) =>
        origin.includes(extensionId) && 'frameId' in auxData && auxData.frameId === id,
    );
    return world && (await look(session, world.id));
  } finally {
    await session.detach();
  }
}

/** Of the page that Firefox shows. */
export const worldInFirefox =
  (firefox: Firefox): InWorld =>
  async (expression, frame) => {
    const code = `(async () => JSON.stringify(await (${expression})) ?? 'null')()`;
    if (frame !== undefined) await firefox.switchToFrame(frame);
    try {
      const json = await firefox.evaluatePrivileged(evaluateInWorld, code, ADDON_ID);
      return json === null ? undefined : { value: JSON.parse(json) as unknown };
    } finally {
      if (frame !== undefined) await firefox.switchToFrame(null);
    }
  };

/** What only privileged scripts of Firefox see. */
declare const ChromeUtils: {
  importESModule(name: string): {
    ExtensionContent: {
      getContextByExtensionId(id: string, window: Window): { cloneScope: object } | undefined;
    };
  };
};
declare const Components: {
  utils: { evalInSandbox(code: string, sandbox: object): Promise<string> };
};

/** Runs in the page. @returns null where our scripts have no world */
function evaluateInWorld(code: string, id: string): Promise<string> | null {
  const { ExtensionContent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionContent.sys.mjs',
  );
  const world = ExtensionContent.getContextByExtensionId(id, window)?.cloneScope;
  return world ? Components.utils.evalInSandbox(code, world) : null;
}
