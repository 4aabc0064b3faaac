/**
 * The line above a card in a page: which of the page's mentions this is, the way to the others, pin and close,
 * and behind one button why it was marked and how to switch it off. Props in, no storage.
 */
import { useState } from 'preact/hooks';
import type { MessageKey, Wording } from '../locale/index.ts';
import { Sentence } from './Sentence.tsx';

export interface MentionBarProps extends Pick<Wording, 'say'> {
  /** Which mention of the page, from 1, and how many there are. */
  position: number;
  total: number;
  /** The characters on the page. */
  surface: string;
  entityName: string;
  /** Why the characters count as a mention. */
  reason: MessageKey;
  /** Host name, or what the page's site is called. */
  site: string;
  /** How the page's own date stands to the report; left out where the page has none. */
  pageDateGap?: string | undefined;
  pinned: boolean;
  /** Back to the card before, where the reader went on to another entity. */
  onBack?: (() => void) | undefined;
  onPrevious: () => void;
  onNext: () => void;
  onPin: () => void;
  onClose: () => void;
  onMentionOff: () => void;
  onEntityOff: () => void;
  onSiteOff: () => void;
  onAllOff: () => void;
}

export function MentionBar(props: MentionBarProps) {
  const { say, position, total, pinned } = props;
  const [isMoreOpen, setMoreOpen] = useState(false);
  return (
    <div class="bar">
      <div class="bar-line">
        {props.onBack && (
          <button type="button" class="bar-button" onClick={props.onBack}>
            {say('back')}
          </button>
        )}
        <span class="bar-walk">
          <BarButton label={say('previousMention')} sign="‹" onPress={props.onPrevious} />
          <span>{say('mentionPosition', position, total)}</span>
          <BarButton label={say('nextMention')} sign="›" onPress={props.onNext} />
        </span>
        <button
          type="button"
          class="bar-button"
          aria-expanded={isMoreOpen}
          onClick={() => {
            setMoreOpen(!isMoreOpen);
          }}
        >
          {say('whyAndOff')}
        </button>
        <button type="button" class="bar-button" aria-pressed={pinned} onClick={props.onPin}>
          {say(pinned ? 'unpin' : 'pin')}
        </button>
        <BarButton label={say('closeCard')} sign="×" onPress={props.onClose} />
      </div>
      {props.pageDateGap && <p class="bar-date-gap">{props.pageDateGap}</p>}
      {isMoreOpen && (
        <div class="bar-more">
          <p>
            <Sentence message="whyMarked" parts={[props.surface, say(props.reason)]} say={say} />
          </p>
          <p class="bar-switches">
            <button type="button" class="bar-button" onClick={props.onMentionOff}>
              <Sentence message="notThis" parts={[props.surface]} say={say} />
            </button>
            <button type="button" class="bar-button" onClick={props.onEntityOff}>
              <Sentence message="switchEntityOff" parts={[props.entityName]} say={say} />
            </button>
            <button type="button" class="bar-button" onClick={props.onSiteOff}>
              <Sentence message="switchSiteOff" parts={[props.site]} say={say} />
            </button>
            <button type="button" class="bar-button" onClick={props.onAllOff}>
              {say('switchAllOff')}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}

function BarButton({ label, sign, onPress }: { label: string; sign: string; onPress: () => void }) {
  return (
    <button
      type="button"
      class="bar-button"
      aria-label={label}
      title={label}
      data-sign={sign}
      onClick={onPress}
    />
  );
}
