/**
 * A reader in front of a page, with a look behind it: which of our scripts came into the page, whether the background runs, and what
 * the browser allows. The same words for both browsers.
 */
import { expect, onTestFinished } from 'vitest';
import type { AttachedPage } from '../../src/cli/browsers/cdp-page.ts';
import type { CommandName } from '../../src/messages/index.ts';
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { until } from '../../src/cli/until.ts';
import { recordOf } from '../../src/settings/record.ts';
import { DEFAULT_SETTINGS, SETTINGS_KEY, type Settings } from '../../src/settings/settings.ts';
import type { SeeIcon } from './button-icon.ts';
import type { InWorld } from './content-world.ts';
import { openGateSceneInChromium } from './gate-chromium.ts';
import { openGateSceneInFirefox } from './gate-firefox.ts';
import { PATIENCE } from './harness.ts';
import type { ReaderAt } from './reader-at.ts';

/** The toolbar button's popup, as it is opened by a click on the button. */
export interface OpenPopup extends Pick<AttachedPage, 'evaluate' | 'press' | 'type'> {
  /** Text of the first element that a selector finds; empty if there is none. */
  text(selector: string): Promise<string>;
  close(): Promise<void>;
}

export type InExtension = <Value>(
  run: (given: string) => Value | Promise<Value>,
  given?: string,
) => Promise<Value>;

/** What of the browser's own interface runs in pages of the extension. */
declare const browser: {
  scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
  storage: { local: { set(record: unknown): Promise<void> } };
};

export interface GateScene extends ReaderAt {
  /** Runs code in the world of our scripts in the page, or in a frame of it. */
  inWorld: InWorld;
  /**
   * What our scripts have left for each other in the page: "gate", "cast", "reader", "card", in the order of the alphabet.
   * @param frame number of a frame, from 0; without it, the page itself
   */
  ours(frame?: number): Promise<string[]>;
  /** Types of the events that our scripts wait for in the page. */
  listeners(): Promise<string[]>;
  /** How many listeners the page has, those of every version of ours among them. */
  listenerCount(): Promise<number>;
  /** Runs a function that stands alone in a page of the extension, which is open in a tab behind. */
  inExtension: InExtension;
  isBackgroundRunning(): Promise<boolean>;
  /** Stops the background, as the browser does after some idle time. */
  stopBackground(): Promise<void>;
  /** Tells the extension of a key command, as the browser does. */
  command(name: CommandName): Promise<void>;
  /** Lets the extension read all sites, or none. */
  allowSites(isAllowed: boolean): Promise<void>;
  openPopup(): Promise<OpenPopup>;
  /** Begins to watch the icon of the toolbar button, for the page in front. */
  watchIcon(): Promise<SeeIcon>;
  /** Opens an address in another tab, behind. @returns runs a function that stands alone there */
  openBehind(url: string): Promise<<Value>(run: () => Value) => Promise<Value>>;
  /** Loads the extension again, as an update does: what runs in open pages is left behind. */
  update(): Promise<void>;
}

/** Opens the scene once the background has told the browser which scripts to start. */
const ready =
  <Scene extends GateScene, Given extends unknown[]>(open: (...given: Given) => Promise<Scene>) =>
  async (...given: Given): Promise<Scene> => {
    const scene = await open(...given);
    await until(async () => (await registered(scene))[0]);
    return scene;
  };
export const openInChromium = ready(openGateSceneInChromium);
export const openInFirefox = ready(openGateSceneInFirefox);

export const GATE_SCENES = [
  ['Chromium', () => openInChromium()],
  ['Firefox', () => openInFirefox()],
] as const;

/** Painted mentions in the order in which they stand, without the one that is active on top. */
export async function surfaces(scene: Pick<ReaderAt, 'ask'>): Promise<string[]> {
  const marks = await scene.ask<ReturnType<typeof seeMarks>>(`(${String(seeMarks)})()`);
  return marks
    .filter(({ highlight }) => highlight !== 'backgrounder-active')
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ surface }) => surface);
}

/** For what must not come: well beyond all that our scripts wait for between a text and its highlight, a rest and its card, in ms. */
export const STILLNESS_MS = 1500;
/** The same after an update: beyond the 2000 that a script may take to notice that it was left behind. */
export const AFTER_UPDATE_MS = 2500;

/** Waits for exactly these mentions. */
export async function expectSurfaces(
  scene: Pick<ReaderAt, 'ask'>,
  wanted: string[],
): Promise<void> {
  await expect.poll(() => surfaces(scene), PATIENCE).toEqual(wanted);
}

/** Waits, and sees that the mentions are these and stay so. @param ms how long */
export async function expectSurfacesStay(
  scene: ReaderAt,
  wanted: string[],
  ms = STILLNESS_MS,
): Promise<void> {
  await expectSurfaces(scene, wanted);
  await scene.wait(ms);
  expect(await surfaces(scene)).toEqual(wanted);
}

/** Names of the scripts that the browser starts by itself, without the style sheet. */
export const registered = (scene: GateScene): Promise<string[]> =>
  scene.inExtension(async () => {
    const scripts = await browser.scripting.getRegisteredContentScripts();
    const names = scripts.map(({ id }) => id).filter((id) => id !== 'styles');
    return names.sort();
  });

/** Stores settings in place of those before, and waits until the browser knows which scripts to start. */
export async function store(
  scene: GateScene,
  settings: Partial<Settings>,
  scripts: string[],
): Promise<void> {
  const record = { [SETTINGS_KEY]: recordOf({ ...DEFAULT_SETTINGS, ...settings }) };
  await scene.inExtension(
    (json) => browser.storage.local.set(JSON.parse(json)),
    JSON.stringify(record),
  );
  await expect.poll(() => registered(scene), PATIENCE).toEqual(scripts);
}

/** Opens a page that names nobody, and sees that it is read. */
export async function openWithoutMention(scene: GateScene): Promise<void> {
  await scene.open('<p>Nobody.</p>');
  await expect.poll(() => scene.ours(), PATIENCE).toEqual(['gate']);
}

/** Adds a paragraph at the end of the page. */
export const add = (scene: Pick<ReaderAt, 'ask'>, words: string): Promise<unknown> =>
  scene.ask(
    `document.body.append(Object.assign(document.createElement('p'), { textContent: ${JSON.stringify(words)} })), 1`,
  );

/** A browser may drop a page that is left, where it could have kept it. Then a test about a kept one begins again. */
export const MAY_BE_DROPPED = { retry: 2 };

/** Goes back to a page that notes in `persisted` whether it was kept. Fails where the browser has dropped it. */
export async function comeBackToKept(scene: Pick<GateScene, 'ask'>): Promise<void> {
  await scene.ask('history.back(), 1');
  const outcome = () =>
    scene.ask<string>(
      `window.persisted === true ? 'kept' : performance.getEntriesByType('navigation')[0]?.type === 'back_forward' ? 'dropped' : ''`,
    );
  await expect.poll(outcome, PATIENCE).not.toBe('');
  expect(await outcome()).toBe('kept');
}

/** Opens the toolbar popup over the page, until the test is over. */
export async function openForTest(scene: Pick<GateScene, 'openPopup'>): Promise<OpenPopup> {
  const popup = await scene.openPopup();
  onTestFinished(() => popup.close().catch(() => undefined));
  return popup;
}
