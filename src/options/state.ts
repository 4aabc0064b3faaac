/** The state and actions of the options page, and the props of each control. Types only. */
import type { ComponentChildren } from 'preact';
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import type { AllDatasets } from '../library/index.ts';
import type { Say, Wording } from '../locale/index.ts';
import type { DismissibleMention, Settings, SettingsPatch } from '../settings/index.ts';
import type { UnreadableRecord, SettingsState, SettingsStore } from '../settings/store.ts';
import type { RuleCover } from '../settings/rule-cover.ts';
import type { ReadFile } from './files.ts';
import type { LibraryActions, Library, LibraryView } from './library.ts';
import type { PageId } from './page-ids.ts';

/** What the page needs to run. */
export interface OptionsParts {
  root: Element;
  knowledge: Knowledge;
  /** Loads the stylesheet of the highlights. Called after the first drawing. */
  loadHighlights: () => void;
  /** Opens the store. Called after the first drawing, because zod takes longer than everything else. */
  openStore: () => Promise<SettingsStore>;
  /** Opens the library of added datasets. Called after the first drawing. */
  openLibrary: () => Promise<Library>;
  /** Reports a file that the reader wants to look at: one that the popup found in a tab. */
  followFileToLookAt: (listener: (file: File) => void, signal: AbortSignal) => void;
  /** Loads what is in the added datasets that are on. */
  loadAll: () => Promise<AllDatasets>;
  /** The stored settings for the first drawing, read without the store; may fail. */
  firstSettings: Promise<Settings>;
  /** What is wrong with the organisation's policy, as the background has stored it. */
  followPolicyNews: (listener: (news: unknown) => void, signal: AbortSignal) => void;
  /** Version of the extension. */
  version: string;
  /** The key commands with their present keys. */
  readShortcuts: () => Promise<Shortcut[]>;
  /** Opens the browser's page for them; undefined if an extension may not. */
  openShortcuts: (() => Promise<void>) | undefined;
  /** Copies text to the clipboard. */
  copy: (text: string) => Promise<void>;
  /** Saves a file for the reader. */
  download: (name: string, content: string | Uint8Array<ArrayBuffer>) => void;
  say: Say;
  locale: string;
}

/** A sentence about what just happened. */
export interface Announced {
  text: string;
  /** The change, if it can be undone. */
  patch?: SettingsPatch | undefined;
  /** Undoes a change that is none of the settings. */
  undo?: (() => Promise<void>) | undefined;
}

/** A file that was read and not applied yet. */
export interface Import {
  fileName: string;
  imported: ReadFile;
}

/** Says what a rule covers. */
export type CoverOf = (rule: string) => RuleCover;

/** A key command as the browser reports it. */
export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it; empty if none is set. */
  keys: string;
}

export interface OptionsState extends Omit<SettingsState, 'problem'> {
  /** The page that is shown. */
  page: PageId;
  /** During the first drawing, which leaves out what is folded or beside the controls, so that these are there sooner. */
  isFirst: boolean;
  problem?: SettingsState['problem'] | undefined;
  /** What is wrong with the organisation's policy, in words; and how many more there are. */
  policyProblems?: { lines: readonly string[]; more: number };
  announced: Announced | undefined;
  pending: Import | undefined;
  /** The added datasets. */
  library: LibraryView;
  /** What is in all datasets that are on; undefined until it is known. */
  all: AllDatasets | undefined;
  shortcuts: readonly Shortcut[];
  /** Comes after the first drawing, because it contains the Public Suffix List. */
  coverOf: CoverOf | undefined;
}

export interface OptionsActions extends LibraryActions {
  /** Sets one setting to one value. */
  set: <Name extends keyof Settings>(name: Name, value: Settings[Name]) => void;
  switchEntity: (entity: EntityProfile, on: boolean) => void;
  pause: (paused: boolean) => void;
  /** Adds a rule, or replaces another one. */
  takeRule: (rule: string, instead?: string) => void;
  removeRule: (rule: string) => void;
  highlightAgain: (mention: DismissibleMention) => void;
  reset: (section: string) => void;
  resetAll: () => void;
  exportFile: (withSites: boolean) => void;
  readFile: (file: File) => void;
  applyImport: () => void;
  cancelImport: () => void;
  /** Undoes the last change. */
  undo: () => void;
  openShortcuts: (() => void) | undefined;
  copy: (text: string) => void;
  discard: (aside: UnreadableRecord) => void;
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
  /** Id of the control's section. */
  id: string;
  /** The name of a setting on this page. */
  nameOf: (setting: string) => string;
}

/** What a few choices need, so that another page can show them, too. */
export interface ChoiceProps extends Pick<ControlProps, 'id' | 'say'> {
  state: Pick<OptionsState, 'settings' | 'isFirst'>;
  actions: Pick<OptionsActions, 'set'>;
}

/** The content of a section. */
export type Control = (props: ControlProps) => ComponentChildren;
