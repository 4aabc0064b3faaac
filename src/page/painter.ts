/**
 * Paints marks by the CSS Custom Highlight API. The rules live in the manifest's stylesheet, one fixed style for each
 * name, and for text in odd colours in a sheet of our own (`text-paint.ts`); the page's DOM is never touched. Owns when paint
 * is put on, looked at and put back.
 */
import { createPaintSheet, refreshPaint, type PaintedRange } from './text-paint.ts';
import { createLayers, type Layers } from './layers.ts';
import { runInSlices } from './slices.ts';

const PREFIX = 'backgrounder-';
const ACTIVE = `${PREFIX}active`;

/** What can be painted. */
export interface Paintable {
  range: StaticRange;
  /** The same as ranges of one paint each. */
  painted: readonly PaintedRange[];
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
  const sheet = createPaintSheet(signal);
  /** What was last asked for. Replaced by `paint` alone. */
  let wanted: Wanted = { name: '', painted: [] };
  /** Ends the changes that are being made; undefined once all are made. Replaced by `show` alone. */
  let job: AbortController | undefined;
  /** The highlight of the mark in use. Replaced by `paintActive` alone. */
  let active: Highlight | undefined;

  const putRanges = (some: readonly PaintedRange[]): void => {
    for (const { range, paint } of some) {
      layers.put(range, sheet.nameFor(wanted.name, paint, range.startContainer));
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
      isChangedByPage: () =>
        sheet.isGone() || layers.areChangedByPage(nextOf(wanted).map(({ range }) => range)),
      onQuiet() {
        const changed = nextOf(wanted).filter(refreshPaint);
        putRanges(changed);
        if (changed.length > 0) show(layers.commit());
      },
      mend() {
        sheet.restore();
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
      wanted = { name: PREFIX + style, painted: [] };
      const snapshot = [...marks];
      show(changesTo(snapshot, wanted, layers, putRanges));
      watch(snapshot.length > 0);
    },
    paintActive(mark) {
      drop(active);
      active = undefined;
      if (!mark || signal.aborted) return;
      active = new Highlight(mark.range);
      active.priority = 1;
      sheet.setActive(ACTIVE, mark.painted[0]?.paint ?? '', mark.range.startContainer);
      CSS.highlights.set(ACTIVE, active);
    },
  };
}

/** What is to be painted. */
interface Wanted {
  /** Of the highlight of text in its own colour. */
  name: string;
  painted: PaintedRange[];
}

/** Only the difference to what is painted, one change at a time. */
function* changesTo(
  marks: readonly Paintable[],
  { painted }: Wanted,
  layers: Layers,
  put: (some: readonly PaintedRange[]) => void,
): Generator<void> {
  const ranges = new Set<AbstractRange>();
  for (const mark of marks) {
    for (const each of mark.painted) {
      painted.push(each);
      ranges.add(each.range);
    }
    yield;
  }
  for (const range of layers.all()) {
    if (!ranges.has(range)) layers.put(range, undefined);
    yield;
  }
  for (const each of painted) {
    put([each]);
    yield;
  }
  yield* layers.commit();
}

/** The ranges that are looked at this time: all of them in turn. */
function nextOf({ painted }: Wanted): PaintedRange[] {
  const turn = Math.floor(performance.now() / LOOK_MS) * ASKED_PER_LOOK;
  const count = Math.min(ASKED_PER_LOOK, painted.length);
  return Array.from({ length: count }, (_, at) => painted[(turn + at) % painted.length]).filter(
    (each) => each !== undefined,
  );
}

/** Not what a page has put there under the same name. */
function drop(active: Highlight | undefined): void {
  if (active && CSS.highlights.get(ACTIVE) === active) CSS.highlights.delete(ACTIVE);
}

interface Watched {
  isBusy: () => boolean;
  isChangedByPage: () => boolean;
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
    if (!watched.isChangedByPage()) {
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
