/**
 * Which ranges are painted in which highlight, in a registry that belongs to the page: it may clear it, take a name of
 * ours for itself, or put ranges of its own among ours. Knows names and ranges, not when they are looked at.
 */

interface Layer {
  highlight: Highlight;
  /** What is to be painted, and how that differs from what is. */
  ranges: Set<AbstractRange>;
  added: Set<AbstractRange>;
  removed: Set<AbstractRange>;
  /** Whether the page put something into it or took something out: Firefox does not say what is in it. */
  isTaken: boolean;
}

export interface Layers {
  /** Has a range painted under a name and under no other; nowhere for undefined. To be seen after `commit`. */
  put(range: AbstractRange, name: string | undefined): void;
  all(): Iterable<AbstractRange>;
  /** Shows what was put, a little at each step. */
  commit(): Generator<void>;
  /** Takes away what is ours, and not what a page has put there under the same name. */
  unregister: () => void;
  /** Whether the page has changed anything, as far as some ranges tell. */
  areTaken(some: Iterable<AbstractRange>): boolean;
  /** Has everything shown anew by the next `commit`. */
  mend(): void;
}

/**
 * So many changes are made in a highlight that is shown. More take more than one frame, and each frame with a change makes
 * Chromium look over the page (500 ms with 60,000 ranges), so they are made in a new one, which then takes its place. In
 * Firefox that would take as long in one task: there all changes are made in one that is shown.
 */
const LIVE_MAX = 1000;
const isFirefox = CSS.supports('-moz-appearance', 'none');

export function createLayers(): Layers {
  const layers = new Map<string, Layer>();
  const names = new Map<AbstractRange, string>();

  return {
    put(range, name) {
      const before = names.get(range);
      if (before === name) return;
      if (before !== undefined) remove(layers.get(before), range);
      if (name === undefined) {
        names.delete(range);
        return;
      }
      const layer = layers.get(name) ?? createLayer();
      layers.set(name, layer);
      names.set(range, name);
      add(layer, range);
    },
    all: () => names.keys(),
    *commit() {
      for (const [name, layer] of layers) {
        const { added, removed, isTaken } = layer;
        const isLive = isFirefox || added.size + removed.size <= LIVE_MAX;
        if (isTaken || !isLive) renew(layer);
        if (isLive) register(layers, name, layer);
        yield* refresh(layer);
        register(layers, name, layer);
      }
    },
    unregister() {
      for (const [name, layer] of layers) drop(name, layer);
    },
    areTaken(some) {
      for (const [name, { highlight, ranges, added, removed }] of layers) {
        const shown = ranges.size - added.size + removed.size;
        if (shown > 0 && CSS.highlights.get(name) !== highlight) return true;
        if (highlight.size !== shown) return true;
      }
      for (const range of some) {
        const layer = layers.get(names.get(range) ?? '');
        if (layer && !layer.added.has(range) && !layer.highlight.has(range)) return true;
      }
      return false;
    },
    mend() {
      for (const layer of layers.values()) layer.isTaken = true;
    },
  };
}

const createLayer = (): Layer => ({
  highlight: new Highlight(),
  ranges: new Set(),
  added: new Set(),
  removed: new Set(),
  isTaken: false,
});

function add({ ranges, added, removed }: Layer, range: AbstractRange): void {
  ranges.add(range);
  if (!removed.delete(range)) added.add(range);
}

function remove(layer: Layer | undefined, range: AbstractRange): void {
  if (!layer?.ranges.delete(range)) return;
  if (!layer.added.delete(range)) layer.removed.add(range);
}

function* refresh({ highlight, added, removed }: Layer): Generator<void> {
  for (const range of removed) {
    removed.delete(range);
    highlight.delete(range);
    yield;
  }
  for (const range of added) {
    added.delete(range);
    highlight.add(range);
    yield;
  }
}

/** With another highlight, into which everything is still to be put. */
function renew(layer: Layer): void {
  layer.highlight = new Highlight();
  layer.isTaken = false;
  layer.removed.clear();
  for (const range of layer.ranges) layer.added.add(range);
}

function register(layers: Map<string, Layer>, name: string, layer: Layer): void {
  if (layer.ranges.size === 0) {
    drop(name, layer);
    layers.delete(name);
  } else if (CSS.highlights.get(name) !== layer.highlight)
    CSS.highlights.set(name, layer.highlight);
}

function drop(name: string, { highlight }: Layer): void {
  if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
}
