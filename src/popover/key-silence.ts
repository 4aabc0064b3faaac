/**
 * Keys that acted on something of ours: the page hears no more of them, neither that they are held nor that they are let
 * go, and a held one presses nothing of the page's where the focus went back to it. Knows keys, not what they did.
 */
import { isOurs } from './shell.ts';

export interface KeySilence {
  /** Keeps the rest of a key from the page. */
  begin(event: KeyboardEvent): void;
}

export function createKeySilence(signal: AbortSignal): KeySilence {
  /** Keys that are down; owned by `begin` and `onKey`. */
  const codes = new Set<string>();
  const onKey = (event: KeyboardEvent): void => {
    const { code, type, repeat, target } = event;
    if (!codes.has(code) || isOurs(target)) return;
    if (type === 'keyup' || (type === 'keydown' && !repeat)) codes.delete(code);
    if (type === 'keydown' && !repeat) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    addEventListener(type, onKey, { signal, capture: true });
  }
  return {
    begin({ code }) {
      codes.add(code);
    },
  };
}
