/**
 * Reads the whole page, and reads parts of it again if the end of the page changes the meaning of its beginning; also reads
 * single trees that are added later. Owns the progress of the reading. Knows steps and when they deserve a closer look,
 * not what is looked for.
 */
import { textInView, whenScrolled } from './in-view.ts';
import type { Marker, Scanner } from './marker.ts';
import { startReading, type ReadingParts } from './reading.ts';
import { createSeen, type Seen } from './seen.ts';
import type { Step } from './text-piece.ts';
import { createTextWalk, walkOver, type TextWalk } from './text-walk.ts';

/** How often a page is read again because its end changed what its beginning meant. */
const PASSES_MAX = 3;

export interface FirstReadingParts {
  marker: Marker;
  createScanner: () => Scanner;
  /** Called after marks were added or removed. */
  onChange: () => void;
  /** Called when the document has been read. */
  onRead: () => void;
  /** Open shadow trees of the page. */
  shadowRoots: () => readonly ShadowRoot[];
}

export interface FirstReading {
  /** Reads the document and every open shadow tree from the beginning, and ends a reading in progress. */
  readAll(): void;
  /** Reads one tree. @param seen the text that was judged with the change that added the tree */
  readTree(root: Node, seen?: Seen): void;
}

export function createFirstReading(parts: FirstReadingParts, signal: AbortSignal): FirstReading {
  const { marker, onChange } = parts;
  /** Ends the reading in progress. Renewed by `readAll` alone. */
  let pass = new AbortController();
  /** The steps that deserved a closer look, while the whole page is read. Owned by `readAll` and `readDocument`. */
  let candidates: Step[] | undefined;
  const passSignal = (): AbortSignal => AbortSignal.any([signal, pass.signal]);

  const read = (
    walk: TextWalk,
    seen: Seen,
    more: Pick<ReadingParts, 'onEnd'> & Partial<ReadingParts>,
  ): void => {
    const isWorthIt = scanWith(parts.createScanner, (step) => candidates?.push(step));
    const mark: ReadingParts['mark'] = (step) => marker.mark(step, seen);
    startReading({ walk, isWorthIt, mark, onChange, ...more }, passSignal());
  };
  const readTree = (root: Node, seen = createSeen()): void => {
    const revision = marker.revision();
    const onEnd = (): void => {
      // While the whole page is read, its own reading decides whether to begin again.
      if (candidates || marker.revision() === revision) return;
      marker.restart();
      readAll();
    };
    read(createTextWalk(root), seen, { onEnd });
  };
  /** Reads the document. If its end changed what its beginning meant, judges the candidates again, and no other text. */
  const readDocument = (walk: TextWalk, passes: number): void => {
    const revision = marker.revision();
    const seen = createSeen();
    const reading = new AbortController();
    const readInView = (): void => {
      read(walkOver(textInView()), seen, { onEnd: () => undefined });
    };
    const onLong = (): void => {
      if (passes === 1) whenScrolled(readInView, AbortSignal.any([passSignal(), reading.signal]));
    };
    const onEnd = (): void => {
      reading.abort();
      parts.onRead();
      const kept = candidates ?? [];
      candidates = undefined;
      if (marker.revision() === revision || passes === PASSES_MAX) return;
      marker.restart();
      candidates = kept;
      readDocument(walkOver(kept), passes + 1);
    };
    read(walk, seen, { onLong, onEnd, ...(passes > 1 ? { isWorthIt: () => true } : {}) });
  };
  const readAll = (): void => {
    pass.abort();
    pass = new AbortController();
    candidates = [];
    readDocument(createTextWalk(document), 1);
    for (const root of parts.shadowRoots()) readTree(root);
  };
  return { readAll, readTree };
}

/**
 * Tells which steps deserve a closer look. Text beside the line has its own scanner, so that it does not split the words
 * around it.
 * @param onCandidate gets each such step without its text, which is not scanned again
 */
function scanWith(
  createScanner: () => Scanner,
  onCandidate: (step: Step) => void,
): ReadingParts['isWorthIt'] {
  const [inLine, beside] = [createScanner(), createScanner()];
  /** Owned by the function that is returned. */
  let wasAside = false;
  return ({ node, text, piece, aside = false }) => {
    if (aside && !wasAside) beside.reset();
    wasAside = aside;
    if (!(aside ? beside : inLine).feed(text)) return false;
    onCandidate({ node, text: '', piece });
    return true;
  };
}
