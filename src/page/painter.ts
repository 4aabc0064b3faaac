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

/** Between two looks at whether the page took the paint away, in ms. */
const LOOK_MS = 1000;
/** A page that takes it away this often in so many ms means it; the paint stays away until there is other paint. */
const GIVE_UP = { times: 3, within: 10_000 };

/** @param signal unregisters both names when it aborts */
export function createPainter(signal: AbortSignal): Painter {
  let painted = { name: '', highlight: new Highlight(), ranges: new Set<AbstractRange>() };
  let active: Highlight | undefined;
  /** Not what a page has put there under the same name. */
  const unregister = (name: string, highlight: Highlight | undefined): void => {
    if (highlight && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  };
  let restored: number[] = [];
  let watch: ReturnType<typeof setInterval> | undefined;
  /** The registry belongs to the page, which may clear it or take a name of ours for itself. */
  const restore = (): void => {
    const { name, highlight, ranges } = painted;
    if (CSS.highlights.get(name) === highlight && highlight.size >= ranges.size) return;
    const now = performance.now();
    restored = [...restored.filter((at) => at > now - GIVE_UP.within), now];
    if (restored.length > GIVE_UP.times) {
      stopWatching();
      return;
    }
    for (const range of ranges) highlight.add(range);
    CSS.highlights.set(name, highlight);
  };
  const stopWatching = (): void => {
    clearInterval(watch);
    watch = undefined;
  };
  signal.addEventListener('abort', () => {
    stopWatching();
    unregister(painted.name, painted.highlight);
    unregister(ACTIVE, active);
  });
  return {
    paint(ranges, style) {
      if (signal.aborted) return;
      const name = PREFIX + style;
      if (painted.name !== name) {
        unregister(painted.name, painted.highlight);
        painted = { name, highlight: new Highlight(), ranges: new Set() };
      }
      // Only the difference: a new highlight would make the browser paint every range again.
      const { highlight } = painted;
      const wanted = new Set(ranges);
      for (const range of painted.ranges) if (!wanted.has(range)) highlight.delete(range);
      for (const range of wanted) if (!painted.ranges.has(range)) highlight.add(range);
      painted.ranges = wanted;
      if (wanted.size === 0) {
        stopWatching();
        unregister(name, highlight);
        return;
      }
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
      watch ??= setInterval(restore, LOOK_MS);
    },
    paintActive(range) {
      unregister(ACTIVE, active);
      active = undefined;
      if (!range || signal.aborted) return;
      active = new Highlight(range);
      active.priority = 1;
      CSS.highlights.set(ACTIVE, active);
    },
  };
}
