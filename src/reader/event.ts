/** Something that one part of a page's session tells and another listens to; made before both. */

export interface SessionEvent {
  emit: () => void;
  /** Is told from now on, in place of who was before. */
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
