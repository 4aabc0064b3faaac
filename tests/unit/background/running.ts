/** The real background with the real store, in a browser that is made of memory. */
import type { MessageSender, OwnNames } from '../../../src/browser/interfaces.ts';
import { startBackground } from '../../../src/background/index.ts';
import type { CommandMessage } from '../../../src/messages/index.ts';
import type { Settings } from '../../../src/settings/index.ts';
import { openSession, openSettings } from '../../../src/settings/open.ts';
import { createLock, createMemoryArea } from '../settings/memory-area.ts';
import { CHROMIUM } from './senders.ts';

/** Entities of a made-up dataset. */
export const ENTITIES = [
  { id: 'storm-shadow', tier: 'main' },
  { id: 'joe-biden', tier: 'cast' },
] as const;

/** A background that runs, with what the outside sees of it. */
export function openBackground({ own = CHROMIUM }: { own?: OwnNames } = {}) {
  const [localArea, sessionArea] = [createMemoryArea(), createMemoryArea()];
  const locks = new Map<string, ReturnType<typeof createLock>>();
  const browser = {
    localArea,
    sessionArea,
    browserName: 'chromium' as const,
    lock: <Result>(name: string, task: () => Promise<Result>): Promise<Result> => {
      const lock = locks.get(name) ?? createLock();
      locks.set(name, lock);
      return lock(task);
    },
  };
  const store = openSettings(browser);
  const badges: [tab: number, text: string][] = [];
  const icons: [tab: number, isOn: boolean][] = [];
  const commands: CommandMessage[] = [];
  let privateNews = 0;
  type OnMessage = (message: unknown, sender: MessageSender) => Promise<unknown> | undefined;
  let onMessage: OnMessage | undefined;
  let onCommand: ((name: string) => void) | undefined;
  startBackground({
    own,
    store,
    session: openSession(browser),
    entities: () => ENTITIES,
    onMessage: (listener) => (onMessage = listener),
    onCommand: (listener) => (onCommand = listener),
    onInstalled: () => undefined,
    onPrivateEnd: () => undefined,
    findActiveTab: () => Promise.resolve(7),
    sendToTab(_tab, message) {
      commands.push(message as CommandMessage);
      return Promise.resolve();
    },
    sendToPrivateTabs() {
      privateNews++;
      return Promise.resolve();
    },
    setBadge(tab, text) {
      badges.push([tab, text]);
      return Promise.resolve();
    },
    setIcon(tab, isOn) {
      icons.push([tab, isOn]);
      return Promise.resolve();
    },
  });
  return {
    badges,
    icons,
    /** @returns the answer; undefined where there is none */
    send: (message: unknown, sender: MessageSender): Promise<unknown> =>
      Promise.resolve(onMessage?.(message, sender)),
    /** Presses a key command on tab 7. @returns the id of the press, which the page is told */
    async pressKey(name: string): Promise<string> {
      onCommand?.(name);
      await new Promise((resolve) => setTimeout(resolve));
      return commands.at(-1)?.id ?? '';
    },
    settings: async (): Promise<Settings> => (await store.read()).settings,
    /** What the reader changes on a page of the extension. */
    change: (mutate: (settings: Settings) => Settings) => store.change(mutate),
    /** Everything stored, as text. */
    stored: () => JSON.stringify([localArea.contents(), sessionArea.contents()]),
    writes: () => localArea.writes + sessionArea.writes,
    privateNews: () => privateNews,
  };
}

export type RunningBackground = ReturnType<typeof openBackground>;
