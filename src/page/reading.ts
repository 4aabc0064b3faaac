/**
 * One reading of text, in slices. On a short page all marks are shown together at the end; on a long page they are shown in
 * between. Knows steps and time, not what is looked for or where the steps come from.
 */
import { runInSlices, SLICE_MS } from './slices.ts';
import type { Step } from './text-piece.ts';
import type { TextWalk } from './text-walk.ts';

/** Pieces of text between two looks at the clock; a judged piece counts as this many. */
const PIECES_PER_STEP = 64;
/**
 * A page that is read within this time is painted once, at the end. A longer page is painted whenever the time since the
 * start has doubled, because each change of the paint costs more the longer the page is. In ms.
 */
const FIRST_SHOWN_MS = 100;

export interface ReadingParts {
  walk: TextWalk;
  /** Whether a step deserves a closer look. */
  isWorthIt: (step: Readonly<Step>) => boolean;
  /** Takes the closer look. @returns whether marks changed */
  mark: (step: Readonly<Step>) => boolean;
  onChange: () => void;
  /** Called once if the reading takes more than a slice. @param ended aborts at the end of the reading */
  onLong?: (ended: AbortSignal) => void;
  onEnd: () => void;
}

/** Reads to the end, or until the signal aborts. */
export function startReading(parts: ReadingParts, signal: AbortSignal): void {
  const { walk, onChange } = parts;
  const begun = performance.now();
  const elapsed = (): number => performance.now() - begun;
  /** Whether marks changed since they were shown; set by `readNext`, and cleared when they are shown. */
  let changed = false;
  /** Set once the reading has taken more than a slice. */
  let long: AbortController | undefined;
  let showAfter = FIRST_SHOWN_MS;
  /** @returns its cost in pieces; 0 at the end */
  const readNext = (): number => {
    const step = walk.next();
    if (!step) return 0;
    if (!parts.isWorthIt(step)) return 1;
    changed = parts.mark(step) || changed;
    return PIECES_PER_STEP;
  };
  runInSlices(() => {
    walk.resume();
    if (!long && elapsed() > SLICE_MS) {
      long = new AbortController();
      parts.onLong?.(long.signal);
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
    if (!more) {
      long?.abort();
      parts.onEnd();
    }
    return more;
  }, signal);
}
