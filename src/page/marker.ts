/**
 * Judges text where the scanner saw something, and keeps the marks of what the finder found there and a reader sees.
 * Owns the page's finder. Knows runs and labels, not when or why text is judged.
 */
import { closest, isHere, parentElementOf } from './dom.ts';
import type { HiddenText } from './hidden-text.ts';
import { isNamedAside, READING_SELECTOR } from './line-role.ts';
import type { MarkStore } from './marks.ts';
import { proseIn } from './prose.ts';
import type { Seen } from './seen.ts';
import { isShown } from './shown.ts';
import { PIECE, type Step, type TextPiece } from './text-piece.ts';
import { isOwn, runAround, spanOf, type TextRun } from './text-run.ts';

/** A labelled span in a run of text, half-open, in UTF-16 code units. */
export interface Found<Label> {
  start: number;
  end: number;
  label: Label;
}

/** Finds labels in text. The page layer never looks into them. */
export interface Finder<Label> {
  /** A fast reader of chunk after chunk, which says whether a closer look is worth it where a chunk ends. */
  createScanner(): Scanner;
  startPage(): PageFinder<Label>;
}

export interface Scanner {
  feed(chunk: string): boolean;
  reset(): void;
}

/** Finds labels in one page, run after run; what it found in one may depend on the others. */
export interface PageFinder<Label> {
  find(text: string): Found<Label>[];
  /** Grows when something was learned that may change what was found before. */
  revision(): number;
  /** Begins to read the same page again. */
  restart(): void;
}

export interface Marker {
  /** Judges a text node, or a piece of one, and what of its run nobody has seen. @returns whether marks changed */
  mark(step: Pick<Step, 'node' | 'piece'>, seen: Seen): boolean;
  /** Whether all marks of a text node can be seen as they could before. */
  areShown(node: Text): boolean;
  /** Grows when something was learned that may change what was found before. */
  revision(): number;
  /** Begins to read the same page again. */
  restart(): void;
  /** Begins with a page of which nothing is known. */
  begin(): void;
}

/** How much text before a piece is judged with it where nobody has judged that, in UTF-16 code units. */
const TAIL = 512;

export function createMarker<Label>(
  finder: Pick<Finder<Label>, 'startPage'>,
  marks: MarkStore<Label>,
  hidden: HiddenText,
): Marker {
  let page = finder.startPage();

  /** @returns whether there was anything to mark */
  const markRun = (run: TextRun): boolean => {
    let changed = false;
    for (const { start, end, label } of page.find(run.text)) {
      const span = isOwn(run, start) ? spanOf(run, start, end) : undefined;
      if (!span) continue;
      if (isShown(span)) {
        marks.add(span, label);
        hidden.follow(span.startContainer);
        changed = true;
      } else hidden.wait(span.startContainer, span);
    }
    return changed;
  };

  return {
    mark({ node, piece }, seen) {
      const parent = parentElementOf(node);
      if (seen.has(node, piece) || !parent || !isHere(node)) return false;
      hidden.forget(node);
      const prose = proseIn(parent);
      if (prose === 'hidden') hidden.wait(node);
      const isRead = prose === 'seen' && !isReadingOfMark(marks, parent);
      const run = isRead
        ? runAround({ node, piece: piece && ownPiece(piece, seen) }, seen)
        : undefined;
      if (!run) return marks.removeIn([piece ?? { node, from: 0, to: Infinity }]);
      if (piece) seen.add(node, piece);
      else for (const part of run.own) seen.add(part.node);
      const removed = marks.removeIn(run.own);
      return markRun(run) || removed;
    },
    areShown: (node) => marks.in(node).every((mark) => isShown(mark)),
    revision: () => page.revision(),
    restart() {
      page.restart();
    },
    begin() {
      page = finder.startPage();
    },
  };
}

/** A piece decides about names that begin before it, too, where nobody else has. */
function ownPiece(piece: TextPiece, seen: Seen): TextPiece {
  const { node, from, to } = piece;
  const before = { node, from: from - PIECE, to: from };
  return from === 0 || seen.has(node, before) ? piece : { node, from: from - TAIL, to };
}

/** Whether an element holds how marked words are read: the same mention once more. */
function isReadingOfMark<Label>(marks: MarkStore<Label>, parent: Element): boolean {
  const ruby = isNamedAside(parent) && closest(parent, READING_SELECTOR) && closest(parent, 'ruby');
  if (!ruby) return false;
  const walker = document.createTreeWalker(ruby, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isBase = !isNamedAside(parentElementOf(node));
    if (isBase && marks.in(node).length > 0) return true;
  }
  return false;
}
