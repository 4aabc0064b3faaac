/**
 * The keys of the search, as the ARIA Authoring Practices describe an editable combobox with a list. Pure: says what a key means,
 * and the popup does it.
 */

export interface ComboboxState {
  query: string;
  /** Index of the active option; undefined if there is none. */
  active: number | undefined;
  /** How many options there are. */
  count: number;
  /** Whether the list was closed by Escape; typing and the arrows open it again. */
  closed?: boolean;
  /** Whether this page mentions the entity of the active option. */
  canJump?: boolean;
  /** Whether text runs from right to left. */
  isRtl?: boolean;
}

export type ComboboxAction =
  | { kind: 'move'; active: number }
  | { kind: 'open'; index: number }
  /** Shows the next or previous mention of the option's entity in the page. */
  | { kind: 'jump'; index: number; steps: 1 | -1 }
  | { kind: 'close-list' }
  | { kind: 'clear' }
  | { kind: 'close' };

const LIST_KEYS = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter'];

/** Whether a key is about the list while nothing is typed. @param key as `KeyboardEvent.key` names it */
export const isListKey = (key: string): boolean => LIST_KEYS.includes(key);

/**
 * @param key as `KeyboardEvent.key` names it
 * @returns undefined for keys that stay with the text field
 */
export function comboboxAction(
  key: string,
  { query, active, count, closed = false, canJump = false, isRtl = false }: ComboboxState,
): ComboboxAction | undefined {
  const last = count - 1;
  const move = (index: number): ComboboxAction => ({ kind: 'move', active: index });
  if (key === 'Escape') {
    if (query === '') return { kind: 'close' };
    return { kind: query.trim() === '' || count === 0 || closed ? 'clear' : 'close-list' };
  }
  if (count === 0) return undefined;
  if (closed && key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  switch (key) {
    case 'ArrowDown':
      return move(active === undefined || active >= last ? 0 : active + 1);
    case 'ArrowUp':
      return move(active === undefined || active <= 0 ? last : active - 1);
    case 'Home':
    case 'End':
      // In typed text they move the caret, unless an option is active.
      if (active === undefined && query !== '') return undefined;
      return move(key === 'Home' ? 0 : last);
    case 'ArrowLeft':
    case 'ArrowRight':
      // In typed text they move the caret.
      if (query !== '' || active === undefined || !canJump) return undefined;
      return { kind: 'jump', index: active, steps: (key === 'ArrowRight') === isRtl ? -1 : 1 };
    case 'Enter':
      return active === undefined ? undefined : { kind: 'open', index: active };
    default:
      return undefined;
  }
}
