/** The sites on which nothing is done. */
import type { Say } from '../locale/index.ts';
import { Section } from './Section.tsx';
import type { SiteEntry } from './site-entry.ts';

export interface SitesOffProps {
  sitesOff: readonly string[];
  /** What is wrong with the last entry; undefined while all is well. */
  problem: Extract<SiteEntry, { problem: unknown }> | undefined;
  /** @returns whether the entry was taken */
  onAdd: (typed: string) => boolean;
  onRemove: (site: string) => void;
  say: Say;
}

const siteName = (site: string, say: Say): string =>
  site === 'file:' ? say('siteLocalFiles') : site;

export function SitesOff(props: SitesOffProps) {
  const { sitesOff, onRemove, say } = props;
  return (
    <Section id="sites" heading={say('sitesHeading')} hint={say('sitesHint')}>
      {sitesOff.length === 0 ? (
        <p class="sites-none">{say('sitesNone')}</p>
      ) : (
        <ul class="sites">
          {sitesOff.map((site) => (
            <li key={site} data-site={site}>
              <span>{siteName(site, say)}</span>
              <button
                type="button"
                class="link"
                aria-label={say('siteRemoveLong', siteName(site, say))}
                onClick={() => {
                  onRemove(site);
                }}
              >
                {say('siteRemove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddSite {...props} />
    </Section>
  );
}

function AddSite({ problem, onAdd, say }: SitesOffProps) {
  return (
    <form
      class="field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('site');
        if (!(field instanceof HTMLInputElement)) return;
        if (onAdd(field.value)) field.value = '';
        field.focus();
      }}
    >
      <label for="site-entry">{say('siteAddLabel')}</label>
      <div class="field-line">
        <input
          id="site-entry"
          class="field-long"
          name="site"
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? 'site-wrong site-help' : 'site-help'}
        />
        <button type="submit" class="button">
          {say('siteAdd')}
        </button>
      </div>
      <p id="site-wrong" class="wrong" role="alert">
        {problem && say(problem.problem, problem.entry)}
      </p>
      <p id="site-help" class="choice-note">
        {say('siteAddHelp')}
      </p>
    </form>
  );
}
