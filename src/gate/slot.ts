/**
 * Where one script of ours leaves something for the next one in the same document: on the global object that content scripts
 * have for themselves. No page sees it.
 */

export interface Slot<Value> {
  get(): Value | undefined;
  /** @param value undefined leaves nothing */
  set(value: Value | undefined): void;
}

/** @param name tells the slots of a document apart */
export function createSlot<Value>(name: string): Slot<Value> {
  // No type describes what we put there.
  const own = globalThis as unknown as { backgrounder?: Record<string, unknown> };
  const values = (own.backgrounder ??= {});
  return {
    // Only `set` writes it.
    get: () => values[name] as Value | undefined,
    set(value) {
      values[name] = value;
    },
  };
}
