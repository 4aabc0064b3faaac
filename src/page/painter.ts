/**
 * Paints marks by the CSS Custom Highlight API. The rules live in the manifest's stylesheet, one fixed style for each
 * name, and for text in odd colours in a sheet of our own (`ink.ts`); the page's DOM is never touched. Owns when paint
 * is put on, looked at and put back.
 */
import { createInkSheet, refreshInk, type InkedRange } from './ink.ts';
import { createLayers, type Layers } from './layers.ts';
import { runInSlices } from './slices.ts';

const PREFIX = 'backgrounder-';
const ACTIVE = `${PREFIX}active`;

/** What can be painted. */
export interface Paintable {
  range: StaticRange;
  /** The same as ranges of one ink each. */
  inked: readonly InkedRange[];
}

export interface Painter {
  /** Paints these marks, and only these, in a style of the manifest's stylesheet. */
  paint(marks: Iterable<Paintable>, style: string): void;
  /** Paints one mark as the one in use, on top; none for undefined. */
  paintActive(mark: Paintable | undefined): void;
}

/** Between two looks at whether the page took the paint away, in ms. */
const LOOK_MS = 1000;
/** A page that takes it away this often in so many ms means it; the paint stays away until there is other paint. */
const GIVE_UP = { times: 3, within: 10_000 };
/** How many ranges each look asks for, in turn. */
const ASKED_PER_LOOK = 500;
/** Changes of the paint between two looks at the clock: 2 to 40 ms. Each frame with a change is dearer than all of them. */
const CHANGES_PER_STEP = 1500;

/** @param signal takes all paint away when it aborts */
export function createPainter(signal: AbortSignal): Painter {
  const layers = createLayers();
  const inks = createInkSheet(signal);
  /** What was last asked for. Replaced by `paint` alone. */
  let wanted: Wanted = { name: '', inked: [] };
  /** Ends the changes that are being made; undefined once all are made. Replaced by `show` alone. */
  let job: AbortController | undefined;
  /** The highlight of the mark in use. Replaced by `paintActive` alone. */
  let active: Highlight | undefined;

  const putInks = (some: readonly InkedRange[]): void => {
    for (const { range, ink } of some) {
      layers.put(range, inks.nameFor(wanted.name, ink, range.startContainer));
    }
  };
  /** Makes changes in slices, and no others meanwhile. */
  const show = (changes: Generator<void>): void => {
    job?.abort();
    job = new AbortController();
    const step = (): boolean => {
      for (let count = 0; count < CHANGES_PER_STEP; count++) {
        if (changes.next().done !== true) continue;
        job = undefined;
        return false;
      }
      return true;
    };
    runInSlices(step, AbortSignal.any([signal, job.signal]));
  };
  const watch = createWatch(
    {
      // A look would end the changes that are being made, and what is half made looks as if it were taken.
      isBusy: () => job !== undefined,
      isTaken: () => inks.isGone() || layers.areTaken(nextOf(wanted).map(({ range }) => range)),
      onQuiet() {
        const changed = nextOf(wanted).filter(refreshInk);
        putInks(changed);
        if (changed.length > 0) show(layers.commit());
      },
      mend() {
        inks.restore();
        layers.mend();
        show(layers.commit());
      },
      giveUp: layers.unregister,
    },
    signal,
  );
  signal.addEventListener('abort', () => {
    layers.unregister();
    drop(active);
  });
  return {
    paint(marks, style) {
      if (signal.aborted) return;
      wanted = { name: PREFIX + style, inked: [] };
      const snapshot = [...marks];
      show(changesTo(snapshot, wanted, layers, putInks));
      watch(snapshot.length > 0);
    },
    paintActive(mark) {
      drop(active);
      active = undefined;
      if (!mark || signal.aborted) return;
      active = new Highlight(mark.range);
      active.priority = 1;
      inks.setActive(ACTIVE, mark.inked[0]?.ink ?? '', mark.range.startContainer);
      CSS.highlights.set(ACTIVE, active);
    },
  };
}

/** What is to be painted. */
interface Wanted {
  /** Of the highlight of text in its own colour. */
  name: string;
  inked: InkedRange[];
}

/** Only the difference to what is painted, one change at a time. */
function* changesTo(
  marks: readonly Paintable[],
  { inked }: Wanted,
  layers: Layers,
  put: (some: readonly InkedRange[]) => void,
): Generator<void> {
  const ranges = new Set<AbstractRange>();
  for (const mark of marks) {
    for (const each of mark.inked) {
      inked.push(each);
      ranges.add(each.range);
    }
    yield;
  }
  for (const range of layers.all()) {
    if (!ranges.has(range)) layers.put(range, undefined);
    yield;
  }
  for (const each of inked) {
    put([each]);
    yield;
  }
  yield* layers.commit();
}

/** The ranges that are looked at this time: all of them in turn. */
function nextOf({ inked }: Wanted): InkedRange[] {
  const turn = Math.floor(performance.now() / LOOK_MS) * ASKED_PER_LOOK;
  const count = Math.min(ASKED_PER_LOOK, inked.length);
  return Array.from({ length: count }, (_, at) => inked[(turn + at) % inked.length]).filter(
    (each) => each !== undefined,
  );
}

/** Not what a page has put there under the same name. */
function drop(active: Highlight | undefined): void {
  if (active && CSS.highlights.get(ACTIVE) === active) CSS.highlights.delete(ACTIVE);
}

interface Watched {
  isBusy: () => boolean;
  isTaken: () => boolean;
  onQuiet: () => void;
  mend: () => void;
  giveUp: () => void;
}

/** Looks now and then whether the page took the paint away. @returns begins or ends it */
function createWatch(watched: Watched, signal: AbortSignal): (isWanted: boolean) => void {
  let mended: number[] = [];
  let looks: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(looks);
    looks = undefined;
  };
  const look = (): void => {
    if (watched.isBusy()) return;
    if (!watched.isTaken()) {
      watched.onQuiet();
      return;
    }
    const now = performance.now();
    mended = [...mended.filter((at) => at > now - GIVE_UP.within), now];
    if (mended.length <= GIVE_UP.times) {
      watched.mend();
      return;
    }
    stop();
    watched.giveUp();
  };
  signal.addEventListener('abort', stop);
  return (isWanted) => {
    if (!isWanted) stop();
    else if (!signal.aborted) looks ??= setInterval(look, LOOK_MS);
  };
}
