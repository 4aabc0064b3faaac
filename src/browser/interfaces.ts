/**
 * The browser as the rest of the extension may know it: types alone, one interface for each thing that is talked
 * to. Any room may import them as types; entry points hand over the functions behind them.
 */

/** A key-value store of JSON; `set` writes all of its keys or none. */
export interface StorageArea {
  keys(): Promise<string[]>;
  /** @returns undefined where there is no such key */
  get(key: string): Promise<unknown>;
  set(record: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  /** Reports the keys that were written or removed, in whichever context. */
  onChanged(listener: (keys: string[]) => void, signal: AbortSignal): void;
}

/** What the browser itself says of the sender of a message. Nothing in it comes from the message. */
export interface MessageSender {
  /** Id of the extension that sent it. */
  id?: string | undefined;
  /** Origin of the sending document; "null" for an opaque one. */
  origin?: string | undefined;
  /** Address of the sending document. */
  url?: string | undefined;
  /** 0 for the main document of a tab; missing where there is no tab. */
  frameId?: number | undefined;
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

/** How the browser names this extension in `MessageSender`. */
export interface OwnNames {
  id: string;
  /** Origin of the extension's own pages. */
  origin: string;
}

export interface Messages {
  own: OwnNames;
  /**
   * Listens to messages of the extension's own contexts. What the listener promises is the answer; undefined is
   * none, and a promise that fails answers with nothing.
   */
  onMessage(
    listener: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined,
  ): void;
  /** Sends to the background. @returns its answer */
  sendMessage(message: unknown): Promise<unknown>;
}

/** What comes through a port to a page. */
export interface PageListener {
  onMessage(message: unknown): void;
  /**
   * No frame of the page listens, or the last one that did has gone.
   * @param reason the browser's own words, if it has any; not for readers
   */
  onClosed(reason?: string): void;
}

/** The other end of such a port: a page that the popup watches. */
export interface PageObserver<State = unknown> {
  post(state: State): void;
  onClosed(listener: () => void): void;
}

export interface Tabs {
  /** Id of the tab in front of this window. */
  findActiveTab(): Promise<number | undefined>;
  /** Address of the tab in front, which the browser tells after a click on the toolbar button (`activeTab`). */
  readActiveUrl(): Promise<string | undefined>;
  /** Sends to all frames of a tab; where nobody listens, nothing happens. */
  sendToTab(tab: number, message: unknown): Promise<void>;
  /** Sends to all frames of the tab in front. */
  sendToActiveTab(message: unknown): Promise<void>;
  /** Sends to all tabs of private windows. */
  sendToPrivateTabs(message: unknown): Promise<void>;
  /** Opens a port of this name to all frames of the tab in front. */
  connectToActiveTab(name: string, listener: PageListener, signal: AbortSignal): Promise<void>;
  /** Starts the content script in every frame of the tab in front. @throws where the browser does not allow it */
  startInActiveTab(): Promise<void>;
}

export interface Windows {
  /** Whether this page of the extension is in a private window. */
  isPrivateWindow(): Promise<boolean>;
  /** Reports that no private window is open any more. */
  onPrivateEnd(listener: () => void): void;
}

/** A key command as it is set now. */
export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes them; empty for none. */
  keys: string;
}

export interface Commands {
  /** Reports the key commands of the manifest, by name. */
  onCommand(listener: (name: string) => void): void;
  /** The key commands, without the browser's own one for the toolbar button. */
  readShortcuts(): Promise<Shortcut[]>;
  /** Opens the browser's page for key commands; undefined where an extension may not. */
  openShortcuts: (() => Promise<void>) | undefined;
}

export interface Action {
  /** Writes on the toolbar button of one tab; the browser takes it away with the page. */
  setBadge(tab: number, text: string): Promise<void>;
}

/** Where the browser wants the result of the address bar: as its own types name it. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

export interface Suggestion {
  /** What stands in the address bar when it is chosen. */
  content: string;
  description: string;
}

export interface Omnibox {
  /** Whether descriptions of suggestions are XML (Chromium) or plain text (Firefox). */
  isOmniboxXml: boolean;
  /** Reports each key press after the keyword, with a way to answer. */
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
