/** What the search and the cards of the popup do with what the reader types, presses and chooses. Knows the browser only through its parts. */
import type { JumpMessage } from '../messages/index.ts';
import { goBack, goForward, openCard } from './card-trail.ts';
import { comboboxAction, isListKey, type ComboboxAction } from './combobox.ts';
import type { Held } from './held-state.ts';
import type { PageView } from './page-view.ts';
import type { PopupActions } from './PopupView.tsx';

export interface SearchParts {
  /** Sends to all frames of the active tab. */
  sendToPage: (message: JumpMessage) => Promise<void>;
  copy: (text: string) => Promise<void>;
  /** Closes the popup. */
  close: () => void;
}

/** Shows the next or previous mention of an entity in the page, in the first frame that has one. */
export function jumpInPage(
  { sendToPage }: SearchParts,
  page: PageView,
  entity: string,
  steps: 1 | -1,
): void {
  if (page.status !== 'read') return;
  const frame = page.frames.find(({ counts }) => counts[entity])?.frame;
  if (frame !== undefined) void sendToPage({ kind: 'jump', frame, entity, steps });
}

/** The actions of the search and of cards. */
export function searchActions(parts: SearchParts, held: Held) {
  const { state, update } = held;
  const type = (query: string): void => {
    // Nobody looks at the whole list while it changes, so its order may follow the page again.
    update({ query, closed: false, active: 0, order: undefined });
  };
  const act = (action: ComboboxAction): void => {
    actIn(parts, held, type, action);
  };
  const press = (key: string, isRtl: boolean): boolean => {
    if (!held.isListed() && isListKey(key)) {
      held.whenListed(() => press(key, isRtl));
      return true;
    }
    const { query, active, closed = false } = state();
    const entries = held.entries();
    const canJump = active !== undefined && (entries[active]?.count ?? 0) > 0;
    const count = entries.length;
    const action = comboboxAction(key, { query, active, count, closed, canJump, isRtl });
    if (action) act(action);
    return action !== undefined;
  };
  return {
    type,
    act,
    press,
    back() {
      update(goBack(state()));
    },
    forward() {
      update(goForward(state()));
    },
    open(entityId) {
      update(openCard(state(), entityId));
    },
    copy: (text) => parts.copy(text),
  } satisfies Partial<PopupActions>;
}

function actIn(
  parts: SearchParts,
  { state, entries, update }: Held,
  type: (query: string) => void,
  action: ComboboxAction,
): void {
  const entry = 'index' in action ? entries()[action.index] : undefined;
  switch (action.kind) {
    case 'move':
      update({ active: action.active, closed: false });
      break;
    case 'open':
      if (entry) {
        const fact = entry.matched?.statement?.factId;
        update({ active: action.index, ...openCard(state(), entry.key, fact) });
      }
      break;
    case 'jump':
      if (entry) jumpInPage(parts, state().page, entry.key, action.steps);
      break;
    case 'close-list':
      update({ closed: true, active: undefined });
      break;
    case 'clear':
      type('');
      break;
    case 'close':
      parts.close();
  }
}
