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
  onMentionOff: () => void;
  onEntityOff: () => void;
  onSiteOff: () => void;
  onAllOff: () => void;
}

export function MentionFolds(props: MentionFoldsProps) {
  const { say, surface, entityName, reason, site } = props;
  return (
    <>
      <Fold heading={say('whyHeading')}>
        <p>{say('whyHighlighted', surface, say(reason))}</p>
      </Fold>
      <Fold heading={say('switchOffHeading')}>
        <p class="card-switches" role="group" aria-label={say('switchOffHeading')}>
          <button type="button" class="card-switch" onClick={props.onMentionOff}>
            {say('switchMentionOff', surface)}
          </button>
          <button type="button" class="card-switch" onClick={props.onEntityOff}>
            {say('switchEntityOff', entityName)}
          </button>
          <button type="button" class="card-switch" onClick={props.onSiteOff}>
            {say('switchSiteOff', site)}
          </button>
          <button type="button" class="card-switch" onClick={props.onAllOff}>
            {say('switchAllOff')}
          </button>
        </p>
      </Fold>
    </>
  );
}
