/** The whole popup as one function of its state: either the card of the chosen entity, or page and search. */
import { contextOf, type Knowledge } from '../dataset/index.ts';
import { sayDate, type Say } from '../locale/index.ts';
import type { Settings } from '../settings/index.ts';
import { CardView } from './CardView.tsx';
import type { ComboboxAction } from './combobox.ts';
import { EntitySearch } from './EntitySearch.tsx';
import type { Entry } from './entry.ts';
import type { PageView } from './page-view.ts';
import { SiteHeader } from './SiteHeader.tsx';

export interface PopupState {
  page: PageView;
  settings: Settings;
  query: string;
  /** Index of the option under the keyboard. */
  active: number | undefined;
  /** Id of the entity whose card is open. */
  chosen: string | undefined;
  /** Ids of the entities whose cards led to it, the first one first. */
  trail: string[];
}

export interface PopupActions {
  type: (query: string) => void;
  act: (action: ComboboxAction) => void;
  back: () => void;
  /** Opens the card of an entity from another one's. */
  open: (entityId: string) => void;
  copy: (text: string) => Promise<void>;
  switchSite: (on: boolean) => void;
  openOptions: () => void;
}

export interface PopupViewProps {
  state: PopupState;
  entries: readonly Entry[];
  actions: PopupActions;
  knowledge: Knowledge;
  today: Date;
  say: Say;
  locale: string;
}

export function PopupView(props: PopupViewProps) {
  const { state, entries, actions, knowledge, today, say, locale } = props;
  const { page, settings, query, active, chosen } = state;
  const context = chosen === undefined ? undefined : contextOf(knowledge, chosen);
  if (context) {
    return (
      <CardView
        {...{ context, today, say, locale }}
        onBack={actions.back}
        onOpen={actions.open}
        onCopy={actions.copy}
      />
    );
  }
  return (
    <>
      <SiteHeader
        page={page}
        on={page.status === 'read' && !settings.sitesOff.includes(page.site)}
        onSwitch={actions.switchSite}
        say={say}
      />
      <main>
        <EntitySearch
          query={query}
          entries={entries}
          active={active}
          known={knowledge.entities.length}
          onType={actions.type}
          onAction={actions.act}
          say={say}
        />
      </main>
      <PopupFooter {...props} />
    </>
  );
}

function PopupFooter({ knowledge: { source }, actions, say, locale }: PopupViewProps) {
  return (
    <footer class="popup-foot">
      <p>{say('sourceLine', sayDate(source.date, 'long', { say, locale }), source.paragraphs)}</p>
      <button type="button" class="link" onClick={actions.openOptions}>
        {say('openSettings')}
      </button>
    </footer>
  );
}
