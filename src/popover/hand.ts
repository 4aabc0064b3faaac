/** Whether the reader moved the pointer: browsers also send an event when the page moves below it. Knows no page. */

/** @returns tells it of one event after another */
export function createHand(): (event: Pick<MouseEvent, 'screenX' | 'screenY'>) => boolean {
  /** Owned by the function that is returned. */
  let last: { x: number; y: number } | undefined;
  return ({ screenX: x, screenY: y }) => {
    const before = last;
    last = { x, y };
    return before?.x !== x || before.y !== y;
  };
}
