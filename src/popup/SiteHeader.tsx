/** The top of the popup: the name, the switch for this site, and what the page has. */
import { sayCount, type Say } from '../locale/index.ts';
import type { PageView } from './page-view.ts';

export interface SiteHeaderProps {
  page: PageView;
  /** Whether the product is switched on for the page's site. */
  on: boolean;
  onSwitch: (on: boolean) => void;
  say: Say;
}

/** Stands for the site while the sentence around it is looked up: a private character that no catalogue contains. */
const GAP = '\ue000';

export function SiteHeader({ page, on, onSwitch, say }: SiteHeaderProps) {
  const [before, after] = say('siteSwitch', GAP).split(GAP);
  return (
    <header class="popup-head">
      <h1>{say('extensionName')}</h1>
      {page.status === 'read' && (
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={on}
          onClick={() => {
            onSwitch(!on);
          }}
        >
          <span class="spoken">{before}</span>
          <span class="switch-site">{siteName(page.site, say)}</span>
          <span class="spoken">{after}</span>
          {/* The state of the switch says the same. */}
          <span class="switch-state" aria-hidden="true">
            {say(on ? 'switchOn' : 'switchOff')}
          </span>
          <span class="switch-track" aria-hidden="true" />
        </button>
      )}
      <PageLine page={page} on={on} say={say} />
    </header>
  );
}

function PageLine({ page, on, say }: Omit<SiteHeaderProps, 'onSwitch'>) {
  const line = (): string => {
    if (page.status === 'waiting') return '';
    if (page.status === 'unreachable') return say('pageUnreachable');
    if (!on) return say('pageSiteOff');
    return page.total === 0 ? say('pageMentionsNone') : sayCount(say, 'pageMentions', page.total);
  };
  return (
    <p class="popup-page" role="status" data-status={page.status}>
      {line()}
    </p>
  );
}

function siteName(site: string, say: Say): string {
  return site === 'file:' ? say('siteLocalFiles') : site;
}
