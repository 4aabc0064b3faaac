/** Two more parts of a card in a page: why the words are highlighted, and what can be switched off. Props in, no storage. */
import type { MessageKey, Wording } from '../locale/index.ts';
import { Fold } from './Fold.tsx';

export interface MentionFoldsProps extends Pick<Wording, 'say'> {
  /** The characters on the page. */
  surface: string;
  entityName: string;
  /** Why the characters count as a mention. */
  reason: MessageKey;
  /** Host name, or what the page's site is called. */
  site: string;
  /** Says who has set what has no switch. */
  setBy: string;
  // What an organisation has set has none.
  onMentionOff: (() => void) | undefined;
  onEntityOff: (() => void) | undefined;
  onSiteOff: (() => void) | undefined;
  onAllOff: (() => void) | undefined;
}

export function MentionFolds(props: MentionFoldsProps) {
  const { say, surface, entityName, reason, site, setBy } = props;
  const line = (text: string, onOff: (() => void) | undefined) =>
    onOff ? (
      <button type="button" class="card-switch" onClick={onOff}>
        {text}
      </button>
    ) : (
      <span class="card-set">
        {text} <span class="card-told">{setBy}</span>
      </span>
    );
  return (
    <>
      <Fold heading={say('whyHeading')}>
        <p>{say('whyHighlighted', surface, say(reason))}</p>
      </Fold>
      <Fold heading={say('switchOffHeading')}>
        <p class="card-switches" role="group" aria-label={say('switchOffHeading')}>
          {line(say('switchMentionOff', surface), props.onMentionOff)}
          {line(say('switchEntityOff', entityName), props.onEntityOff)}
          {line(say('switchSiteOff', site), props.onSiteOff)}
          {line(say('switchAllOff'), props.onAllOff)}
        </p>
      </Fold>
    </>
  );
}
