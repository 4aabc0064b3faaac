/** What the options page knows, what a reader can do in it, and what each control is handed. Types only. */
import type { ComponentChildren } from 'preact';
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import type { Say, Wording } from '../locale/index.ts';
import type { NotThis, Settings, SettingsPatch } from '../settings/index.ts';
import type { AsideRecord, SettingsState, SettingsStore } from '../settings/store.ts';
import type { Imported } from '../settings/transfer.ts';

/** What the page is handed. */
export interface OptionsParts {
  root: Element;
  knowledge: Knowledge;
  store: SettingsStore;
  /** Version of the extension. */
  version: string;
  /** The key commands as they are set now. */
  readShortcuts: () => Promise<Shortcut[]>;
  /** Opens the browser's page for them; left out where an extension may not. */
  openShortcuts: (() => Promise<void>) | undefined;
  /** Puts text on the clipboard. */
  copy: (text: string) => Promise<void>;
  /** Hands a file to the reader. */
  download: (name: string, text: string) => void;
  say: Say;
  locale: string;
}

/** A sentence about what just happened. */
export interface Announced {
  text: string;
  /** What the change was, where it can be taken back. */
  patch?: SettingsPatch | undefined;
}

/** A file that was read and not applied yet. */
export interface Import {
  fileName: string;
  imported: Imported;
}

/** A key command as the browser reports it. */
export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it; empty where none is set. */
  keys: string;
}

export interface OptionsState extends Omit<SettingsState, 'problem'> {
  problem?: SettingsState['problem'] | undefined;
  announced: Announced | undefined;
  pending: Import | undefined;
  shortcuts: readonly Shortcut[];
}

export interface OptionsActions {
  /** Sets one setting to one value. */
  set: <Name extends keyof Settings>(name: Name, value: Settings[Name]) => void;
  switchEntity: (entity: EntityProfile, on: boolean) => void;
  pause: (paused: boolean) => void;
  /** Takes a rule in, or in the place of another one. */
  takeRule: (rule: string, instead?: string) => void;
  removeRule: (rule: string) => void;
  markAgain: (mention: NotThis) => void;
  reset: (section: string) => void;
  resetAll: () => void;
  exportFile: (withSites: boolean) => void;
  readFile: (file: File) => void;
  applyImport: () => void;
  cancelImport: () => void;
  /** Takes the last change back. */
  undo: () => void;
  openShortcuts: (() => void) | undefined;
  copy: (text: string) => void;
  discard: (aside: AsideRecord) => void;
}

export interface OptionsViewProps extends Wording {
  state: OptionsState;
  actions: OptionsActions;
  knowledge: Knowledge;
  /** Version of the extension. */
  version: string;
  today: Date;
}

export interface ControlProps extends OptionsViewProps {
  /** Of the section that the control stands in. */
  id: string;
  /** What a setting is called on this page. */
  nameOf: (setting: string) => string;
}

/** What stands in a section. */
export type Control = (props: ControlProps) => ComponentChildren;
