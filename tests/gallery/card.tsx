/** The gallery's page of the card, in the popover's surface, without the host that would hide it from the tools. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/spoken.css';
import '../../src/card/card.css';
import '../../src/popover/popover.css';
import './ground.css';
import {
  CardTools,
  EntityCard,
  MentionFolds,
  PendingCard,
  SourcesCard,
  type CardToolsProps,
} from '../../src/card/index.ts';
import type { CardState } from './states.ts';
import type { Wording } from '../../src/locale/index.ts';
import { NO_ACTIONS, noAction, show } from './show.ts';

/** Nothing is pressed while it is looked at. */
const actions: Record<Extract<keyof CardToolsProps, `on${string}`>, () => void> = NO_ACTIONS;

/** The switches of a card: none where an organisation has locked the setting. */
function switchesOf({ locked = [] }: NonNullable<CardState['mention']>) {
  const off = (name: (typeof locked)[number]) => (locked.includes(name) ? undefined : noAction);
  return {
    ...{ onMentionOff: off('onMentionOff'), onEntityOff: off('onEntityOff') },
    ...{ onSiteOff: off('onSiteOff'), onAllOff: off('onAllOff') },
  };
}

/** As a page draws it, where there may be several sources, or none yet. */
function Sources({
  parts = [],
  props,
  pending,
  ...wording
}: Pick<CardState, 'parts' | 'props' | 'pending'> & Wording) {
  const [first, ...others] = parts;
  const shared = { ...props, ...wording, headingId: 'heading' };
  if (first) return <SourcesCard {...shared} parts={[first, ...others]} missing={pending} />;
  return <PendingCard {...shared} name="Ada Quill" state={pending ?? 'coming'} />;
}

show('card', ({ name, props, parts, pending, room, tools, mention }, wording) => (
  <main>
    <h1 class="spoken">{name}</h1>
    <div
      class="surface"
      role="dialog"
      aria-labelledby="heading"
      {...(room !== undefined && { style: { maxHeight: `min(30rem, ${room}px)` } })}
    >
      {parts ? (
        <Sources {...{ parts, props, pending }} {...wording} />
      ) : (
        <EntityCard {...props} {...wording} headingId="heading">
          {mention && <MentionFolds {...mention} {...switchesOf(mention)} say={wording.say} />}
        </EntityCard>
      )}
      {tools && (
        <CardTools
          {...tools}
          {...actions}
          back={tools.backTo === undefined ? undefined : { name: tools.backTo, onBack: noAction }}
          say={wording.say}
        />
      )}
    </div>
  </main>
));
