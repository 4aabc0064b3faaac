/**
 * One reading of text, step after step in slices, with what it finds shown at once on a short page and now and then on
 * a long one. Knows steps and time; what is looked for, and where the steps come from, is for the caller.
 */
import { runInSlices, SLICE_MS } from './slices.ts';
import type { Step } from './text-piece.ts';
import type { TextWalk } from './text-walk.ts';

/** Pieces of text between two looks at the clock; one that is judged counts for all of them. */
const PIECES_PER_STEP = 64;
/**
 * A page that is read within this time is shown at once, as a whole; then whenever it has taken twice as long as the last
 * time, since each change of the paint costs the browser more, the longer a page is. In ms.
 */
const FIRST_SHOWN_MS = 100;

export interface ReadingParts {
  walk: TextWalk;
  /** Whether a step is worth a closer look. */
  isWorthIt: (step: Readonly<Step>) => boolean;
  /** Takes the closer look. @returns whether marks changed */
  mark: (step: Readonly<Step>) => boolean;
  onChange: () => void;
  /** Told once, when the reading takes more than a slice. */
  onLong?: () => void;
  onEnd: () => void;
}

/** Reads to the end, or until the signal aborts. */
export function startReading(parts: ReadingParts, signal: AbortSignal): void {
  const { walk, onChange } = parts;
  const begun = performance.now();
  const elapsed = (): number => performance.now() - begun;
  let changed = false;
  let isLong = false;
  let showAfter = FIRST_SHOWN_MS;
  /** @returns what it took, in pieces; 0 at the end */
  const readNext = (): number => {
    const step = walk.next();
    if (!step) return 0;
    if (!parts.isWorthIt(step)) return 1;
    changed = parts.mark(step) || changed;
    return PIECES_PER_STEP;
  };
  runInSlices(() => {
    walk.resume();
    if (!isLong && elapsed() > SLICE_MS) {
      isLong = true;
      parts.onLong?.();
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
    if (!more) parts.onEnd();
    return more;
  }, signal);
}
