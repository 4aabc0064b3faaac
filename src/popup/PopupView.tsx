/** The whole popup, drawn from its state: either the card of the chosen entity, or page and search. */
import { contextOf, type Knowledge } from '../dataset/index.ts';
import { saySource, type Say } from '../locale/index.ts';
import type { Failure } from '../settings/failure.ts';
import { siteOf, type Settings } from '../settings/index.ts';
import type { RuleCover } from '../settings/rule-cover.ts';
import type { CardTrail } from './card-trail.ts';
import { CardView } from './CardView.tsx';
import type { ComboboxAction } from './combobox.ts';
import { EntitySearch } from './EntitySearch.tsx';
import type { Entry } from './entry.ts';
import type { PageView } from './page-view.ts';
import { PageMentions } from './PageMentions.tsx';
import { PageStatus } from './PageStatus.tsx';
import { reasonOf, type Reason } from './reason.ts';

export interface PopupState extends CardTrail {
  page: PageView;
  /** URL of the tab, if the browser tells it. */
  url: string | undefined;
  /** Whether reading this tab failed. */
  startFailed: boolean;
  settings: Settings;
  /** Why the last change was not stored. */
  failure?: Failure | undefined;
  /** Whether the storage does not answer, so that the settings may be out of date. */
  isOutOfDate?: boolean;
  /** What the switch for a site covers; undefined until it is known. */
  cover?: (RuleCover & { site: string }) | undefined;
  query: string;
  /** Index of the active option. */
  active: number | undefined;
  /** Whether Escape closed the list. */
  closed?: boolean;
}

export interface PopupActions {
  type: (query: string) => void;
  act: (action: ComboboxAction) => void;
  back: () => void;
  forward: () => void;
  /** Opens the card of an entity from another card. */
  open: (entityId: string) => void;
  copy: (text: string) => Promise<void>;
  switchSite: (on: boolean) => void;
  switchAll: (on: boolean) => void;
  /** Starts or ends a pause of an hour. */
  pause: (paused: boolean) => void;
  /** Reads a tab that was open before the extension was installed. */
  start: () => void;
  /** Shows the next or previous mention of an entity in the page. */
  jump: (entityId: string, steps: 1 | -1) => void;
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
  const { page, settings, query, active, closed = false, chosen, fact, ahead = [] } = state;
  const onForward = ahead.length > 0 ? actions.forward : undefined;
  const context = chosen === undefined ? undefined : contextOf(knowledge, chosen);
  if (context) {
    return (
      <CardView
        {...{ context, fact, today, say, locale, onForward }}
        onBack={actions.back}
        onOpen={actions.open}
        onCopy={actions.copy}
      />
    );
  }
  const reason = reasonOf(page, settings, state.url, today.getTime());
  return (
    <>
      <PageStatus
        site={siteInFront(state)}
        reason={reason}
        startFailed={state.startFailed}
        failure={state.failure}
        isOutOfDate={state.isOutOfDate ?? false}
        cover={state.cover}
        onSwitchSite={actions.switchSite}
        onSwitchAll={actions.switchAll}
        onPause={actions.pause}
        onStart={actions.start}
        {...{ say, locale }}
      />
      {page.status === 'read' && isShown(reason) && query.trim() === '' && (
        <PageMentions
          mentions={mentionsOf(page.counts, knowledge)}
          currentMention={page.currentMention}
          onJump={actions.jump}
          onOpen={actions.open}
          say={say}
        />
      )}
      <main>
        <EntitySearch
          query={query}
          entries={entries}
          active={active}
          closed={closed}
          onForward={onForward}
          known={knowledge.entities.length}
          onType={actions.type}
          onAction={actions.act}
          say={say}
        />
      </main>
      <PopupFooter {...props} reason={reason} />
    </>
  );
}

/** The site of the switch: from the browser's URL of the tab, or else from the page's own state. */
export function siteInFront({ page, url }: PopupState): string | undefined {
  const site = url === undefined ? undefined : siteOf(url);
  return site ?? (page.status === 'read' ? page.site : undefined);
}

const isShown = ({ kind }: Reason): boolean => kind === 'mentions' || kind === 'slow';

function mentionsOf(counts: Readonly<Record<string, number>>, { entities }: Knowledge) {
  return entities
    .map((entity) => ({ entity, count: counts[entity.id] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function PopupFooter(props: PopupViewProps & { reason: Reason }) {
  const { knowledge, actions, reason, say, locale } = props;
  const { source } = knowledge;
  const isOn = reason.kind !== 'off-everywhere' && reason.kind !== 'paused';
  return (
    <footer class="popup-foot">
      <p>{saySource(source, { say, locale })}</p>
      <p class="popup-switches">
        {isOn && (
          <>
            <button
              type="button"
              class="link"
              onClick={() => {
                actions.pause(true);
              }}
            >
              {say('pauseHour')}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => {
                actions.switchAll(false);
              }}
            >
              {say('allOff')}
            </button>
          </>
        )}
        <button type="button" class="link" onClick={actions.openOptions}>
          {say('openSettings')}
        </button>
      </p>
    </footer>
  );
}
