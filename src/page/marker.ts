/**
 * Judges text in which the scanner found something, and marks what the finder finds there, if a reader can see it. Owns the
 * page's finder. Knows runs and labels, not when or why text is judged.
 */
import { closest, isInDocument, parentElementOf } from './dom.ts';
import type { HiddenText } from './hidden-text.ts';
import { isNamedAside, READING_SELECTOR } from './line-role.ts';
import type { MarkStore } from './marks.ts';
import { proseIn } from './prose.ts';
import type { Scanner } from './judge.ts';
import type { Pass } from './pass.ts';
import { createSeenByPass, type Seen } from './seen.ts';
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
  createScanner(): Scanner;
  startPage(): PageFinder<Label>;
}

/** Finds labels in one page, run after run. What it finds in one run may depend on the others. */
export interface PageFinder<Label> {
  find(text: string): Found<Label>[];
  /** Grows when the finder learns something that may change what it found before. */
  revision(): number;
  /** Starts to read the same page again. */
  restart(): void;
}

export interface Marker {
  /** Judges a text node or a piece of it, and the unseen part of its run. @returns whether marks changed */
  mark: (step: Pick<Step, 'node' | 'piece'>, pass: Pass) => boolean;
  /** Whether all marks of a text node are still visible. */
  areShown(node: Text): boolean;
  /** Grows when the finder learns something that may change what it found before. */
  revision: () => number;
  /** Starts to read the same page again. */
  restart: () => void;
  /** Starts to read a new page. */
  begin(): void;
}

/** How much unjudged text before a piece is judged with it, in UTF-16 code units. */
const TAIL = 512;

export function createMarker<Label>(
  finder: Pick<Finder<Label>, 'startPage'>,
  marks: MarkStore<Label>,
  hidden: HiddenText,
): Marker {
  const seenBy = createSeenByPass();
  /** Replaced by `begin`. */
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
    mark({ node, piece }, pass) {
      const parent = parentElementOf(node);
      const seen = seenBy(pass);
      if (seen.has(node, piece) || !parent || !isInDocument(node)) return false;
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

/** A piece also decides about names that begin before it, if that text was not judged yet. */
function ownPiece(piece: TextPiece, seen: Seen): TextPiece {
  const { node, from, to } = piece;
  const before = { node, from: from - PIECE, to: from };
  return from === 0 || seen.has(node, before) ? piece : { node, from: from - TAIL, to };
}

/** Whether an element holds the reading (ruby) of marked words, which would be the same mention again. */
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
