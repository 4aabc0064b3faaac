/**
 * The tip that explains a card's tools: on the first card ever, until a key or a press. Knows neither card nor storage.
 */
export interface Tip {
  /** Whether the card that is drawn now shows it. */
  isShown: () => boolean;
  /** Call it when a card is shown, or none any more. */
  cardShown(isOpen: boolean): void;
}

export interface TipParts {
  /** Whether the reader still needs it. */
  isNeeded: () => boolean;
  /** Called once it was shown. */
  onShown: () => void;
  /** Called when it goes while the card stays. */
  redraw: () => void;
}

const ENDS = ['keydown', 'pointerup'] as const;
/** When the tip goes after a press elsewhere on the card, in ms. */
const AFTER_PRESS_MS = 500;

export function createTip({ isNeeded, onShown, redraw }: TipParts, signal: AbortSignal): Tip {
  /** Owned by `cardShown` and `end`. */
  let state: 'waiting' | 'shown' | 'gone' = 'waiting';
  const end = (): void => {
    state = 'gone';
    for (const type of ENDS) removeEventListener(type, onInput, { capture: true });
  };
  const onInput = (event: Event): void => {
    if (!event.isTrusted) return;
    end();
    // A press on a tool draws the card again itself. A change during the press would make it count for nothing.
    setTimeout(redraw, event.type === 'pointerup' ? AFTER_PRESS_MS : 0);
  };
  return {
    isShown: () => state === 'shown' || (state === 'waiting' && isNeeded()),
    cardShown(isOpen) {
      if (state === 'shown' && !isOpen) end();
      if (state !== 'waiting' || !isOpen || !isNeeded()) return;
      state = 'shown';
      onShown();
      for (const type of ENDS) {
        addEventListener(type, onInput, { capture: true, passive: true, signal });
      }
    },
  };
}
