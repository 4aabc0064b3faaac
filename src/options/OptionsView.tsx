/** The whole options page as one function of its state. */
import type { EntityProfile, Knowledge } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import {
  MARKINGS,
  OPEN_KEYS,
  type HighlightStyle,
  type Marking,
  type NotThis,
  type OpenKey,
} from '../settings/index.ts';
import type { AsideRecord, SettingsState } from '../settings/store.ts';
import { AsideNotice } from './AsideNotice.tsx';
import { Choices } from './Choices.tsx';
import { DatasetNote } from './DatasetNote.tsx';
import { DwellChoice, type DwellEntry } from './DwellChoice.tsx';
import { EntityChoices } from './EntityChoices.tsx';
import { LeftOut } from './LeftOut.tsx';
import { MARKING_LABELS, OPEN_KEY_LABELS } from './labels.ts';
import type { SiteEntry } from './site-entry.ts';
import { SitesOff } from './SitesOff.tsx';
import { StyleChoice } from './StyleChoice.tsx';

export interface OptionsState extends SettingsState {
  /** What was done last, or why it was not. */
  announcement: string;
  siteProblem: Extract<SiteEntry, { problem: unknown }> | undefined;
  dwellEntry: DwellEntry | undefined;
}

export interface OptionsActions {
  switchAll: (on: boolean) => void;
  chooseOpenKey: (key: OpenKey) => void;
  chooseMarking: (marking: Marking) => void;
  switchEntity: (entity: EntityProfile, on: boolean) => void;
  chooseStyle: (style: HighlightStyle) => void;
  chooseDwell: (dwellMs: number) => void;
  typeDwell: (typed: string) => void;
  enterDwell: (typed: string) => void;
  /** @returns whether the entry was taken */
  addSite: (typed: string) => boolean;
  removeSite: (site: string) => void;
  markAgain: (mention: NotThis) => void;
  copy: (text: string) => void;
  discard: (aside: AsideRecord) => void;
}

export interface OptionsViewProps {
  state: OptionsState;
  actions: OptionsActions;
  knowledge: Knowledge;
  say: Say;
  locale: string;
}

export function OptionsView({ state, actions, knowledge, say, locale }: OptionsViewProps) {
  const { settings, aside } = state;
  return (
    <>
      <main>
        <header class="options-head">
          <p class="options-name">{say('extensionName')}</p>
          {/* Takes the keyboard when the notice that had it goes away. */}
          <h1 tabIndex={-1}>{say('optionsHeading')}</h1>
          <p>{say('optionsIntro')}</p>
        </header>
        {aside.map((record) => (
          <AsideNotice
            key={record.key}
            aside={record}
            onCopy={actions.copy}
            onDiscard={actions.discard}
            say={say}
            locale={locale}
          />
        ))}
        <label class="choice master">
          <input
            type="checkbox"
            name="on"
            checked={settings.on}
            onChange={() => {
              actions.switchAll(!settings.on);
            }}
          />
          <span class="choice-text">
            <span>{say('switchAll')}</span>
          </span>
        </label>
        <EntityChoices
          entities={knowledge.entities}
          settings={settings}
          onSwitch={actions.switchEntity}
          say={say}
        />
        <StyleChoice
          style={settings.highlightStyle}
          sampleName={knowledge.entities[0]?.name ?? ''}
          onChoose={actions.chooseStyle}
          say={say}
        />
        <DwellChoice
          dwellMs={settings.dwellMs}
          entry={state.dwellEntry}
          onChoose={actions.chooseDwell}
          onType={actions.typeDwell}
          onEnter={actions.enterDwell}
          say={say}
        />
        <Choices
          id="open-key"
          heading={say('openKeyHeading')}
          hint={say('openKeyHint')}
          values={OPEN_KEYS}
          chosen={settings.openKey}
          label={(key) => say(OPEN_KEY_LABELS[key])}
          onChoose={actions.chooseOpenKey}
        />
        <Choices
          id="marking"
          heading={say('markingHeading')}
          hint={say('markingHint')}
          values={MARKINGS}
          chosen={settings.marking}
          label={(choice) => say(MARKING_LABELS[choice])}
          onChoose={actions.chooseMarking}
        />
        <LeftOut
          notThis={settings.notThis}
          entities={knowledge.entities}
          onRemove={actions.markAgain}
          say={say}
        />
        <SitesOff
          sitesOff={settings.sitesOff}
          problem={state.siteProblem}
          onAdd={actions.addSite}
          onRemove={actions.removeSite}
          say={say}
        />
      </main>
      <DatasetNote knowledge={knowledge} say={say} locale={locale} />
      <p class="announcement" role="status">
        {state.announcement}
      </p>
    </>
  );
}
