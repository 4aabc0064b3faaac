/**
 * First layer of detection: a dense Aho-Corasick automaton that reads text in chunks as the page is walked
 * and says where a closer look is worth it. It knows triggers, not entities, and never decides.
 * State is carried from chunk to chunk, so a name split over inline elements is seen. Where two chunks meet
 * inside a word, the word may as well end there (a block edge without a space): both readings are followed
 * until they agree, and a false alarm costs one look by the judge.
 */
import { foldUnit, INVISIBLE_UNIT, isWordUnit } from './fold.ts';

/** Nothing; something that ends in this chunk; something that ended at the end of an earlier chunk. */
export const NO_HIT = 0;
export const HIT_HERE = 1;
export const HIT_BEFORE = 2;

export interface Scanner {
  /**
   * Reads the next chunk.
   * @returns a union of `HIT_HERE` and `HIT_BEFORE` bits, or `NO_HIT`
   */
  feed(chunk: string): number;
  /** Forgets what came before. */
  reset(): void;
}

/** Character classes; letters of the triggers have classes from `FIRST_LETTER` on. */
const UNKNOWN = 255;
const SKIP = 254;
const BREAK = 0;
const OTHER_LETTER = 1;
const FIRST_LETTER = 2;

interface Automaton {
  /** `next[state * classes + class]`. */
  next: Uint16Array;
  classes: number;
  /** 1 where a trigger ends. */
  accepts: Uint8Array;
  letters: ReadonlyMap<string, number>;
  /** State after a word break. */
  start: number;
}

/**
 * Builds the automaton once; each call of the result starts a scanner of its own on it.
 * @param triggers folded phrases of words parted by single spaces; a final `*` stands for any ending of the last word
 */
export function compileScanner(triggers: readonly string[]): () => Scanner {
  const automaton = build(triggers);
  const classOf = new Uint8Array(65536).fill(UNKNOWN);
  const classify = (unit: number): number => {
    const folded = foldUnit(String.fromCharCode(unit));
    let found = BREAK;
    if (folded === INVISIBLE_UNIT) found = SKIP;
    else if (isWordUnit(folded)) found = automaton.letters.get(folded) ?? OTHER_LETTER;
    classOf[unit] = found;
    return found;
  };
  return () =>
    startScanner(automaton, (unit) => {
      const kind = classOf[unit] ?? UNKNOWN;
      return kind === UNKNOWN ? classify(unit) : kind;
    });
}

function startScanner(
  { next, classes, accepts, start }: Automaton,
  kindOf: (unit: number) => number,
): Scanner {
  let state = start;
  /** States of the other readings; empty nearly always. */
  let others: number[] = [];
  let afterBreak = true;

  const step = (from: number, kind: number): number => next[from * classes + kind] ?? start;
  const accepted = (at: number): boolean => accepts[at] === 1;

  /** Takes up the reading in which the last chunk's last word ended with it. @returns whether that is a hit */
  const splitReading = (): boolean => {
    const ended = step(state, BREAK);
    const endings = [ended, ...others.map((other) => step(other, BREAK))];
    others = [...new Set([...others, ended])].filter((other) => other !== state);
    return endings.some(accepted);
  };
  const stepOthers = (kind: number): boolean => {
    others = [...new Set(others.map((other) => step(other, kind)))].filter(
      (other) => other !== state,
    );
    return others.some(accepted);
  };

  return {
    feed(chunk) {
      let hits = NO_HIT;
      let sawAny = false;
      let sawLetter = false;
      for (let at = 0; at < chunk.length; at++) {
        const kind = kindOf(chunk.charCodeAt(at));
        if (kind === SKIP || (kind === BREAK && afterBreak)) {
          sawAny ||= kind === BREAK;
          continue;
        }
        if (!sawAny && !afterBreak && kind !== BREAK && splitReading()) hits |= HIT_BEFORE;
        sawAny = true;
        afterBreak = kind === BREAK;
        state = step(state, kind);
        const hit = (others.length > 0 && stepOthers(kind)) || accepted(state);
        if (hit) hits |= afterBreak && !sawLetter ? HIT_BEFORE : HIT_HERE;
        if (!afterBreak) sawLetter = true;
      }
      return hits;
    },
    reset() {
      state = start;
      others = [];
      afterBreak = true;
    },
  };
}

/** Every trigger starts after a word break; whole words end with one too, plurals with `s`. */
function spell(trigger: string): string[] {
  const open = ` ${trigger}`;
  return trigger.endsWith('*') ? [open.slice(0, -1)] : [`${open} `, `${open}s `];
}

function build(triggers: readonly string[]): Automaton {
  const patterns = [...new Set(triggers.flatMap(spell))];
  const letters = new Map<string, number>();
  for (const letter of new Set(patterns.join('').replaceAll(' ', ''))) {
    letters.set(letter, FIRST_LETTER + letters.size);
  }
  const classes = FIRST_LETTER + letters.size;
  const states = patterns.reduce((total, pattern) => total + pattern.length, 2);
  const next = new Uint16Array(states * classes);
  const accepts = new Uint8Array(states);
  const count = grow(patterns, { next, accepts, classes, letters });
  connect(next, accepts, classes, count);
  // The one edge that every trigger begins with: the start of a text is a word break.
  return { next, classes, accepts, letters, start: next[BREAK] ?? 0 };
}

type Tables = Omit<Automaton, 'start'>;

/** Lays the patterns out as a trie with root 0. @returns the number of states */
function grow(patterns: readonly string[], { next, accepts, classes, letters }: Tables): number {
  let count = 1;
  for (const pattern of patterns) {
    let state = 0;
    for (const letter of pattern) {
      const edge =
        state * classes + (letter === ' ' ? BREAK : (letters.get(letter) ?? OTHER_LETTER));
      if (next[edge] === 0) next[edge] = count++;
      state = next[edge] ?? 0;
    }
    accepts[state] = 1;
  }
  return count;
}

/** Turns the trie into an automaton: breadth first, a missing edge is that of the longest proper suffix. */
function connect(next: Uint16Array, accepts: Uint8Array, classes: number, count: number): void {
  const suffix = new Uint16Array(count);
  const queue: number[] = [];
  for (let kind = 0; kind < classes; kind++) {
    const child = next[kind] ?? 0;
    if (child !== 0) queue.push(child);
  }
  // The queue grows while it is read: an array's iterator sees what is pushed.
  for (const state of queue) {
    const fallback = suffix[state] ?? 0;
    if (accepts[fallback] === 1) accepts[state] = 1;
    for (let kind = 0; kind < classes; kind++) {
      const edge = state * classes + kind;
      const inherited = next[fallback * classes + kind] ?? 0;
      const child = next[edge] ?? 0;
      if (child === 0) {
        next[edge] = inherited;
      } else {
        suffix[child] = inherited;
        queue.push(child);
      }
    }
  }
}
