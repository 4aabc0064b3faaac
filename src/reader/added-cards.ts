/**
 * What added datasets say for the cards of a page. Asks the background once for each entity, early enough for the card, and keeps the
 * answer. What could not be had is asked for again the next time that the reader points at it.
 */
import type { CardPart } from '../library/index.ts';
import { CONTEXTS_MAX, type ContextsQuestion } from '../messages/index.ts';

export interface AddedCards {
  /**
   * Asks for what is not there.
   * @param keys of entities of added datasets
   * @param again whether to ask also for what could not be had
   */
  want(keys: readonly string[], again: boolean): void;
  /** @returns undefined if it is not there, or if no dataset has it any more */
  partOf: (key: string) => CardPart | undefined;
  /** Whether any of them is on its way, or could not be had. */
  missing: (keys: readonly string[]) => 'coming' | 'failed' | undefined;
}

export interface AddedCardsParts {
  /** Sends to the background. @throws if there is no answer */
  send: (message: ContextsQuestion) => Promise<unknown>;
  /** Called when an answer has come, or will not come. */
  onChange: () => void;
}

export function createAddedCards({ send, onChange }: AddedCardsParts): AddedCards {
  /** By key; `gone` if no dataset has it any more. Owned by `ask`. */
  const known = new Map<string, CardPart | 'coming' | 'failed' | 'gone'>();
  const ask = async (entities: string[]): Promise<void> => {
    for (const key of entities) known.set(key, 'coming');
    const parts = new Map<string, CardPart>();
    let without: 'gone' | 'failed' = 'gone';
    try {
      const json = await send({ kind: 'contexts?', entities });
      // The background wrote it from this type.
      for (const part of JSON.parse(String(json)) as CardPart[]) {
        parts.set(part.context.entity.id, part);
      }
    } catch {
      without = 'failed';
    }
    for (const key of entities) known.set(key, parts.get(key) ?? without);
    onChange();
  };
  return {
    want(keys, again) {
      const wanted = keys.filter((key) => {
        const state = known.get(key);
        return state === undefined || (again && (state === 'failed' || state === 'gone'));
      });
      for (let at = 0; at < wanted.length; at += CONTEXTS_MAX) {
        void ask(wanted.slice(at, at + CONTEXTS_MAX));
      }
    },
    partOf(key) {
      const part = known.get(key);
      return typeof part === 'object' ? part : undefined;
    },
    missing(keys) {
      const states = keys.map((key) => known.get(key));
      return (['coming', 'failed'] as const).find((state) => states.includes(state));
    },
  };
}
