/** One entity's card in the popup, with the way back to the search. */
import { EntityCard } from '../card/index.ts';
import type { EntityContext } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { focusOnArrival } from './focus.ts';

export interface CardViewProps {
  context: EntityContext;
  today: Date;
  onBack: () => void;
  /** Goes on to another entity. */
  onOpen: (entityId: string) => void;
  onCopy: (text: string) => Promise<void>;
  say: Say;
  locale: string;
}

export function CardView({ context, today, onBack, onOpen, onCopy, say, locale }: CardViewProps) {
  return (
    <main
      class="popup-card"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <h1 class="spoken">{say('extensionName')}</h1>
      <nav>
        <button ref={focusOnArrival} type="button" class="back" onClick={onBack}>
          <span aria-hidden="true" class="back-arrow" />
          {say('back')}
        </button>
      </nav>
      <EntityCard {...{ context, today, onOpen, onCopy, say, locale }} />
    </main>
  );
}
