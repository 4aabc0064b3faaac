/** What a reader can do in the options page, as changes of the settings and words about them. */
import {
  DEFAULT_SETTINGS,
  listOf,
  switchEntity,
  switchMention,
  switchPause,
  switchRule,
  type Settings,
  type SettingsPatch,
} from '../settings/index.ts';
import { exportSettings, importSettings } from '../settings/transfer.ts';
import { resetSection, sectionOf, specOf } from './sections.ts';
import { ruleName } from './SiteRules.tsx';
import type { OptionsActions, OptionsState } from './OptionsView.tsx';
import type { OptionsParts } from './options.tsx';

export interface ActionParts extends OptionsParts {
  state: () => OptionsState;
  update: (change: Partial<OptionsState>) => void;
  announce: (announced: OptionsState['announced']) => void;
  /** @param lasting whether the word about it, and its undo, stays */
  save: (mutate: (settings: Settings) => Settings, text: string, lasting?: boolean) => void;
  undo: (patch: SettingsPatch) => void;
  fail: (error: unknown) => void;
}

export function createActions(parts: ActionParts): OptionsActions {
  const { store, state, update, announce, save, fail, say } = parts;
  const openPage = parts.openShortcuts;
  return {
    search(query) {
      update({ query });
    },
    set(field, value) {
      const { heading } = specOf(sectionOf(field));
      save((settings) => ({ ...settings, [field]: value }), say('saved', say(heading)));
    },
    switchEntity(entity, on) {
      const text = say(on ? 'savedEntityOn' : 'savedEntityOff', entity.name);
      save((settings) => switchEntity(settings, entity, on), text);
    },
    pause(paused) {
      const now = Date.now();
      save(
        (settings) => switchPause(settings, paused, now),
        say(paused ? 'savedPause' : 'savedPauseEnd'),
      );
    },
    takeRule(rule, instead) {
      const list = listOf(state().settings);
      save(
        (settings) => {
          const without =
            instead === undefined ? settings : switchRule(settings, list, instead, false);
          return switchRule(without, list, rule, true);
        },
        say('savedRule', ruleName(rule, say)),
      );
    },
    removeRule(rule) {
      const list = listOf(state().settings);
      save(
        (settings) => switchRule(settings, list, rule, false),
        say('savedRuleGone', ruleName(rule, say)),
      );
    },
    markAgain(mention) {
      const text = say('saved', say('leftOutRemove', mention.surface));
      save((settings) => switchMention(settings, mention, true), text);
    },
    reset(id) {
      save(
        (settings) => resetSection(settings, id),
        say('savedReset', say(specOf(id).heading)),
        true,
      );
    },
    resetAll() {
      save(() => DEFAULT_SETTINGS, say('savedResetAll'), true);
    },
    exportFile(withSites) {
      const day = new Date().toISOString().slice(0, 10);
      const text = exportSettings(state().settings, { sites: withSites });
      parts.download(`backgrounder-settings-${day}.json`, text);
      announce({ text: say('exported') });
    },
    readFile(file) {
      file.arrayBuffer().then((bytes) => {
        const imported = importSettings(new Uint8Array(bytes), state().settings);
        update({ pending: { fileName: file.name, imported } });
      }, fail);
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
    undo() {
      const patch = state().announced?.patch;
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      if (patch) parts.undo(patch);
    },
    openShortcuts: openPage && (() => void openPage()),
    copy(text) {
      parts.copy(text).then(
        () => {
          announce({ text: say('asideCopied') });
        },
        () => {
          announce({ text: say('asideNotCopied') });
        },
      );
    },
    discard({ key }) {
      store.discard(key).then(() => {
        announce({ text: say('asideDiscarded') });
        document.querySelector('h1')?.focus();
      }, fail);
    },
  };
}
