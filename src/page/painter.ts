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
  let painted = { name: '', highlight: new Highlight(), ranges: new Set<AbstractRange>() };
  const unregister = (name: string): void => {
    CSS.highlights.delete(name);
  };
  signal.addEventListener('abort', () => {
    unregister(painted.name);
    unregister(ACTIVE);
  });
  return {
    paint(ranges, style) {
      if (signal.aborted) return;
      const name = PREFIX + style;
      if (painted.name !== name) {
        unregister(painted.name);
        painted = { name, highlight: new Highlight(), ranges: new Set() };
      }
      // Only the difference: a new highlight would make the browser paint every range again.
      const { highlight } = painted;
      const wanted = new Set(ranges);
      for (const range of painted.ranges) if (!wanted.has(range)) highlight.delete(range);
      for (const range of wanted) if (!painted.ranges.has(range)) highlight.add(range);
      painted.ranges = wanted;
      if (wanted.size === 0) unregister(name);
      else if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
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
