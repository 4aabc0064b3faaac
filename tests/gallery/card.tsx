/** The gallery's page of the card, in the popover's surface, without the host that would hide it from the tools. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/spoken.css';
import '../../src/card/card.css';
import '../../src/popover/popover.css';
import './ground.css';
import { EntityCard, MentionBar, type MentionBarProps } from '../../src/card/index.ts';
import { NO_ACTIONS, noAction, show } from './show.ts';

type BarActions = Pick<MentionBarProps, Extract<keyof MentionBarProps, `on${string}`>>;

/** Nothing is pressed while it is looked at. */
const BAR_ACTIONS: BarActions = NO_ACTIONS;

show('card', ({ name, props, room, bar }, wording) => (
  <main>
    <h1 class="ground-name">{name}</h1>
    <div
      class="surface"
      role="dialog"
      aria-labelledby="heading"
      {...(room !== undefined && { style: { maxHeight: `min(30rem, ${room}px)` } })}
    >
      {bar && (
        <MentionBar
          {...bar}
          {...BAR_ACTIONS}
          {...(bar.hasBack && { onBack: noAction })}
          say={wording.say}
        />
      )}
      <EntityCard {...props} {...wording} headingId="heading" />
    </div>
  </main>
));
