/** Something that one part of a page's session tells and another listens to; made before both. */

export interface Told {
  tell: () => void;
  /** Is told from now on, in place of who was before. */
  listen: (listener: () => void) => void;
}

export function createTold(): Told {
  /** Owned by `listen`. */
  let listener = (): void => undefined;
  return {
    tell() {
      listener();
    },
    listen(next) {
      listener = next;
    },
  };
}
