/**
 * Reads a page's text now and as it changes, and keeps the marks of what the finder found in it. Puts the parts of this
 * room together. Knows text, offsets and labels; what a label means, and how marks look, is for others.
 */
import { createFirstReading } from './first-reading.ts';
import { createHiddenText } from './hidden-text.ts';
import { dealWith } from './later-changes.ts';
import { createMarker, type Finder } from './marker.ts';
import { createMarkStore, type MarkStore } from './marks.ts';
import { whenEditorSwitched } from './prose.ts';
import { whenReadable } from './readable.ts';
import { createSeen } from './seen.ts';
import { createShadowTrees } from './shadow-trees.ts';
import { createTextWatch } from './text-changes.ts';

export interface PageReader<Label> {
  marks: MarkStore<Label>;
  /** Open shadow trees of the page. */
  shadowRoots(): ShadowRoot[];
  /** Whether the page changes so fast that it is read slowly. */
  isSlow(): boolean;
  /** Forgets all marks and reads the whole page anew. */
  reread(): void;
}

export interface PageReaderParts<Label> {
  finder: Finder<Label>;
  /** Told after marks were added or removed, or the page became slow or fast. */
  onChange: () => void;
  /** Told when the document has another root element: listeners on window and document may be gone. */
  onRooted: () => void;
}

/** Makes a reader of `document` that begins by itself and follows the page until the signal aborts. */
export function createPageReader<Label>(
  { finder, onChange, onRooted }: PageReaderParts<Label>,
  signal: AbortSignal,
): PageReader<Label> {
  const createScanner = () => finder.createScanner();
  const marks = createMarkStore<Label>();
  const hidden = createHiddenText(signal);
  const marker = createMarker(finder, marks, hidden);
  const trees = createShadowTrees(signal);
  const reading = createFirstReading(
    { marker, createScanner, onChange, onRead: trees.lookAgain, shadowRoots: trees.all },
    signal,
  );
  const watch = createTextWatch(signal);
  /** Whether the page has been begun with. Set once, by `begin`. */
  let isBegun = false;

  const reread = (): void => {
    if (!isBegun) return;
    marker.begin();
    if (marks.size > 0) {
      marks.clear();
      onChange();
    }
    reading.readAll();
  };
  trees.start((root) => {
    watch.observe(root);
    reading.readTree(root);
  });
  hidden.start((nodes) => {
    const seen = createSeen();
    const changed = nodes
      .filter((node) => marks.in(node).length === 0 || !marker.areShown(node))
      .map((node) => marker.mark({ node }, seen));
    if (changed.includes(true)) onChange();
  });
  watch.start((changes, done) => {
    const wasSlow = watch.isSlow();
    if (changes.rooted) onRooted();
    const onEnd = (changed: boolean, costMs: number): void => {
      done(costMs);
      trees.lookAgain();
      if (changed || watch.isSlow() !== wasSlow) onChange();
    };
    dealWith(
      changes,
      { marks, marker, reading, createScanner, onAdded: trees.lookIn },
      onEnd,
      signal,
    );
  });
  whenEditorSwitched(reread, signal);
  whenReadable(() => {
    isBegun = true;
    watch.observe(document);
    reread();
  }, signal);
  signal.addEventListener('abort', () => {
    marks.clear();
  });
  return { marks, shadowRoots: trees.all, isSlow: watch.isSlow, reread };
}
