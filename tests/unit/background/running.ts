/** The real background with the real store, in a browser that is made of memory. */
import type {
  MessageSender,
  OpenTab,
  OwnNames,
  Registration,
  ScriptName,
} from '../../../src/browser/interfaces.ts';
import { startBackground, type AddedDatasets } from '../../../src/background/index.ts';
import { onCompiledSet, POINTER_KEY, SET_FORM } from '../../../src/library/index.ts';
import type { CommandMessage, RevisionMessage } from '../../../src/messages/index.ts';
import type { Settings } from '../../../src/settings/index.ts';
import { onSettings, openSession, openSettings } from '../../../src/settings/open.ts';
import { createLock, createMemoryArea } from '../settings/memory-area.ts';
import { CHROMIUM } from './senders.ts';

/** Entities of a made-up dataset. */
export const ENTITIES = [
  { id: 'storm-shadow', tier: 'main' },
  { id: 'joe-biden', tier: 'cast' },
] as const;

/** What the background knows of added datasets, if there are none. */
const NOTHING_ADDED: AddedDatasets = {
  findEntity: () => Promise.resolve(undefined),
  contexts: () => Promise.resolve('[]'),
};

/** A script that was brought into a document, or into every frame of a tab. */
export type Injection = [script: ScriptName, place: { tab: number; document?: string }];

/** The browser around a background. */
export interface Surroundings {
  own?: OwnNames;
  /** The open tabs. */
  tabs?: readonly OpenTab[];
  /** Whether the browser lets a script into a place; it does by default. */
  lets?: (...injection: Injection) => boolean;
  /** The policy that the browser hands over at the start. */
  policy?: Record<string, unknown>;
  /** Whether the page of a tab does what a message says; none does by default. */
  isDone?: (tab: number) => boolean;
  /** What is known of added datasets; nothing by default. */
  added?: AddedDatasets;
  /** What is stored already; nothing by default. */
  stored?: Stored;
  /** Whether the browser ends the background once it has registered scripts; it does not by default. */
  endsIt?: () => boolean;
}

export type Stored = Record<'localArea' | 'sessionArea', ReturnType<typeof createMemoryArea>>;

const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Waits for everything: what is in memory takes no task, and a registration takes one. */
async function allDone(): Promise<void> {
  for (let task = 0; task < 8; task++) await nextTask();
}

/** A background that runs, with what the outside sees of it. */
export function openBackground(around: Surroundings = {}) {
  const { own = CHROMIUM, tabs = [], lets = () => true, isDone = () => false } = around;
  let { policy = {} } = around;
  const { stored = { localArea: createMemoryArea(), sessionArea: createMemoryArea() } } = around;
  const { localArea, sessionArea } = stored;
  const locks = new Map<string, ReturnType<typeof createLock>>();
  const browser = {
    localArea,
    sessionArea,
    lock: <Result>(name: string, task: () => Promise<Result>): Promise<Result> => {
      const lock = locks.get(name) ?? createLock();
      locks.set(name, lock);
      return lock(task);
    },
  };
  const store = openSettings(browser);
  const session = openSession(browser);
  const badges: [tab: number, text: string][] = [];
  const icons: [tab: number, isOn: boolean][] = [];
  const commands: [tab: number, command: CommandMessage][] = [];
  const news: [tab: number, revision: number][] = [];
  const injections: Injection[] = [];
  const registrations: (readonly Registration[])[] = [];
  let isRegistering = false;
  const now: {
    alarm?: number | undefined;
    usualIcon?: boolean;
    welcomes?: number;
  } = {};
  const libraryChecks: true[] = [];
  const takenDatasets: (readonly string[])[] = [];
  const heard: {
    policy?: () => void;
    message?: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined;
    command?: (name: string) => void;
    beginning?: () => void;
    installed?: () => void;
    alarm?: () => void;
    privateEnd?: () => void;
  } = {};
  startBackground({
    ...{ own, store, session, localArea, sessionArea },
    entities: () => ENTITIES,
    managedNames: () => Promise.resolve(Object.keys(policy)),
    readManaged: (names) =>
      Promise.resolve(
        Object.fromEntries(Object.entries(policy).filter(([name]) => names.includes(name))),
      ),
    onManaged: (listener) => (heard.policy = listener),
    takePolicyDatasets(texts) {
      takenDatasets.push(texts);
      return Promise.resolve(
        texts.flatMap((text, index) => (text === '' ? [{ index, problem: 'file: empty' }] : [])),
      );
    },
    added: around.added ?? NOTHING_ADDED,
    ensureCurrentLibrary() {
      libraryChecks.push(true);
      return Promise.reject(new Error('The database is closed.'));
    },
    onMessage: (listener) => (heard.message = listener),
    onCommand: (listener) => (heard.command = listener),
    onBeginning: (listener) => (heard.beginning = listener),
    onMoreSites: () => undefined,
    onInstalled: (listener) => (heard.installed = listener),
    openWelcomePage() {
      now.welcomes = (now.welcomes ?? 0) + 1;
      return Promise.resolve();
    },
    onAlarm: (listener) => (heard.alarm = listener),
    onPrivateEnd: (listener) => (heard.privateEnd = listener),
    onSettings(listener) {
      onSettings(browser, listener);
    },
    onCompiledSet(listener) {
      onCompiledSet(localArea, listener);
    },
    findActiveTab: () => Promise.resolve(7),
    findTabs: () => Promise.resolve([...tabs]),
    sendToTab(tab, message) {
      const { kind } = message as CommandMessage | RevisionMessage;
      if (kind === 'command') commands.push([tab, message as CommandMessage]);
      else news.push([tab, (message as RevisionMessage).revision]);
      return Promise.resolve(isDone(tab) ? true : undefined);
    },
    inject(script, place) {
      injections.push([script, place]);
      return Promise.resolve(lets(script, place));
    },
    async register(wanted) {
      // Two at once would mix their scripts: a browser adds and removes one after another.
      if (isRegistering) throw new Error('The last registration is not done yet.');
      isRegistering = true;
      await nextTask();
      isRegistering = false;
      registrations.push(wanted);
      if (around.endsIt?.()) await new Promise(() => undefined);
    },
    setAlarm(at) {
      now.alarm = at;
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
    setUsualIcon(isOn) {
      now.usualIcon = isOn;
      return Promise.resolve();
    },
  });
  /** Lets something happen, and waits for what comes of it. */
  const happens = async (what: (() => void) | undefined): Promise<void> => {
    what?.();
    await allDone();
  };
  return {
    ...{ own, badges, icons, commands, injections, registrations, now },
    /** One for each time that the library was looked after. */
    libraryChecks,
    /** Which tabs were told that the settings have changed, and with which revision. */
    news,
    /** @returns the answer; undefined where there is none */
    send: async (message: unknown, sender: MessageSender): Promise<unknown> => {
      const answer = await heard.message?.(message, sender);
      await allDone();
      return answer;
    },
    /** Presses a key command on tab 7. @returns the id of the press, which the page is told */
    async pressKey(name: string): Promise<string> {
      await happens(() => heard.command?.(name));
      return commands.at(-1)?.[1].id ?? '';
    },
    /** The extension is installed or updated, or the browser starts. */
    begin: () => happens(heard.beginning),
    /** The browser says that the extension was installed. */
    install: () => happens(heard.installed),
    /** The organisation changes its policy, or takes it away. */
    changePolicy: (next: Record<string, unknown>) =>
      happens(() => {
        policy = next;
        heard.policy?.();
      }),
    /** The whole datasets that were handed on, each time. */
    takenDatasets,
    /** The browser wakes the background at the time that was set. */
    ringAlarm: () => happens(heard.alarm),
    /** The last private window is closed. */
    endPrivate: () => happens(heard.privateEnd),
    settings: async (): Promise<Settings> => (await store.read()).settings,
    /** What private windows see. */
    async privateSettings(): Promise<Settings> {
      const { settings, policy: inForce } = await store.read();
      return session.inPrivate(settings, inForce);
    },
    /** What a page of the extension shows beside the settings. */
    area: localArea,
    /** Waits for what has begun. */
    settled: allDone,
    /** What the reader changes on a page of the extension. */
    change: async (mutate: (settings: Settings) => Settings): Promise<void> => {
      await store.change(mutate);
      await allDone();
    },
    /** The compiled set of pages becomes another one, or none. */
    async compile(hash: string | undefined): Promise<void> {
      if (hash === undefined) await localArea.remove(POINTER_KEY);
      else
        await localArea.set({
          [POINTER_KEY]: { hash, form: SET_FORM, program: '1', datasets: [], quickLook: '' },
        });
      await allDone();
    },
    /** What the reader changes in a private window. */
    changePrivate: async (mutate: (settings: Settings) => Settings): Promise<void> => {
      const { settings, policy: inForce } = await store.read();
      const terms = { policy: inForce };
      await session.changePrivate(crypto.randomUUID(), settings, mutate, terms);
      await allDone();
    },
    /** For the next background. */
    storedAreas: stored,
    /** Everything stored, as text. */
    stored: () => JSON.stringify([localArea.contents(), sessionArea.contents()]),
    writes: () => localArea.writes + sessionArea.writes,
  };
}

export type RunningBackground = ReturnType<typeof openBackground>;
