/**
 * Which range is painted in which highlight. The registry of highlights belongs to the page, which may clear it, use one of
 * our names, or add ranges of its own to ours. Knows names and ranges, not when they are checked.
 */

interface Layer {
  highlight: Highlight;
  /** The ranges to paint, and what still has to be added and removed for that. */
  ranges: Set<AbstractRange>;
  added: Set<AbstractRange>;
  removed: Set<AbstractRange>;
  /** Whether the page added or removed ranges: Firefox does not say which ranges a highlight has. */
  isChangedByPage: boolean;
}

export interface Layers {
  /** Paints a range under one name, or under none for undefined. Takes effect with `commit`. */
  put(range: AbstractRange, name: string | undefined): void;
  all(): Iterable<AbstractRange>;
  /** Applies the changes, a few at each step. */
  commit(): Generator<void>;
  /** Removes our highlights, but not what a page has registered under the same name. */
  unregister: () => void;
  /** Whether the page has changed anything; looks at some of the ranges only. */
  areChangedByPage(some: Iterable<AbstractRange>): boolean;
  /** Makes the next `commit` paint everything again. */
  mend(): void;
}

/**
 * How many changes are made in a registered highlight. More changes take several frames, and each frame with a change makes
 * Chromium go over the whole page (500 ms with 60,000 ranges). So they are made in a new highlight, which then replaces the
 * old one. In Firefox the replacement takes as long in one task, so all changes are made in the registered highlight.
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
        const { added, removed, isChangedByPage } = layer;
        const isLive = isFirefox || added.size + removed.size <= LIVE_MAX;
        if (isChangedByPage || !isLive) renew(layer);
        if (isLive) register(layers, name, layer);
        yield* refresh(layer);
        register(layers, name, layer);
      }
    },
    unregister() {
      for (const [name, layer] of layers) drop(name, layer);
    },
    areChangedByPage(some) {
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
      for (const layer of layers.values()) layer.isChangedByPage = true;
    },
  };
}

const createLayer = (): Layer => ({
  highlight: new Highlight(),
  ranges: new Set(),
  added: new Set(),
  removed: new Set(),
  isChangedByPage: false,
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

/** Gives a layer a new highlight, to which every range has to be added again. */
function renew(layer: Layer): void {
  layer.highlight = new Highlight();
  layer.isChangedByPage = false;
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
