/**
 * Controls that an organisation's policy has locked: they show their value, take the focus and say who has set them, but nothing changes.
 * They are not disabled, because a disabled control cannot be reached by keys, and many screen readers pass it over without a word.
 */
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Say } from '../locale/index.ts';
import { sayPolicy } from '../locale/settings-words.ts';
import { isLocked, type PolicyInForce, type Settings } from '../settings/index.ts';

/** The policy that is in force on this page. */
export const PolicyContext = createContext<PolicyInForce | undefined>(undefined);

/** A lock on one control. */
export interface Lock {
  /** Attributes of each locked input. */
  input: {
    'aria-disabled': true;
    'aria-describedby': string;
    onClick: (event: Event) => void;
  };
  /** Says who has set it. */
  note: ComponentChildren;
}

/** @param id of the control, for the note's own; @returns undefined where nothing locks the setting */
export function useLock(setting: keyof Settings, id: string, say: Say): Lock | undefined {
  const policy = useContext(PolicyContext);
  if (!policy || !isLocked(policy, setting)) return undefined;
  const noteId = `${id}-set-by`;
  return {
    input: {
      'aria-disabled': true,
      'aria-describedby': noteId,
      // The browser then takes the change back, also one by an arrow key.
      onClick(event) {
        event.preventDefault();
      },
    },
    note: (
      <p id={noteId} class="note set-by">
        {sayPolicy(policy.organisation, say)}
      </p>
    ),
  };
}
