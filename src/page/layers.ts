/**
 * Which ranges are painted in which highlight, in a registry that belongs to the page: it may clear it, take a name of
 * ours for itself, or put ranges of its own among ours. Knows names and ranges, not when they are looked at.
 */

interface Layer {
  highlight: Highlight;
  ranges: Set<AbstractRange>;
}

export interface Layers {
  /** Paints a range under a name and under no other; nowhere for undefined. To be seen after `register`. */
  put(range: AbstractRange, name: string | undefined): void;
  nameOf(range: AbstractRange): string | undefined;
  all(): Iterable<AbstractRange>;
  register(): void;
  /** Takes away what is ours, and not what a page has put there under the same name. */
  unregister: () => void;
  /** Whether the page has changed anything, as far as some ranges tell. */
  areTaken(some: Iterable<AbstractRange>): boolean;
  /** Makes it what it was. */
  mend(): void;
}

export function createLayers(): Layers {
  const layers = new Map<string, Layer>();
  const names = new Map<AbstractRange, string>();
  const layerOf = (name: string): Layer => {
    const known = layers.get(name);
    const layer = known ?? { highlight: new Highlight(), ranges: new Set() };
    if (!known) layers.set(name, layer);
    return layer;
  };
  const drop = (name: string, { highlight }: Layer): void => {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  };
  const register = (): void => {
    for (const [name, layer] of layers) {
      if (layer.ranges.size === 0) {
        drop(name, layer);
        layers.delete(name);
      } else if (CSS.highlights.get(name) !== layer.highlight) {
        CSS.highlights.set(name, layer.highlight);
      }
    }
  };
  return {
    put(range, name) {
      const before = names.get(range);
      if (before === name) return;
      const layer = before === undefined ? undefined : layers.get(before);
      layer?.ranges.delete(range);
      layer?.highlight.delete(range);
      if (name === undefined) {
        names.delete(range);
        return;
      }
      const { highlight, ranges } = layerOf(name);
      names.set(range, name);
      ranges.add(range);
      highlight.add(range);
    },
    nameOf: (range) => names.get(range),
    all: () => names.keys(),
    register,
    unregister() {
      for (const [name, layer] of layers) drop(name, layer);
    },
    areTaken(some) {
      for (const [name, { highlight, ranges }] of layers) {
        const isOurs = CSS.highlights.get(name) === highlight;
        if (ranges.size > 0 && !(isOurs && highlight.size === ranges.size)) return true;
      }
      for (const range of some) {
        const layer = layers.get(names.get(range) ?? '');
        if (layer && !layer.highlight.has(range)) return true;
      }
      return false;
    },
    mend() {
      for (const { highlight, ranges } of layers.values()) {
        for (const range of highlight) if (!ranges.has(range)) highlight.delete(range);
        for (const range of ranges) highlight.add(range);
      }
      register();
    },
  };
}
