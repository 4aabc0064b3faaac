/**
 * The row of tools below a card in a page: the way to the page's other mentions, or back to the card before; more; pin; close.
 * Props in, no storage.
 */
import type { Wording } from '../locale/index.ts';
import { focusOnArrival } from './focus.ts';
import { Icon, type IconName } from './Icon.tsx';

export interface CardToolsProps extends Pick<Wording, 'say'> {
  /** Which mention of the page, from 1, and how many there are. */
  position: number;
  total: number;
  /** Whether the whole card is shown. */
  isWhole: boolean;
  pinned: boolean;
  /** Whether to explain the tools, which a reader needs once. */
  hasTip?: boolean;
  /** The card before, where the reader went on to another entity. */
  back?: { name: string; onBack: () => void } | undefined;
  onPrevious: () => void;
  onNext: () => void;
  onMore: () => void;
  onPin: () => void;
  onClose: () => void;
}

export function CardTools(props: CardToolsProps) {
  const { say, position, total, back, isWhole, pinned } = props;
  return (
    <footer class="tools">
      <div class="tools-row">
        {back ? (
          <button
            // Each card that is left has its own button, which takes the focus when it comes.
            key={back.name}
            ref={focusOnArrival}
            type="button"
            class="tool tool-back"
            onClick={back.onBack}
          >
            <Icon name="previous" />
            <span>
              <span class="spoken">{say('backTo', back.name)}</span>
              <bdi aria-hidden="true">{back.name}</bdi>
            </span>
          </button>
        ) : (
          total > 1 && (
            <span class="tools-walk">
              <Tool label={say('previousMention')} icon="previous" onPress={props.onPrevious} />
              <span>{say('mentionPosition', position, total)}</span>
              <Tool label={say('nextMention')} icon="next" onPress={props.onNext} />
            </span>
          )
        )}
        <button type="button" class="tool tool-more" aria-expanded={isWhole} onClick={props.onMore}>
          {say(isWhole ? 'less' : 'more')}
          <Icon name={isWhole ? 'less' : 'more'} />
        </button>
        <span class="tools-end">
          <Tool
            label={say(pinned ? 'unpin' : 'pin')}
            icon="pin"
            pressed={pinned}
            onPress={props.onPin}
          />
          <Tool label={say('closeCard')} icon="close" onPress={props.onClose} />
        </span>
      </div>
      {/* Last, so that no tool moves when it goes. */}
      {props.hasTip && <p class="tools-tip">{say('tip')}</p>}
    </footer>
  );
}

interface ToolProps {
  label: string;
  icon: IconName;
  pressed?: boolean;
  onPress: () => void;
}

function Tool({ label, icon, pressed, onPress }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
