/**
 * Hides the rest of a key press from the page after the key acted on an element of ours: the page does not hear that the key
 * is held or released, and a held key does not press anything in the page once the focus is back there. Knows keys, not what
 * they did.
 */
import { isOurs } from './shell.ts';

export interface KeySilence {
  /** Hides the rest of a key press from the page. */
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
