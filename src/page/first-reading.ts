/**
 * Reads a whole page, and once more what its end changed the meaning of; and single trees that come in later. Owns what
 * the reading of the page is at. Knows steps and when they are worth a closer look, not what is looked for.
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
  /** Told after marks were added or removed. */
  onChange: () => void;
  /** Told when the document has been read. */
  onRead: () => void;
  /** Trees beside the document's own. */
  shadowRoots: () => readonly ShadowRoot[];
}

export interface FirstReading {
  /** Reads the document and every open shadow tree from the beginning, whatever of them is being read. */
  readAll(): void;
  /** Reads one tree. @param seen what of it has been judged with the change that brought it */
  readTree(root: Node, seen?: Seen): void;
}

export function createFirstReading(parts: FirstReadingParts, signal: AbortSignal): FirstReading {
  const { marker, onChange } = parts;
  /** Ends what is being read. Renewed by `readAll` alone. */
  let pass = new AbortController();
  /**
   * What was worth a closer look while the whole page is read; without its text, which is not looked at again. Set by
   * `readAll` and `readDocument`, filled by scanners meanwhile.
   */
  let judged: Step[] | undefined;
  const passSignal = (): AbortSignal => AbortSignal.any([signal, pass.signal]);

  /** What stands beside the line has a scanner of its own, so that it does not part the words around it. */
  const scan = (): ReadingParts['isWorthIt'] => {
    const [inLine, beside] = [parts.createScanner(), parts.createScanner()];
    let wasAside = false;
    return ({ node, text, piece, aside = false }) => {
      if (aside && !wasAside) beside.reset();
      wasAside = aside;
      if (!(aside ? beside : inLine).feed(text)) return false;
      judged?.push({ node, text: '', piece });
      return true;
    };
  };
  const read = (
    walk: TextWalk,
    seen: Seen,
    more: Pick<ReadingParts, 'onEnd'> & Partial<ReadingParts>,
  ): void => {
    const mark: ReadingParts['mark'] = (step) => marker.mark(step, seen);
    startReading({ walk, isWorthIt: scan(), mark, onChange, ...more }, passSignal());
  };
  const readTree = (root: Node, seen = createSeen()): void => {
    const revision = marker.revision();
    const onEnd = (): void => {
      // What comes in while the whole page is read leaves it to that to begin again.
      if (judged || marker.revision() === revision) return;
      marker.restart();
      readAll();
    };
    read(createTextWalk(root), seen, { onEnd });
  };
  /** What the reader has before the eyes comes first, on a page that takes long and does not stand at its beginning. */
  const readInView = (seen: Seen, reading: AbortSignal): void => {
    const readNow = (): void => {
      read(walkOver(textInView()), seen, { onEnd: () => undefined });
    };
    whenScrolled(readNow, reading);
  };
  /**
   * Reads the document, and then once more what was judged if its end changed what its beginning meant: nothing else
   * can mean something else now.
   */
  const readDocument = (walk: TextWalk, passes: number): void => {
    const revision = marker.revision();
    const seen = createSeen();
    const long = new AbortController();
    const onLong = (): void => {
      if (passes === 1) readInView(seen, AbortSignal.any([passSignal(), long.signal]));
    };
    const onEnd = (): void => {
      long.abort();
      parts.onRead();
      const kept = judged ?? [];
      judged = undefined;
      if (marker.revision() === revision || passes === PASSES_MAX) return;
      marker.restart();
      judged = kept;
      readDocument(walkOver(kept), passes + 1);
    };
    read(walk, seen, { onLong, onEnd, ...(passes > 1 ? { isWorthIt: () => true } : {}) });
  };
  const readAll = (): void => {
    pass.abort();
    pass = new AbortController();
    judged = [];
    readDocument(createTextWalk(document), 1);
    for (const root of parts.shadowRoots()) readTree(root);
  };
  return { readAll, readTree };
}
