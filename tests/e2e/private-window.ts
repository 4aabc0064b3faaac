/** A story in a private window, with the scene's own window beside it. Each browser has its own way there. */
import { runInWorld } from './content-world.ts';
import type { ChromiumGateScene } from './gate-chromium.ts';
import type { FirefoxGateScene } from './gate-firefox.ts';
import { attachPrivateTab, targetsOf, type PrivateTab } from './private-tab.ts';

/** What of the browser's own interface runs in pages of the extension and on the page of extensions. */
declare const chrome: {
  developerPrivate: Record<
    'updateExtensionConfiguration' | 'updateProfileConfiguration',
    (change: unknown) => Promise<void>
  >;
  windows: { create(options: unknown): Promise<unknown> };
};

/** Lets the extension into private windows. Closes its pages. */
export async function allowPrivateWindows(
  scene: ChromiumGateScene | FirefoxGateScene,
): Promise<void> {
  // In Firefox, the driver has done so before the extension came.
  if ('firefox' in scene) return;
  const manage = await scene.chromium.context.newPage();
  await manage.goto('chrome://extensions/');
  // Otherwise the browser leaves an unpacked extension off that it loads anew, as it does for more access.
  await manage.evaluate(async (extensionId) => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    const change = { extensionId, incognitoAccess: true };
    await chrome.developerPrivate.updateExtensionConfiguration(change);
  }, scene.chromium.extensionId);
  await manage.close();
  await scene.reopen();
}

export function openPrivateWindow(
  scene: ChromiumGateScene | FirefoxGateScene,
  url: string,
): Promise<PrivateTab> {
  return 'chromium' in scene ? inChromium(scene, url) : inFirefox(scene, url);
}

async function inChromium(scene: ChromiumGateScene, url: string): Promise<PrivateTab> {
  const { context, extensionId } = scene.chromium;
  const root = await context.browser()?.newBrowserCDPSession();
  if (!root) throw new Error('No session.');
  const known = await targetsOf(root);
  await scene.inExtension(
    (address) => chrome.windows.create({ incognito: true, url: address }).then(() => true),
    url,
  );
  return attachPrivateTab(root, { url, extensionId, known });
}

async function inFirefox(scene: FirefoxGateScene, url: string): Promise<PrivateTab> {
  const close = await scene.firefox.openPrivateWindow();
  await scene.goto(url);
  // Until it is closed, the private window is the one that the scene is in.
  return { ...scene, run: (expression) => runInWorld(scene.inWorld, expression), close };
}
