/** What was stored in place of settings and kept: what happened, when, and what can be done about it. */
import type { Say } from '../locale/index.ts';
import type { AsideRecord } from '../settings/store.ts';

export interface AsideNoticeProps {
  aside: AsideRecord;
  onCopy: (text: string) => void;
  onDiscard: (aside: AsideRecord) => void;
  say: Say;
  locale: string;
}

export function AsideNotice({ aside, onCopy, onDiscard, say, locale }: AsideNoticeProps) {
  const text = JSON.stringify(aside.original, null, 2);
  const headingId = `${aside.key}-heading`;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <section
      class="notice"
      aria-labelledby={`${headingId} ${aside.key}-when`}
      data-aside={aside.reason}
    >
      <h2 id={headingId}>{say('asideHeading')}</h2>
      <p id={`${aside.key}-when`}>
        {say(aside.reason === 'newer' ? 'asideNewer' : 'asideBroken')}{' '}
        {say('asideWhen', when.format(aside.at))}
      </p>
      <p class="field-line">
        <button
          type="button"
          class="button"
          onClick={() => {
            onCopy(text);
          }}
        >
          {say('asideCopy')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            onDiscard(aside);
          }}
        >
          {say('asideDiscard')}
        </button>
      </p>
      <details>
        <summary>{say('asideShow')}</summary>
        <pre tabIndex={0}>{text}</pre>
      </details>
    </section>
  );
}
