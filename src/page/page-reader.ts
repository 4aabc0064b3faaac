/**
 * Reads a page's text now and as it changes, and keeps the marks of what the finder found in it.
 * Knows text, offsets and labels; what a label means, and how marks look, is for others.
 */
import { createMarkStore, type MarkStore } from './marks.ts';
import { runInSlices } from './slices.ts';
import { observeText } from './text-changes.ts';
import { runAround, spanOf, type TextRun } from './text-run.ts';

/** A labelled span in a run of text, half-open, in UTF-16 code units. */
export interface Found<Label> {
  start: number;
  end: number;
  label: Label;
}

/** Finds labels in text. The page layer never looks into them. */
export interface Finder<Label> {
  /** A fast reader of chunk after chunk, which says whether a closer look is worth it where a chunk ends. */
  createScanner(): { feed(chunk: string): boolean };
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

/** Text nodes between two looks at the clock. */
const NODES_PER_STEP = 64;
/** How often a page is read again because its end changed what its beginning meant. */
const MOST_PASSES = 3;
/** How often a walk starts again because the page removed the place where it stood. */
const MOST_RESTARTS = 5;

export interface PageReader<Label> {
  marks: MarkStore<Label>;
  /** Forgets all marks and reads the whole page, for the first time or anew. */
  reread(): void;
}

/**
 * Makes a reader of `document` that follows its changes until the signal aborts; `reread` starts it.
 * @param onChange called after marks were added or removed
 */
export function createPageReader<Label>(
  finder: Finder<Label>,
  onChange: () => void,
  signal: AbortSignal,
): PageReader<Label> {
  const marks = createMarkStore<Label>();
  let pass = new AbortController();
  let pageFinder = finder.startPage();

  /** Marks the run around a text node, unless this reading has seen it. @returns whether marks changed */
  const readRun = (text: Text | undefined, seen: WeakSet<Node>): boolean => {
    const run = text && !seen.has(text) ? runAround(text) : undefined;
    if (!run) return false;
    for (const { node } of run.parts) seen.add(node);
    return mark(run);
  };

  const mark = (run: TextRun): boolean => {
    const hadMarks = marks.removeIn(run.parts.map(({ node }) => node));
    const spans = pageFinder
      .find(run.text)
      .map(({ start, end, label }) => ({ span: spanOf(run, start, end), label }));
    for (const { span, label } of spans) if (span) marks.add(span, label);
    return hadMarks || spans.length > 0;
  };

  const readTree = (root: Node, seen = new WeakSet<Node>(), passes = 1): void => {
    const scanner = finder.createScanner();
    const walk = createTextWalk(root);
    const revision = pageFinder.revision();
    let changed = false;
    const readNext = (): boolean => {
      const node = walk.next();
      if (node && scanner.feed(node.data)) changed = readRun(node, seen) || changed;
      return node !== undefined;
    };
    const readAgain = (): void => {
      pageFinder.restart();
      readTree(document, new WeakSet(), passes + 1);
    };
    runInSlices(
      () => {
        walk.resume();
        let more = true;
        for (let count = 0; more && count < NODES_PER_STEP; count++) more = readNext();
        if (changed) onChange();
        changed = false;
        if (!more && pageFinder.revision() !== revision && passes < MOST_PASSES) readAgain();
        return more;
      },
      AbortSignal.any([signal, pass.signal]),
    );
  };

  observeText(({ added, touched }) => {
    const seen = new WeakSet<Node>();
    let changed = marks.prune();
    for (const text of [...touched, ...added].flatMap(edgeTexts)) {
      changed = readRun(text, seen) || changed;
    }
    for (const node of added) if (node.isConnected && node.hasChildNodes()) readTree(node, seen);
    if (changed) onChange();
  }, signal);
  signal.addEventListener('abort', () => {
    marks.clear();
  });

  return {
    marks,
    reread() {
      pass.abort();
      pass = new AbortController();
      pageFinder = finder.startPage();
      if (marks.size > 0) {
        marks.clear();
        onChange();
      }
      readTree(document);
    },
  };
}

/** The text nodes under a root in order, however the page changes meanwhile. */
function createTextWalk(root: Node): { next(): Text | undefined; resume(): void } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let restarts = 0;
  return {
    next: () => (walker.nextNode() as Text | null) ?? undefined,
    /** To be called after a pause: begins again where the page took away the node that the walk stood on. */
    resume() {
      if (root.contains(walker.currentNode) || restarts >= MOST_RESTARTS) return;
      restarts++;
      walker.currentNode = root;
    },
  };
}

/** The text at both ends of a changed node: names may begin or end outside of it. */
function edgeTexts(node: Node): Text[] {
  if (!node.isConnected) return [];
  if (node instanceof Text) return [node];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  const first = walker.nextNode();
  if (first instanceof Text) texts.push(first);
  const all = document.createTreeWalker(node);
  while (all.lastChild());
  if (all.currentNode instanceof Text) texts.push(all.currentNode);
  return texts;
}
