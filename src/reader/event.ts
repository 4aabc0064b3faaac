/** An event that connects two parts of a page session, and is made before both. */

export interface SessionEvent {
  emit: () => void;
  /** Sets the listener, in place of an earlier one. */
  listen: (listener: () => void) => void;
}

export function createEvent(): SessionEvent {
  /** Owned by `listen`. */
  let listener = (): void => undefined;
  return {
    emit() {
      listener();
    },
    listen(next) {
      listener = next;
    },
  };
}
