/** The whole options page as one function of its state. */
import { contextOf, type EntityProfile, type Knowledge } from '../dataset/index.ts';
import { sayCount, type Wording } from '../locale/index.ts';
import {
  LEAVE_MAX_MS,
  MARKINGS,
  OPEN_KEYS,
  TEXT_SIZES,
  THEMES,
  type NotThis,
  type Settings,
} from '../settings/index.ts';
import type { AsideRecord, SettingsState, Usage } from '../settings/store.ts';
import { About } from './About.tsx';
import { Announcement, type Announced } from './Announcement.tsx';
import { AsideNotice } from './AsideNotice.tsx';
import { Check, Choices } from './Choices.tsx';
import { DataSection, type Import } from './DataSection.tsx';
import { DwellChoice } from './DwellChoice.tsx';
import { EntityChoices } from './EntityChoices.tsx';
import { LeftOut } from './LeftOut.tsx';
import { MARKING_LABELS, OPEN_KEY_LABELS, THEME_LABELS } from './labels.ts';
import { MasterSwitch } from './MasterSwitch.tsx';
import { Preview } from './Preview.tsx';
import { Section, SectionFrames } from './Section.tsx';
import { isChanged, SECTION_IDS, sectionsFor, specOf, type SectionId } from './sections.ts';
import { Shortcuts, type Shortcut } from './Shortcuts.tsx';
import { SiteRules } from './SiteRules.tsx';
import { StyleChoice } from './StyleChoice.tsx';
import { TimeField } from './TimeField.tsx';

export interface OptionsState extends SettingsState {
  /** What is typed into the search within the settings. */
  query: string;
  announced: Announced | undefined;
  pending: Import | undefined;
  usage: Usage | undefined;
  shortcuts: readonly Shortcut[];
}

export interface OptionsActions {
  search: (query: string) => void;
  /** Sets one setting to one value. */
  set: <Field extends keyof Settings>(field: Field, value: Settings[Field]) => void;
  switchEntity: (entity: EntityProfile, on: boolean) => void;
  pause: (paused: boolean) => void;
  takeRule: (rule: string, instead?: string) => void;
  removeRule: (rule: string) => void;
  markAgain: (mention: NotThis) => void;
  reset: (id: SectionId) => void;
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

export function OptionsView(props: OptionsViewProps) {
  const { state, actions, knowledge, today, say, locale } = props;
  const { settings, aside, query, announced, problem } = state;
  const shown = sectionsFor(query, say);
  const frame = {
    shown,
    changed: SECTION_IDS.filter((id) => isChanged(settings, id)),
    onReset: actions.reset,
    say,
  };
  const main = knowledge.entities.filter(({ tier }) => tier === 'main');
  return (
    <SectionFrames.Provider value={frame}>
      <div class="options-columns">
        <main>
          <header class="options-head">
            <p class="options-name">{say('extensionName')}</p>
            <h1 tabIndex={-1}>{say('optionsHeading')}</h1>
            <p>{say('optionsIntro')}</p>
          </header>
          {problem && (
            <p class="notice" role="alert">
              {say('storageProblem', problem.message)}
            </p>
          )}
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
          <Finder query={query} shown={shown} onSearch={actions.search} say={say} />
          <Sections {...props} main={main} />
        </main>
        <Preview
          settings={settings}
          entities={main}
          context={main[0] && contextOf(knowledge, main[0].id)}
          {...{ today, say, locale }}
        />
      </div>
      <Announcement announced={announced} onUndo={actions.undo} say={say} />
    </SectionFrames.Provider>
  );
}

interface FinderProps extends Pick<Wording, 'say'> {
  query: string;
  shown: readonly SectionId[];
  onSearch: (query: string) => void;
}

/** The search within the settings, and without one the way to each section. */
function Finder({ query, shown, onSearch, say }: FinderProps) {
  return (
    <div class="finder">
      <label for="settings-search">{say('settingsSearch')}</label>
      <input
        id="settings-search"
        type="search"
        autocomplete="off"
        value={query}
        onInput={({ currentTarget }) => {
          onSearch(currentTarget.value);
        }}
      />
      <p class="choice-note" role="status">
        {query.trim() !== '' &&
          (shown.length === 0
            ? say('settingsFoundNone', query.trim())
            : sayCount(say, 'settingsFound', shown.length))}
      </p>
      <nav aria-label={say('optionsHeading')}>
        <ul>
          {shown.map((id) => (
            <li key={id}>
              <a href={`#${id}-heading`}>{say(specOf(id).heading)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Sections(props: OptionsViewProps & { main: readonly EntityProfile[] }) {
  const { state, actions, knowledge, version, today, main, say, locale } = props;
  const { settings } = state;
  const wording = { say, locale };
  return (
    <>
      <MasterSwitch
        settings={settings}
        now={today.getTime()}
        onSwitch={(on) => {
          actions.set('on', on);
        }}
        onPause={actions.pause}
        {...wording}
      />
      <EntityChoices
        entities={knowledge.entities}
        settings={settings}
        onSwitch={actions.switchEntity}
        say={say}
      />
      <StyleChoice
        style={settings.highlightStyle}
        sampleName={main[0]?.name ?? ''}
        onChoose={(style) => {
          actions.set('highlightStyle', style);
        }}
        say={say}
      />
      <Choices
        id="marking"
        values={MARKINGS}
        chosen={settings.marking}
        label={(choice) => say(MARKING_LABELS[choice])}
        onChoose={(choice) => {
          actions.set('marking', choice);
        }}
      />
      <DwellChoice
        dwellMs={settings.dwellMs}
        onChoose={(ms) => {
          actions.set('dwellMs', ms);
        }}
        say={say}
      />
      <Section id="leave">
        <TimeField
          id="leave-exact"
          label={say('leaveOwn')}
          value={settings.leaveMs}
          most={LEAVE_MAX_MS}
          onEnter={(ms) => {
            actions.set('leaveMs', ms);
          }}
          say={say}
        />
      </Section>
      <Choices
        id="open-key"
        values={OPEN_KEYS}
        chosen={settings.openKey}
        label={(key) => say(OPEN_KEY_LABELS[key])}
        onChoose={(key) => {
          actions.set('openKey', key);
        }}
      />
      <SiteRules
        settings={settings}
        onMode={(mode) => {
          actions.set('siteMode', mode);
        }}
        onRule={actions.takeRule}
        onRemove={actions.removeRule}
        say={say}
      />
      <LeftOut
        notThis={settings.notThis}
        entities={knowledge.entities}
        onRemove={actions.markAgain}
        say={say}
      />
      <Choices
        id="theme"
        values={THEMES}
        chosen={settings.theme}
        label={(theme) => say(THEME_LABELS[theme])}
        onChoose={(theme) => {
          actions.set('theme', theme);
        }}
      />
      <Choices
        id="text-size"
        values={TEXT_SIZES}
        chosen={settings.textSize}
        label={(size) => say('textSizePercent', size)}
        onChoose={(size) => {
          actions.set('textSize', size);
        }}
      />
      <Section id="badge">
        <Check
          name="badge"
          checked={settings.badge}
          onSwitch={(on) => {
            actions.set('badge', on);
          }}
        >
          <span>{say('badgeLabel')}</span>
        </Check>
      </Section>
      <Shortcuts shortcuts={state.shortcuts} onOpen={actions.openShortcuts} say={say} />
      <DataSection
        pending={state.pending}
        usage={state.usage}
        onExport={actions.exportFile}
        onFile={actions.readFile}
        onImport={actions.applyImport}
        onCancel={actions.cancelImport}
        onResetAll={actions.resetAll}
        {...wording}
      />
      <About {...{ knowledge, version, today }} {...wording} />
    </>
  );
}
