/**
 * Brings scripts into pages: tells the browser where to start the gate, follows the settings, and answers documents that want more.
 * A message says only what is wanted; where it goes is what the browser says about the sender.
 */
import type {
  Action,
  Alarm,
  OpenTab,
  ScriptName,
  Scripts,
  StorageArea,
  Tabs,
} from '../browser/interfaces.ts';
import { POINTER_KEY, readPointer } from '../library/index.ts';
import type { RevisionMessage, Wanted } from '../messages/index.ts';
import { isPaused, isSiteOn, type Settings } from '../settings/index.ts';
import type { SessionChanges } from '../settings/session.ts';
import type { SettingsStore } from '../settings/store.ts';
import { ASK_EVERYWHERE, gateFor, isUsuallyOn, registrationsFor } from './places.ts';
import type { Sender } from './sender.ts';

export interface PageScriptsParts
  extends Scripts, Alarm, Pick<Tabs, 'findTabs' | 'sendToTab'>, Omit<Action, 'setBadge'> {
  store: SettingsStore;
  session: SessionChanges;
  /** Has the pointer to the compiled set. */
  localArea: Pick<StorageArea, 'get'>;
  /** Keeps what was registered last, until the browser is closed. */
  sessionArea: Pick<StorageArea, 'get' | 'set'>;
  /** Ms since 1970. */
  now: () => number;
}

export interface PageScripts {
  /**
   * Brings what a document wants. @returns true when it has come; for the gate, false if the page may not be read
   * @throws if the browser does not let us in: then the document gets no answer, and asks again
   */
  bring(wanted: Wanted, sender: ContentScript): Promise<boolean>;
  /** Follows a change of the settings, or the clock. @param isPrivate whether only private windows see the change */
  follow(isPrivate?: boolean): Promise<void>;
  /** Follows a change of the compiled set: pages learn of it by the gate that they get. */
  followSet(): Promise<void>;
  /** Begins anew: after an installation or an update, and when the browser starts. */
  begin(): Promise<void>;
}

type ContentScript = Extract<Sender, { kind: 'content-script' }>;

/** What answers each wish but that for the gate, which the settings choose. */
const SCRIPT_FOR = { 'reader?': 'reader', 'card?': 'card', 'styles?': 'styles' } as const;
/** Key of what was registered last, in the session's storage area. */
const PLACES_KEY = 'places';
/** What is kept there while the browser is told. */
const UNDER_WAY = '';

export function createPageScripts(parts: PageScriptsParts): PageScripts {
  const { store, session, localArea, sessionArea, now } = parts;
  /** The last work on registrations, so that one follows another. Owned by `applyNext`. */
  let last = Promise.resolve();
  /** Owned by `follow`. */
  let revision = 0;

  const apply = async (isAnew: boolean): Promise<void> => {
    const { settings: stored, policy } = await store.read();
    const [inPrivate, set] = await Promise.all([
      session.inPrivate(stored, policy),
      setIn(localArea),
    ]);
    const end = nextEnd([stored, inPrivate], now());
    const wanted = [stored, inPrivate].map((settings) => placesIn(settings, now()));
    const places = JSON.stringify([...wanted, end, set]);
    if (!isAnew && places === (await sessionArea.get(PLACES_KEY))) return;
    // The browser may end us at any step: what was registered last is not known then, and a pause has to end all the same.
    await sessionArea.set({ [PLACES_KEY]: UNDER_WAY });
    await parts.setAlarm(end);
    // A browser that refuses one pattern refuses all. Then every page asks.
    await parts
      .register(registrationsFor(stored, inPrivate, now(), set !== undefined))
      .catch(() => parts.register([ASK_EVERYWHERE]));
    await parts.setUsualIcon(isUsuallyOn(stored, now()));
    const tabs = await parts.findTabs();
    const inTab = ({ isPrivate }: OpenTab) => gateIn(isPrivate ? inPrivate : stored, set);
    await Promise.all(tabs.map((tab) => visit(tab, inTab(tab), parts)));
    await sessionArea.set({ [PLACES_KEY]: places });
  };
  const applyNext = (isAnew: boolean): Promise<void> => {
    const next = last.then(() => apply(isAnew));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    async bring({ kind }, sender) {
      const { tab, document, isPrivate, isMain, address } = sender;
      const bringIn = async (script: ScriptName): Promise<true> => {
        if (await parts.inject(script, { tab, document })) return true;
        throw new Error('The browser withholds this page.');
      };
      if (kind !== 'gate?') return bringIn(SCRIPT_FOR[kind]);
      const settings = await settingsIn(parts, isPrivate);
      const mayRead = address !== undefined && isSiteOn(settings, address, now());
      if (isMain) await parts.setIcon(tab, mayRead);
      return mayRead && bringIn(gateIn(settings, await setIn(localArea)).gate);
    },
    async follow(isPrivate = false) {
      // The clock alone may stand still between two changes.
      revision = Math.max(revision + 1, now());
      await Promise.all([announce(parts, revision, isPrivate), applyNext(false)]);
    },
    followSet: () => applyNext(false),
    begin: () => applyNext(true),
  };
}

/** The settings as a window sees them. */
async function settingsIn(
  { store, session }: Pick<PageScriptsParts, 'store' | 'session'>,
  isPrivate: boolean,
): Promise<Settings> {
  const { settings, policy } = await store.read();
  return isPrivate ? session.inPrivate(settings, policy) : settings;
}

/** What decides where the gate runs. */
const placesIn = (settings: Settings, now: number) => {
  const { on, siteMode, sitesOff, sitesOn } = settings;
  return [on && !isPaused(settings, now), siteMode, sitesOff, sitesOn, gateFor(false, settings)];
};

/** Hash of the compiled set of pages. Without a storage that works, they have what the build gave them. */
const setIn = (area: PageScriptsParts['localArea']): Promise<string | undefined> =>
  area.get(POINTER_KEY).then(
    (stored) => readPointer(stored)?.hash,
    () => undefined,
  );

/** The gate for windows with these settings. @param set hash of the compiled set; undefined without added datasets */
const gateIn = (settings: Settings, set: string | undefined) => ({
  settings,
  gate: gateFor(set !== undefined, settings),
});

/** The next end of a pause, in ms since 1970. */
function nextEnd(all: readonly Settings[], now: number): number | undefined {
  const ends = all.filter((settings) => isPaused(settings, now)).map((each) => each.pausedUntil);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Starts the gate in a page that was open before, or ends it. */
async function visit(
  { id, url }: OpenTab,
  { settings, gate }: { settings: Settings; gate: ScriptName },
  { inject, setIcon, now }: PageScriptsParts,
): Promise<void> {
  if (url === undefined) return;
  const isOn = isSiteOn(settings, url, now());
  if (await inject(isOn ? gate : 'stop', { tab: id }))
    await setIcon(id, isOn).catch(() => undefined);
}

/** Tells all pages that have a reader that the settings have changed. A page with a gate alone does not listen. */
async function announce(
  { findTabs, sendToTab }: PageScriptsParts,
  revision: number,
  isPrivate: boolean,
): Promise<void> {
  const message: RevisionMessage = { kind: 'settings-revision', revision };
  const tabs = (await findTabs()).filter((tab) => tab.isPrivate || !isPrivate);
  await Promise.all(tabs.map(({ id }) => sendToTab(id, message)));
}
