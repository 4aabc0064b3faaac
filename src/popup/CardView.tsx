/** One entity's card in the popup, with buttons back to the search and forward again. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusOnArrival, SourcesCard } from '../card/index.ts';
import type { CardPart } from '../library/index.ts';
import type { Say } from '../locale/index.ts';

export interface CardViewProps {
  parts: readonly [CardPart, ...CardPart[]];
  /** Id of the fact to open at. */
  fact?: string | undefined;
  today: Date;
  onBack: () => void;
  /** Undefined if there is nothing to go forward to. */
  onForward?: (() => void) | undefined;
  /** Opens the card of another entity. */
  onOpen: (entityId: string) => void;
  onCopy: (text: string) => Promise<void>;
  say: Say;
  locale: string;
}

export function CardView(props: CardViewProps) {
  const { parts, fact, today, onBack, onForward, onOpen, onCopy, say, locale } = props;
  const { context } = parts[0];
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (fact !== undefined && card.current) showFact(card.current, fact);
  }, [context.entity.id, fact]);
  return (
    <main
      // A new card starts at its top, with the focus on the back button.
      key={context.entity.id}
      ref={card}
      class="popup-card"
      onKeyDown={(event) => {
        const action =
          event.key === 'Escape' || isWay(event, 'ArrowLeft')
            ? onBack
            : isWay(event, 'ArrowRight')
              ? onForward
              : undefined;
        if (!action) return;
        event.preventDefault();
        action();
      }}
    >
      <h1 class="spoken">{say('extensionName')}</h1>
      <nav>
        <button
          ref={focusOnArrival}
          type="button"
          class="back"
          aria-keyshortcuts="Alt+ArrowLeft"
          onClick={onBack}
        >
          <span aria-hidden="true" class="back-arrow" />
          {say('back')}
        </button>
        <button
          type="button"
          class="back forward"
          aria-keyshortcuts="Alt+ArrowRight"
          disabled={!onForward}
          onClick={onForward}
        >
          {say('forward')}
          <span aria-hidden="true" class="back-arrow" />
        </button>
      </nav>
      <SourcesCard {...{ parts, today, onOpen, onCopy, say, locale }} openAt={fact} />
    </main>
  );
}

/** Whether a key is that of the browser's history: browsers keep left and right as they are where a language is read from the right. */
export function isWay(event: KeyboardEvent, key: 'ArrowLeft' | 'ArrowRight'): boolean {
  return event.key === key && event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

/** Marks the fact that was searched for, and scrolls to it; does nothing if the card does not list it. */
function showFact(card: HTMLElement, fact: string): void {
  const line = card.querySelector<HTMLElement>(`[data-fact="${CSS.escape(fact)}"]`);
  if (!line) return;
  line.classList.add('found-fact');
  line.scrollIntoView({ block: 'center' });
}
