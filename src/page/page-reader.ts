/**
 * Reads a page's text, follows its changes, and keeps the marks of what the finder found. Connects the parts of this folder.
 * Knows text, offsets and labels, but not what a label means or how marks are painted.
 */
import { createFirstReading } from './first-reading.ts';
import { createHiddenText } from './hidden-text.ts';
import { dealWith } from './later-changes.ts';
import { createMarker, type Finder, type Marker } from './marker.ts';
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
  /** Removes all marks and reads the whole page again. */
  reread(): void;
}

export interface PageReaderParts<Label> {
  finder: Finder<Label>;
  /** Called after marks were added or removed, or when the page became slow or fast. */
  onChange: () => void;
  /** Called when the document has another root element: listeners on window and document may have been removed. */
  onRooted: () => void;
}

/** Reads `document` as soon as it is readable, and follows it until the signal aborts. */
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
  /** Whether the reading has begun. Set once, when the page is readable. */
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
    if (judgeAgain(nodes, marks, marker)) onChange();
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

/** Judges text that became visible, or may have become hidden. @returns whether marks changed */
function judgeAgain<Label>(
  nodes: readonly Text[],
  marks: MarkStore<Label>,
  marker: Marker,
): boolean {
  const seen = createSeen();
  return nodes
    .filter((node) => marks.in(node).length === 0 || !marker.areShown(node))
    .map((node) => marker.mark({ node }, seen))
    .includes(true);
}
