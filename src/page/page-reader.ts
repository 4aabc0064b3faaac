/**
 * Reads a page's text now and as it changes, and keeps the marks of what the finder found in it.
 * Knows text, offsets and labels; what a label means, and how marks look, is for others.
 */
import { isHere, parentElementOf } from './dom.ts';
import { watchHiddenText } from './hidden-text.ts';
import { textInView, whenScrolled } from './in-view.ts';
import { createMarkStore, type MarkStore } from './marks.ts';
import { whenParsed } from './parsed.ts';
import { isEditor, proseIn } from './prose.ts';
import { findShadowTrees } from './shadow-trees.ts';
import { createSeen, type Seen } from './seen.ts';
import { startReading, type ReadingParts } from './reading.ts';
import { runInSlices } from './slices.ts';
import { observeText, type TextChanges } from './text-changes.ts';
import { LONG_TEXT, runAround, spanOf, type TextPiece } from './text-run.ts';
import {
  createTextWalk,
  edgeTexts,
  neighbourhood,
  walkOver,
  type Step,
  type TextWalk,
} from './text-walk.ts';

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

  const markIn =
    (seen: Seen): ReadingParts['mark'] =>
    ({ node, piece }) =>
      mark(node, seen, piece);

  /** What was worth a closer look while the whole page is read; without its text, which is not looked at again. */
  let judged: Step[] | undefined;
  const scan = (): ReadingParts['isWorthIt'] => {
    const scanner = finder.createScanner();
    return ({ node, text, piece }) => {
      if (!scanner.feed(text)) return false;
      judged?.push({ node, text: '', piece });
      return true;
    };
  };
  const readTree = (root: Node, seen = createSeen()): void => {
    const revision = pageFinder.revision();
    const onEnd = (): void => {
      // What comes in while the whole page is read leaves it to that to begin again.
      if (judged || pageFinder.revision() === revision) return;
      pageFinder.restart();
      readAll();
    };
    const walk = createTextWalk(root);
    startReading({ walk, isWorthIt: scan(), mark: markIn(seen), onChange, onEnd }, passSignal());
  };
  /**
   * Reads the document, and then once more what was judged if its end changed what its beginning meant: nothing else
   * can mean something else now.
   */
  const readDocument = (
    walk: TextWalk,
    { isWorthIt, passes }: Pick<ReadingParts, 'isWorthIt'> & { passes: number },
  ): void => {
    const revision = pageFinder.revision();
    const seen = createSeen();
    const long = new AbortController();
    const onLong = (): void => {
      if (passes === 1) readInView(seen, AbortSignal.any([passSignal(), long.signal]));
    };
    const onEnd = (): void => {
      long.abort();
      trees.lookAgain();
      const kept = judged ?? [];
      judged = undefined;
      if (pageFinder.revision() === revision || passes === MOST_PASSES) return;
      pageFinder.restart();
      judged = kept;
      readDocument(walkOver(kept), { isWorthIt: () => true, passes: passes + 1 });
    };
    startReading({ walk, isWorthIt, mark: markIn(seen), onChange, onLong, onEnd }, passSignal());
  };

  /** What the reader has before the eyes comes first, on a page that takes long and does not stand at its beginning. */
  const readInView = (seen: Seen, reading: AbortSignal): void => {
    const read = (): void => {
      const walk = walkOver(textInView());
      const onEnd = (): void => undefined;
      startReading({ walk, isWorthIt: scan(), mark: markIn(seen), onChange, onEnd }, passSignal());
    };
    whenScrolled(read, reading);
  };

  /** Reads the document and every open shadow tree, whatever of them is being read. */
  const readAll = (): void => {
    pass.abort();
    pass = new AbortController();
    judged = [];
    readDocument(createTextWalk(document), { isWorthIt: scan(), passes: 1 });
    for (const root of trees.all()) readTree(root);
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
    pageFinder = finder.startPage();
    if (marks.size > 0) {
      marks.clear();
      onChange();
    }
    readAll();
  };
  return { marks, shadowRoots: () => trees.all(), isSlow: () => watch.isSlow(), reread };
}
