/** Shows an unreadable record of settings: what happened, when, and what the reader can do. */
import { sayMoment, type Say } from '../locale/index.ts';
import type { UnreadableRecord } from '../settings/store.ts';

export interface UnreadableNoticeProps {
  record: UnreadableRecord;
  onCopy: (text: string) => void;
  onDiscard: (aside: UnreadableRecord) => void;
  say: Say;
  locale: string;
}

export function UnreadableNotice({
  record,
  onCopy,
  onDiscard,
  say,
  locale,
}: UnreadableNoticeProps) {
  const text = JSON.stringify(record.original, null, 2);
  const headingId = `${record.key}-heading`;
  return (
    <section
      class="notice"
      aria-labelledby={`${headingId} ${record.key}-when`}
      data-unreadable={record.reason}
    >
      <h2 id={headingId}>{say('unreadableHeading')}</h2>
      <p id={`${record.key}-when`}>
        {say(record.reason === 'newer' ? 'unreadableNewer' : 'unreadableBroken')}{' '}
        {say('unreadableWhen', sayMoment(record.at, locale))}
      </p>
      <p class="line">
        <button
          type="button"
          class="button"
          onClick={() => {
            onCopy(text);
          }}
        >
          {say('unreadableCopy')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            onDiscard(record);
          }}
        >
          {say('unreadableDiscard')}
        </button>
      </p>
      <details>
        <summary>{say('unreadableShow')}</summary>
        <pre tabIndex={0} dir="ltr">
          {text}
        </pre>
      </details>
    </section>
  );
}
