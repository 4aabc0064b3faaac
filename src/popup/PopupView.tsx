/** The whole popup, drawn from its state: either the card of the chosen entity, or the list with the status of the page. */
import { inPartOrder } from '../card/index.ts';
import type { AllDatasets } from '../library/index.ts';
import { sayDate, sayKind, type Say } from '../locale/index.ts';
import type { Failure } from '../settings/failure.ts';
import {
  addressOf,
  isKept,
  isLocked,
  isSiteAllowed,
  siteOf,
  switchSite,
  type PolicyInForce,
  type Settings,
} from '../settings/index.ts';
import type { RuleCover } from '../settings/rule-cover.ts';
import type { CardTrail } from './card-trail.ts';
import { CardView } from './CardView.tsx';
import type { ComboboxAction } from './combobox.ts';
import { EntitySearch } from './EntitySearch.tsx';
import type { Entry } from './entry.ts';
import type { PageView } from './page-view.ts';
import { PageStatus, type PopupLock } from './PageStatus.tsx';
import type { CheckOffer, TabOffers as Offers } from './tab-offers.ts';
import { TabOffers } from './TabOffers.tsx';
import { reasonOf, type Reason } from './reason.ts';

export interface PopupState extends CardTrail {
  /** What can be done with this tab. */
  offers: Offers;
  page: PageView;
  /** URL of the tab, if the browser tells it. */
  url: string | undefined;
  /** Whether the browser lets the extension read a page only where the reader opens the popup. */
  isWithheld: boolean;
  settings: Settings;
  /** The organisation's policy that has decided some of them. */
  policy?: PolicyInForce | undefined;
  /** Whether the settings are read; before that, the popup says nothing of the page and switches nothing. */
  isReady: boolean;
  /** Why the last change was not stored. */
  failure?: Failure | undefined;
  /** Whether the storage does not answer, so that the settings may be out of date. */
  isOutOfDate?: boolean;
  /** What the switch for a site covers; undefined until it is known. */
  cover?: (RuleCover & { site: string }) | undefined;
  query: string;
  /** Ids of the list while nothing is typed; undefined until it is shown, and then kept so that no line moves. */
  order: readonly string[] | undefined;
  /** Index of the active option. */
  active: number | undefined;
  /** Whether Escape closed the list. */
  closed?: boolean;
}

export interface PopupActions {
  type: (query: string) => void;
  act: (action: ComboboxAction) => void;
  /** A key in the field of the search. @returns whether it was one of the list's */
  press: (key: string, isRtl: boolean) => boolean;
  back: () => void;
  forward: () => void;
  /** Opens the card of an entity from another card. */
  open: (entityId: string) => void;
  copy: (text: string) => Promise<void>;
  switchSite: (on: boolean) => void;
  switchAll: (on: boolean) => void;
  /** Starts or ends a pause of an hour. */
  pause: (paused: boolean) => void;
  /** Asks the browser to let the extension read all sites. */
  allowAllSites: () => void;
  /** Shows the next or previous mention of an entity in the page. */
  jump: (entityId: string, steps: 1 | -1) => void;
  openOptions: () => void;
  /** Shows the dataset of this tab in the options. */
  lookAtDataset: () => void;
  /** Checks a dataset against this page. */
  check: (offer: CheckOffer) => void;
}

export interface PopupViewProps {
  state: PopupState;
  entries: readonly Entry[];
  actions: PopupActions;
  /** The bundled dataset, and the added ones once they are there. */
  all: AllDatasets;
  today: Date;
  say: Say;
  locale: string;
}

export function PopupView(props: PopupViewProps) {
  const { state, entries, actions, all, today, say, locale } = props;
  const { query, active, closed = false, chosen, fact, ahead = [] } = state;
  const onForward = ahead.length > 0 ? actions.forward : undefined;
  const [part, ...others] = chosen === undefined ? [] : inPartOrder(all.partsOf(chosen), undefined);
  if (part) {
    return (
      <CardView
        parts={[part, ...others]}
        {...{ fact, today, say, locale, onForward }}
        onBack={actions.back}
        onOpen={actions.open}
        onCopy={actions.copy}
      />
    );
  }
  return (
    <>
      <main>
        <h1 class="spoken">{say('extensionName')}</h1>
        <EntitySearch
          query={query}
          entries={entries}
          active={active}
          closed={closed}
          onForward={onForward}
          known={all.knowledge.entities.length}
          datasets={all.added.length + 1}
          onType={actions.type}
          onPress={actions.press}
          onAction={actions.act}
          onJump={actions.jump}
          say={say}
        />
      </main>
      <Foot {...props} />
    </>
  );
}

/** What there is about this page, below the list. */
function Foot(props: PopupViewProps) {
  const { state, actions, today, say, locale } = props;
  const { page, settings } = state;
  const reason: Reason = state.isReady
    ? reasonOf(page, settings, state.url, today.getTime())
    : { kind: 'waiting' };
  return (
    <footer class="popup-foot">
      <TabOffers
        offers={state.offers}
        onLook={actions.lookAtDataset}
        onCheck={actions.check}
        say={say}
      />
      <PageStatus
        site={siteInFront(state)}
        isReady={state.isReady}
        reason={reason}
        lock={lockOf(state)}
        page={page}
        isWithheld={state.isWithheld}
        failure={state.failure}
        isOutOfDate={state.isOutOfDate ?? false}
        cover={state.cover}
        onSwitchSite={actions.switchSite}
        onSwitchAll={actions.switchAll}
        onPause={actions.pause}
        onAllowAllSites={actions.allowAllSites}
        onSettings={actions.openOptions}
        {...{ say, locale }}
      />
      <Source {...props} />
    </footer>
  );
}

/** The site of the switch: from the browser's URL of the tab, or else from the page's own state. */
export function siteInFront({ page, url }: PopupState): string | undefined {
  const site = url === undefined ? undefined : siteOf(url);
  return site ?? (page.status === 'read' ? page.site : undefined);
}

/** What of the page's switches an organisation has set. */
function lockOf(state: PopupState): PopupLock | undefined {
  const { settings, policy, url } = state;
  if (!policy) return undefined;
  const address = (url === undefined ? undefined : addressOf(url)) ?? siteInFront(state);
  const place = typeof address === 'string' ? { site: address } : address;
  return {
    organisation: policy.organisation,
    isAll: isLocked(policy, 'on'),
    isSite:
      place !== undefined &&
      isKept(policy, switchSite(settings, place, !isSiteAllowed(settings, place))),
  };
}

function Source({ all, say, locale }: PopupViewProps) {
  const { source } = all.knowledge;
  const date = sayDate(source.date, 'long', { say, locale });
  return (
    <p class="popup-source">
      {say('popupSource', sayKind(source.kind, say), date)}
      {all.added.length > 0 && (
        <>
          <br />
          {say('popupSourceMore', all.added.length)}
        </>
      )}
    </p>
  );
}
