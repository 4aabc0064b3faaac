/** The actions of the options page: changes of the settings, and a sentence about each. */
import { saySite } from '../locale/settings-words.ts';
import {
  baseSettings,
  listOf,
  switchEntity,
  switchMention,
  switchPause,
  switchRule,
  withoutPolicy,
  type Settings,
} from '../settings/index.ts';
import { inTurn } from '../settings/in-turn.ts';
import type { SettingsStore } from '../settings/store.ts';
import { libraryActions, type LibraryActionParts } from './library-actions.ts';
import { headingOf, resetSection, sayField, SECTION_IDS, specOf } from './sections.ts';
import type { Announced, OptionsActions, OptionsParts } from './state.ts';

export interface ActionParts extends OptionsParts, LibraryActionParts {
  store: SettingsStore;
  /** @param lasting whether the sentence and its undo button stay */
  save: (mutate: (settings: Settings) => Settings, text: string, lasting?: boolean) => void;
  undo: (announced: Announced) => void;
  fail: (error: unknown) => void;
}

export const createActions = (parts: ActionParts): OptionsActions => ({
  ...settingActions(parts),
  ...listActions(parts),
  ...fileActions(parts),
  ...unreadableActions(parts),
  ...libraryActions(parts),
  openShortcuts: parts.openShortcuts && (() => void parts.openShortcuts?.()),
});

/** Changes of single settings and sections. */
function settingActions({ state, save, undo, say }: ActionParts) {
  return {
    set(name, value) {
      save((settings) => ({ ...settings, [name]: value }), say('saved', say(headingOf(name))));
    },
    pause(paused) {
      const now = Date.now();
      save(
        (settings) => switchPause(settings, paused, now),
        say(paused ? 'savedPause' : 'savedPauseEnd'),
      );
    },
    reset(id) {
      const section = SECTION_IDS.find((known) => known === id);
      if (!section) return;
      save(
        (settings) => resetSection(settings, section, baseSettings(state().policy)),
        say('savedReset', say(specOf(section).heading)),
        true,
      );
    },
    resetAll() {
      save(() => baseSettings(state().policy), say('savedResetAll'), true);
    },
    undo() {
      const { announced } = state();
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      if (announced) undo(announced);
    },
  } satisfies Partial<OptionsActions>;
}

/** Changes of lists. */
function listActions({ state, save, say }: ActionParts) {
  return {
    switchEntity(entity, on) {
      const text = say(on ? 'savedEntityOn' : 'savedEntityOff', entity.name);
      save((settings) => switchEntity(settings, entity, on), text);
    },
    takeRule(rule, instead) {
      const list = listOf(state().settings);
      save(
        (settings) => {
          const without =
            instead === undefined ? settings : switchRule(settings, list, instead, false);
          return switchRule(without, list, rule, true);
        },
        say('savedRule', saySite(rule, say)),
      );
    },
    removeRule(rule) {
      const list = listOf(state().settings);
      save(
        (settings) => switchRule(settings, list, rule, false),
        say('savedRuleGone', saySite(rule, say)),
      );
    },
    highlightAgain(mention) {
      const text = say('savedHighlightAgain', mention.surface, saySite(mention.site, say));
      save((settings) => switchMention(settings, mention, true), text);
    },
  } satisfies Partial<OptionsActions>;
}

/** Settings as files. */
function fileActions(parts: ActionParts) {
  const { state, update, announce, save, say } = parts;
  const read = inTurn(async (file: File) => {
    const { readFile } = await import('./files.ts');
    const nameOf = (name: string) => sayField(name, say);
    const { settings, policy } = state();
    return readFile(file, settings, { nameOf, policy, say });
  });
  return {
    exportFile(withSites) {
      const day = new Date().toISOString().slice(0, 10);
      void import('./files.ts').then(({ writeFile }) => {
        const [text, said] = writeFile(withoutPolicy(state()), withSites, say);
        parts.download(`backgrounder-settings-${day}.json`, text);
        announce({ text: said });
      });
    },
    readFile(file) {
      const { name: fileName } = file;
      read(file).then(
        (imported) => {
          update({ pending: { fileName, imported } });
        },
        () => {
          announce({ text: say('importUnread', fileName) });
        },
      );
    },
    applyImport() {
      const imported = state().pending?.imported;
      if (!imported?.ok) return;
      update({ pending: undefined });
      document.getElementById('data-heading')?.focus();
      save(imported.apply, say('savedImport'), true);
    },
    cancelImport() {
      update({ pending: undefined });
      document.getElementById('import-file')?.focus();
    },
  } satisfies Partial<OptionsActions>;
}

/** Unreadable records. */
function unreadableActions({ store, announce, fail, say, copy }: ActionParts) {
  return {
    copy(text) {
      copy(text).then(
        () => {
          announce({ text: say('unreadableCopied') });
        },
        () => {
          announce({ text: say('unreadableNotCopied') });
        },
      );
    },
    discard({ key }) {
      store.discard(key).then(() => {
        announce({ text: say('unreadableDiscarded') });
        document.querySelector('h1')?.focus();
      }, fail);
    },
  } satisfies Partial<OptionsActions>;
}
