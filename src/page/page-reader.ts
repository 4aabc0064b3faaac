/**
 * Reads a page's text now and as it changes, and keeps the marks of what the finder found in it.
 * Knows text, offsets and labels; what a label means, and how marks look, is for others.
 */
import { isHere, parentElementOf } from './dom.ts';
import { watchHiddenText } from './hidden-text.ts';
import { textInView, whenScrolled } from './in-view.ts';
import { createMarkStore, type MarkStore } from './marks.ts';
import { isEditor, proseIn } from './prose.ts';
import { findShadowTrees } from './shadow-trees.ts';
import { createSeen, type Seen } from './seen.ts';
import { runInSlices, SLICE_MS } from './slices.ts';
import { observeText, type TextChanges } from './text-changes.ts';
import { LONG_TEXT, runAround, spanOf, type TextPiece } from './text-run.ts';
import { createTextWalk, edgeTexts, neighbourhood } from './text-walk.ts';

/** A labelled span in a run of text, half-open, in UTF-16 code units. */
export interface Found<Label> {
  start: number;
  end: number;
  label: Label;
}

/** Finds labels in text. The page layer never looks into them. */
export interface Finder<Label> {
  /** A fast reader of chunk after chunk, which says whether a closer look is worth it where a chunk ends. */
  createScanner(): { feed(chunk: string): boolean; reset(): void };
  startPage(): PageFinder<Label>;
}

/** Finds labels in one page, run after run; what it found in one may depend on the others. */
export interface PageFinder<Label> {
  find(text: string): Found<Label>[];
  /** Grows when something was learned that may change what was found before. */
  revision(): number;
  /** Begins to read the same page again. */
  restart(): void;
}

/** Pieces of text between two looks at the clock; one that is judged counts for all of them. */
const PIECES_PER_STEP = 64;
/**
 * A page that is read within this time is shown at once, as a whole; then whenever it has taken twice as long as the last
 * time, since each change of the paint costs the browser more, the longer a page is. In ms.
 */
const FIRST_SHOWN_MS = 100;
/** A page that is parsed for longer is read while it comes in, in ms. */
const LONG_PARSE_MS = 1000;
/** How often a page is read again because its end changed what its beginning meant. */
const MOST_PASSES = 3;
/** How often the page is asked whether it has become an editor as a whole, of which no event tells; in ms. */
const EDITOR_CHECK_MS = 2000;

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
  const marks = createMarkStore<Label>();
  let pass = new AbortController();
  let pageFinder = finder.startPage();
  const passSignal = (): AbortSignal => AbortSignal.any([signal, pass.signal]);

  /** Marks what is found around a text node or piece. @returns whether marks changed */
  const mark = (node: Text, seen: Seen, piece?: TextPiece): boolean => {
    const parent = parentElementOf(node);
    if (seen.has(node, piece) || !parent || !isHere(node)) return false;
    const prose = proseIn(parent);
    if (prose === 'hidden') hidden.add(node);
    const run = prose === 'seen' ? runAround(node, piece) : undefined;
    if (!run) return marks.removeIn([piece ?? { node, from: 0, to: Infinity }]);
    if (piece) seen.add(node, piece);
    else for (const part of run.parts) seen.add(part.node);
    let changed = marks.removeIn(run.own);
    for (const { start, end, label } of pageFinder.find(run.text)) {
      const span = spanOf(run, start, end);
      if (!span) continue;
      const { startContainer, startOffset, endOffset, endContainer } = span;
      const isOwn =
        !piece ||
        (startContainer === node && startOffset < piece.to) ||
        (endContainer === node && endOffset > piece.from);
      if (!isOwn) continue;
      marks.add(span, label);
      changed = true;
    }
    return changed;
  };

  const readTree = (root: Node, seen = createSeen(), passes = 1): void => {
    const scanner = finder.createScanner();
    const walk = createTextWalk(root);
    const revision = pageFinder.revision();
    const begun = performance.now();
    let changed = false;
    let showAfter = FIRST_SHOWN_MS;
    /** Ends with the reading; there only where it takes more than a slice. */
    let long: AbortController | undefined;
    const elapsed = (): number => performance.now() - begun;
    /** @returns what it took, in pieces; 0 at the end */
    const readNext = (): number => {
      const next = walk.next();
      if (!next) return 0;
      if (!scanner.feed(next.text)) return 1;
      changed = mark(next.node, seen, next.piece) || changed;
      return PIECES_PER_STEP;
    };
    const readAgain = (): void => {
      pageFinder.restart();
      readAll(passes + 1);
    };
    runInSlices(() => {
      walk.resume();
      if (root === document && passes === 1 && !long && elapsed() > SLICE_MS) {
        long = new AbortController();
        readInView(seen, AbortSignal.any([passSignal(), long.signal]));
      }
      let more = true;
      for (let pieces = 0; more && pieces < PIECES_PER_STEP;) {
        const read = readNext();
        more = read > 0;
        pieces += read;
      }
      if (changed && (!more || elapsed() > showAfter)) {
        onChange();
        changed = false;
        showAfter = 2 * elapsed();
      }
      if (!more) long?.abort();
      if (!more && root === document) trees.lookAgain();
      if (!more && pageFinder.revision() !== revision && passes < MOST_PASSES) readAgain();
      return more;
    }, passSignal());
  };

  /** What the reader has before the eyes comes first, on a page that takes long and does not stand at its beginning. */
  const readInView = (seen: Seen, reading: AbortSignal): void => {
    const read = (): void => {
      const steps = textInView();
      const scanner = finder.createScanner();
      let at = 0;
      let changed = false;
      runInSlices(() => {
        const step = steps[at++];
        if (step && scanner.feed(step.text)) changed = mark(step.node, seen, step.piece) || changed;
        if (!step && changed) onChange();
        return step !== undefined;
      }, passSignal());
    };
    whenScrolled(read, reading);
  };

  /** Reads the document and every open shadow tree. */
  const readAll = (passes = 1): void => {
    for (const root of [document, ...trees.all()]) readTree(root, createSeen(), passes);
  };

  const watch = observeText((changes, done) => {
    dealWith(changes, done);
  }, signal);
  const trees = findShadowTrees((root) => {
    watch.observe(root);
    readTree(root);
  }, signal);
  const hidden = watchHiddenText((nodes) => {
    const seen = createSeen();
    let changed = false;
    for (const node of nodes) changed = mark(node, seen) || changed;
    if (changed) onChange();
  }, signal);

  /** Deals with a batch in slices. */
  const dealWith = (changes: TextChanges, done: (costMs: number) => void): void => {
    const { added, touched, edited, everything, rooted } = changes;
    const wasSlow = watch.isSlow();
    let changed = marks.prune();
    let cost = 0;
    const seen = createSeen();
    const scanner = finder.createScanner();
    /** Judged only where it has a mark, or the scanner sees something in it or its neighbours. */
    const look = (text: Text): void => {
      if (text.length > LONG_TEXT) {
        readTree(text);
        return;
      }
      const near = neighbourhood(text);
      const isWorthIt =
        near.some(({ node }) => marks.in(node).length > 0) ||
        near.map((each) => scanner.feed(each.text)).includes(true);
      scanner.reset();
      if (isWorthIt) changed = mark(text, seen) || changed;
    };
    const jobs: (() => void)[] = [
      ...edited.map((node) => () => {
        changed = marks.removeBelow(node) || changed;
        readTree(node);
      }),
      ...[...touched, ...added].map((node) => () => {
        edgeTexts(node).forEach(look);
      }),
      ...added.map((node) => () => {
        if (!isHere(node)) return;
        readTree(node, seen);
        trees.lookIn(node);
      }),
    ];
    if (everything) {
      jobs.push(() => {
        readAll();
      });
    }
    if (rooted) onRooted();
    let at = 0;
    runInSlices(() => {
      const start = performance.now();
      jobs[at++]?.();
      cost += performance.now() - start;
      if (at < jobs.length) return true;
      done(cost);
      trees.lookAgain();
      if (changed || watch.isSlow() !== wasSlow) onChange();
      return false;
    }, signal);
  };

  let wasEditor = isEditor();
  const editorCheck = setInterval(() => {
    if (isEditor() === wasEditor) return;
    wasEditor = isEditor();
    reread();
  }, EDITOR_CHECK_MS);
  signal.addEventListener('abort', () => {
    clearInterval(editorCheck);
    marks.clear();
  });

  let isBegun = false;
  /** Not while the page is still parsed, if that is quick: everything would come in twice. */
  const begin = (): void => {
    if (isBegun || signal.aborted) return;
    isBegun = true;
    watch.observe(document);
    reread();
  };
  whenParsed(begin, signal);

  const reread = (): void => {
    if (!isBegun) return;
    pass.abort();
    pass = new AbortController();
    pageFinder = finder.startPage();
    if (marks.size > 0) {
      marks.clear();
      onChange();
    }
    readAll();
  };
  return { marks, shadowRoots: () => trees.all(), isSlow: () => watch.isSlow(), reread };
}

/** As soon as the page is parsed, or after a while where that takes long. */
function whenParsed(begin: () => void, signal: AbortSignal): void {
  if (document.readyState !== 'loading') {
    // Not before whoever asked for the reader has it.
    queueMicrotask(begin);
    return;
  }
  const timer = setTimeout(begin, LONG_PARSE_MS);
  document.addEventListener('DOMContentLoaded', begin, { signal, once: true });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
}
