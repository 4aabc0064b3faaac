/**
 * Judges the text that a walk over the page has kept and goes on to find, and keeps the marks of what the finder found. Connects
 * the parts of this folder. Knows text, offsets and labels, but not what a label means or how marks are painted.
 */
import { walkerOver } from './dom.ts';
import { createHiddenText } from './hidden-text.ts';
import { textInView, whenScrolled } from './in-view.ts';
import type { Job, Judge } from './judge.ts';
import { createMarker, type Finder, type Marker } from './marker.ts';
import { createMarkStore, type MarkStore } from './marks.ts';
import type { PageWalk } from './page-walk.ts';
import { newPass } from './pass.ts';
import { whenEditorSwitched } from './prose.ts';

export interface PageReader<Label> extends Pick<PageWalk, 'shadowRoots' | 'isSlow' | 'reread'> {
  marks: MarkStore<Label>;
  /** Starts to judge. */
  start(): void;
}

export interface PageReaderParts<Label> {
  walk: PageWalk;
  finder: Finder<Label>;
  /** Called after marks were added or removed, or when the page became slow or fast. */
  onChange: () => void;
  /** Called when the document has another root element: listeners on window and document may have been removed. */
  onRooted: () => void;
}

/** Marks between two looks at the clock. */
const MARKS_PER_STEP = 256;

/** Judges from `start` until the signal aborts. */
export function createPageReader<Label>(
  { walk, finder, onChange, onRooted }: PageReaderParts<Label>,
  signal: AbortSignal,
): PageReader<Label> {
  const marks = createMarkStore<Label>();
  const hidden = createHiddenText(signal);
  const marker = createMarker(finder, marks, hidden);
  const judge: Judge = {
    ...{ onChange, onRooted },
    createScanner: () => finder.createScanner(),
    mark: marker.mark,
    hasMarks: (node) => marks.in(node).length > 0,
    pruning: (onDone) => pruning(marks, onDone),
    removeBelow: (node) => removeBelow(marks, node),
    begin() {
      marker.begin();
      if (marks.size === 0) return;
      marks.clear();
      onChange();
    },
    revision: marker.revision,
    restart: marker.restart,
    whenLong(read, ended) {
      whenScrolled(() => {
        read(textInView());
      }, ended);
    },
  };
  hidden.start((nodes) => {
    if (judgeAgain(nodes, marks, marker)) onChange();
  });
  whenEditorSwitched(walk.reread, signal);
  signal.addEventListener('abort', () => {
    marks.clear();
  });
  const { shadowRoots, isSlow, reread } = walk;
  return {
    ...{ marks, shadowRoots, isSlow, reread },
    start() {
      walk.judgeWith(judge);
    },
  };
}

/** Judges text that became visible, or may have become hidden. @returns whether marks changed */
function judgeAgain<Label>(
  nodes: readonly Text[],
  marks: MarkStore<Label>,
  marker: Marker,
): boolean {
  const pass = newPass();
  return nodes
    .filter((node) => marks.in(node).length === 0 || !marker.areShown(node))
    .map((node) => marker.mark({ node }, pass))
    .includes(true);
}

/** Removes the marks whose text has gone. */
function pruning<Label>(marks: MarkStore<Label>, onDone: (isChange: boolean) => void): Job {
  const rest = marks.all()[Symbol.iterator]();
  return () => {
    for (let count = 0; count < MARKS_PER_STEP; count++) {
      const next = rest.next();
      if (next.done === true) return false;
      onDone(marks.prune(next.value));
    }
    return true;
  };
}

/** Removes the marks inside a node. @returns whether there were any */
function removeBelow<Label>(marks: MarkStore<Label>, root: Node): boolean {
  const walker = walkerOver(root, 'text');
  let changed = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (marks.in(node).length === 0) continue;
    changed = marks.removeIn([{ node, from: 0, to: Infinity }]) || changed;
  }
  return changed;
}
