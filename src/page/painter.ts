/**
 * Paints marks by the CSS Custom Highlight API. The rules live in the manifest's stylesheet, one fixed style
 * for each name; at most two names are registered, and the page's DOM is never touched.
 */
const PREFIX = 'backgrounder-';
const ACTIVE = `${PREFIX}active`;

export interface Painter {
  /** Paints these ranges, and only these, in a style of the manifest's stylesheet. */
  paint(ranges: Iterable<AbstractRange>, style: string): void;
  /** Paints one range as the one in use, on top; none for undefined. */
  paintActive(range: AbstractRange | undefined): void;
}

/** @param signal unregisters both names when it aborts */
export function createPainter(signal: AbortSignal): Painter {
  let registered: string | undefined;
  const unregister = (name: string | undefined): void => {
    if (name !== undefined) CSS.highlights.delete(name);
  };
  signal.addEventListener('abort', () => {
    unregister(registered);
    unregister(ACTIVE);
  });
  return {
    paint(ranges, style) {
      if (signal.aborted) return;
      const name = PREFIX + style;
      if (registered !== name) unregister(registered);
      const highlight = new Highlight();
      for (const range of ranges) highlight.add(range);
      registered = highlight.size > 0 ? name : undefined;
      if (registered === undefined) unregister(name);
      else CSS.highlights.set(name, highlight);
    },
    paintActive(range) {
      unregister(ACTIVE);
      if (!range || signal.aborted) return;
      const highlight = new Highlight(range);
      highlight.priority = 1;
      CSS.highlights.set(ACTIVE, highlight);
    },
  };
}
