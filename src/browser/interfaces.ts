/**
 * The browser's API as types, one interface for each part of it. Any folder may import them; entry points hand over the functions
 * behind them. The browsers themselves are the test of this folder: tests/e2e/border.test.ts and
 * tests/e2e/popup.test.ts.
 */

/** A key-value store of JSON; `set` writes all of its keys or none. */
export interface StorageArea {
  keys(): Promise<string[]>;
  /** @returns undefined if there is no such key */
  get(key: string): Promise<unknown>;
  set(record: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  /** Reports the keys that were written or removed in any context. */
  onChanged(listener: (keys: string[]) => void, signal: AbortSignal): void;
}

/** What an organisation's policy says to this extension, by the names of its parts. The extension cannot write it. */
export interface ManagedStorage {
  /** Names of the parts that there are; none without a policy. */
  managedNames(): Promise<string[]>;
  readManaged(names: readonly string[]): Promise<Record<string, unknown>>;
  /** Reports changes. Firefox reads a policy once, when it starts, and reports none. */
  onManaged(listener: () => void): void;
}

/** What the browser says about the sender of a message. Nothing in it comes from the message. */
export interface MessageSender {
  /** Id of the extension that sent it. */
  id?: string | undefined;
  /** Origin of the sending document; "null" for an opaque one. */
  origin?: string | undefined;
  /** Address of the sending document. */
  url?: string | undefined;
  /** 0 for the main document of a tab; missing if there is no tab. */
  frameId?: number | undefined;
  /** The browser's id of the document; missing if there is no tab. */
  documentId?: string | undefined;
  tab?:
    | {
        id?: number | undefined;
        /** Address of the tab's main document. */
        url?: string | undefined;
        /** Whether the tab is in a private window. */
        incognito: boolean;
      }
    | undefined;
}

/** The names of this extension in `MessageSender`. */
export interface OwnNames {
  id: string;
  /** Origin of the extension's own pages. */
  origin: string;
}

export interface Messages {
  own: OwnNames;
  /**
   * Listens to messages of the extension's own contexts. The listener returns a promise of the answer, or undefined for no
   * answer. A promise that fails also gives no answer.
   */
  onMessage(
    listener: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined,
  ): void;
  /** Sends to the background. @returns its answer */
  sendMessage(message: unknown): Promise<unknown>;
}

/** Listens to a port to a page. */
export interface PageListener {
  onMessage(message: unknown): void;
  /**
   * No frame of the page listens, or the last such frame has gone.
   * @param reason the browser's message, if there is one; not for readers
   */
  onClosed(reason?: string): void;
}

/** The page's end of such a port: the popup that watches it. */
export interface PageObserver<State = unknown> {
  post(state: State): void;
  onClosed(listener: () => void): void;
}

export interface Tabs {
  /** Id of the active tab of this window. */
  findActiveTab(): Promise<number | undefined>;
  /** Address of the active tab, which the browser gives after a click on the toolbar button (`activeTab`). */
  readActiveUrl(): Promise<string | undefined>;
  /** Sends to all frames of a tab. @returns the first answer; undefined if no frame gives one */
  sendToTab(tab: number, message: unknown): Promise<unknown>;
  /** Sends to all frames of the active tab. */
  sendToActiveTab(message: unknown): Promise<void>;
  /** All tabs with a page in memory. */
  findTabs(): Promise<OpenTab[]>;
  /** Opens a port of this name to all frames of the active tab. */
  connectToActiveTab(name: string, listener: PageListener, signal: AbortSignal): Promise<void>;
}

export interface Welcome {
  /** Reports that the extension was installed, but no update of it or of the browser. */
  onInstalled: (listener: () => void) => void;
  /** Opens the welcome page in a tab of a window that is not private; does nothing where there is no such window. */
  openWelcomePage: () => Promise<void>;
}

export interface OpenTab {
  id: number;
  /** Address of its page; undefined where the browser does not tell it. */
  url: string | undefined;
  isPrivate: boolean;
}

/** The gate: for the bundled dataset or for all that are on (`library`), and with mentions of the cast or without. */
export type GateName = `gate${'' | '-with-library'}${'' | '-with-cast'}`;
/** What the extension brings into pages; scripts.ts knows the files. `styles` are those of the highlights. */
export type ScriptName = GateName | 'ask' | 'ask-in-frames' | 'reader' | 'card' | 'stop' | 'styles';

/** The worker that compiles; what it takes and reports is for src/library/. */
export interface CompileWorker {
  /** Gives it a task; only after the last one has ended. */
  run(task: unknown, listener: CompileListener): void;
  /** Ends it, whatever it does. */
  end(): void;
}

export interface CompileListener {
  onReport(report: unknown): void;
  /** It threw. @param message the browser's; not for readers */
  onError(message: string): void;
}

/** Scripts that are run once, for what they give: the paragraphs of a page, and the text of a document that is JSON. */
export type ReadingScript = 'article' | 'json-text';

export interface Reading {
  /**
   * Runs a script in the main document of the active tab, which the browser allows after a click on the toolbar button.
   * @returns what the script gives. @throws if the browser does not allow it
   */
  readActive: (script: ReadingScript) => Promise<unknown>;
}

/** Where the browser starts a script by itself: `matches` and `excludeMatches` are match patterns. */
export interface Registration {
  script: ScriptName;
  matches: readonly string[];
  excludeMatches: readonly string[];
  /** Also in frames, by the address of the frame. */
  allFrames: boolean;
}

export interface Scripts {
  /**
   * Runs a script in one document, or in every frame of a tab.
   * @returns false if the browser does not allow it, or if the document has gone
   */
  inject: (script: ScriptName, place: { tab: number; document?: string }) => Promise<boolean>;
  /** Makes the browser start these scripts, and no other ones. The browser remembers them. */
  register(registrations: readonly Registration[]): Promise<void>;
}

export interface Access {
  /** Whether the browser lets the extension read all sites: its user, or a company, can take that back. */
  hasAllSites(): Promise<boolean>;
  /** Asks for it. Browsers answer only after a press. @returns whether it is allowed now */
  askForAllSites(): Promise<boolean>;
  /** Reports that the browser lets the extension read more than before. */
  onMoreSites(listener: () => void): void;
}

export interface Alarm {
  /** Wakes the background at a time, in ms since 1970; undefined for never. */
  setAlarm(at: number | undefined): Promise<void>;
  onAlarm(listener: () => void): void;
}

export interface Windows {
  /** Whether this page of the extension is in a private window. */
  isPrivateWindow(): Promise<boolean>;
  /** Reports that no private window is open any more. */
  onPrivateEnd(listener: () => void): void;
}

/** A key command with its present keys. */
export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes them; empty if there are none. */
  keys: string;
}

export interface Commands {
  /** Reports the key commands of the manifest, by name. */
  onCommand(listener: (name: string) => void): void;
  /** The key commands, without the browser's own command for the toolbar button. */
  readShortcuts(): Promise<Shortcut[]>;
  /** Opens the browser's page for key commands; undefined if an extension may not. */
  openShortcuts: (() => Promise<void>) | undefined;
}

export interface Action {
  /** Shows a text on the toolbar button of one tab; the browser removes it together with the page. */
  setBadge(tab: number, text: string): Promise<void>;
  /** Shows the icon on the toolbar button of one tab, or the grey one; the browser takes it back together with the page. */
  setIcon(tab: number, isOn: boolean): Promise<void>;
  /** The icon of every tab that has no icon of its own. */
  setUsualIcon(isOn: boolean): Promise<void>;
}

/** Where the browser wants to open the result, in its own words. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

export interface Suggestion {
  /** The text in the address bar when it is chosen. */
  content: string;
  description: string;
}

export interface Omnibox {
  /** Whether descriptions of suggestions are XML (Chromium) or plain text (Firefox). */
  isOmniboxXml: boolean;
  /** Reports each key press after the keyword, with a function for the answer. */
  onOmniboxInput(
    listener: (text: string, suggest: (suggestions: Suggestion[]) => void) => void,
  ): void;
  /** Reports what was chosen: a suggestion's content, or what was typed. */
  onOmniboxChosen(listener: (text: string, disposition: Disposition) => void): void;
  /** The line above the suggestions. */
  setOmniboxHint(description: string): void;
  /** Opens the popup's page in a tab. @param address what follows its path, with "#" */
  openPopupPage(address: string, disposition: Disposition): Promise<void>;
}
