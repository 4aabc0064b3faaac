/**
 * Paints marks with the CSS Custom Highlight API. The stylesheet that comes with the gate has one rule for each style; text in unusual
 * colours gets a rule in a stylesheet of our own (`text-paint.ts`). The page's DOM stays untouched. Owns when paint is
 * added, checked and restored.
 */
import {
  createPaintSheet,
  refreshPaint,
  type PaintedRange,
  type PaintSheet,
} from './text-paint.ts';
import { createLayers, type Layers } from './layers.ts';
import { runInSlices } from './slices.ts';

const PREFIX = 'backgrounder-';
const ACTIVE = `${PREFIX}active`;

/** A span of text that can be painted. */
export interface Paintable {
  range: StaticRange;
  /** The same span, cut into ranges that each have one text paint. */
  painted: readonly PaintedRange[];
}

export interface Painter {
  /** Paints these marks, and only these, in a style of that stylesheet. */
  paint(marks: Iterable<Paintable>, style: string): void;
  /** Paints the mark in use on top of the others; undefined removes that paint. */
  paintActive(mark: Paintable | undefined): void;
}

/** Whether the browser can paint highlights, and there is something to paint them in. */
export const canPaint = (): boolean =>
  'highlights' in CSS && document.documentElement instanceof Element;

/** Whether the document has our rules: they come with the gate, where the browser starts it by itself. */
export const hasHighlightStyles = (): boolean =>
  getComputedStyle(document.documentElement, `::highlight(${PREFIX}dotted)`).textDecorationLine !==
  'none';

/** Removes the paint of the mark in use where the script that painted it has ended without a word. */
export const dropActivePaint = (): boolean => CSS.highlights.delete(ACTIVE);

/** Time between two checks whether the page removed the paint, in ms. */
const CHECK_MS = 1000;
/** A page that removes the paint more often than this in that time does so on purpose: then it is left to the page. */
const GIVE_UP = { times: 3, withinMs: 10_000 };
/** How many ranges each check timer at; the checks take turns. */
const RANGES_PER_CHECK = 500;
/** Changes between two timer at the clock: they take 2 to 40 ms. Each frame with a change costs more than all of them. */
const CHANGES_PER_STEP = 1500;

/** @param signal removes all paint when it aborts */
export function createPainter(signal: AbortSignal): Painter {
  const layers = createLayers();
  const sheet = createPaintSheet(signal);
  const changes = createChanges(signal);
  /** The last request. Replaced by `paint` alone. */
  let wanted: Wanted = { name: '', painted: [] };

  const putRanges = (some: readonly PaintedRange[]): void => {
    for (const { range, paint } of some) {
      layers.put(range, sheet.nameFor(wanted.name, paint, range.startContainer));
    }
  };
  const watch = createWatch(
    {
      // A check would end the changes in progress, and half-made changes look as if the page had made them.
      isBusy: changes.areRunning,
      isChangedByPage: () =>
        sheet.isGone() || layers.areChangedByPage(nextOf(wanted).map(({ range }) => range)),
      onQuiet() {
        const changed = nextOf(wanted).filter(refreshPaint);
        putRanges(changed);
        if (changed.length > 0) changes.run(layers.commit());
      },
      mend() {
        sheet.restore();
        layers.mend();
        changes.run(layers.commit());
      },
      giveUp: layers.unregister,
    },
    signal,
  );
  signal.addEventListener('abort', layers.unregister);
  return {
    paint(marks, style) {
      if (signal.aborted) return;
      wanted = { name: PREFIX + style, painted: [] };
      const snapshot = [...marks];
      changes.run(changesTo(snapshot, wanted, layers, putRanges));
      watch(snapshot.length > 0);
    },
    paintActive: createActivePaint(sheet, signal),
  };
}

/** Makes changes in slices, and only one batch of them at a time: a new batch ends the one before. */
function createChanges(signal: AbortSignal) {
  /** Ends the batch in progress; undefined when there is none. Owned by `run`. */
  let batch: AbortController | undefined;
  return {
    areRunning: () => batch !== undefined,
    run(changes: Generator<void>): void {
      batch?.abort();
      batch = new AbortController();
      const step = (): boolean => {
        for (let count = 0; count < CHANGES_PER_STEP; count++) {
          if (changes.next().done !== true) continue;
          batch = undefined;
          return false;
        }
        return true;
      };
      runInSlices(step, AbortSignal.any([signal, batch.signal]));
    },
  };
}

/** Paints the mark in use. */
function createActivePaint(sheet: PaintSheet, signal: AbortSignal): Painter['paintActive'] {
  /** Replaced by the function that is returned. */
  let active: Highlight | undefined;
  /** Leaves alone what a page has put there under the same name. */
  const drop = (): void => {
    if (active && CSS.highlights.get(ACTIVE) === active) CSS.highlights.delete(ACTIVE);
    active = undefined;
  };
  signal.addEventListener('abort', drop);
  return (mark) => {
    drop();
    if (!mark || signal.aborted) return;
    active = new Highlight(mark.range);
    active.priority = 1;
    sheet.setActive(ACTIVE, mark.painted[0]?.paint ?? '', mark.range.startContainer);
    CSS.highlights.set(ACTIVE, active);
  };
}

/** The paint that was requested. */
interface Wanted {
  /** Name of the highlight for text in its own colour. */
  name: string;
  painted: PaintedRange[];
}

/** Makes the difference to the present paint, one change at a time. */
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

/** The ranges that this check looks at; over time, all of them. */
function nextOf({ painted }: Wanted): PaintedRange[] {
  const turn = Math.floor(performance.now() / CHECK_MS) * RANGES_PER_CHECK;
  const count = Math.min(RANGES_PER_CHECK, painted.length);
  return Array.from({ length: count }, (_, at) => painted[(turn + at) % painted.length]).filter(
    (each) => each !== undefined,
  );
}

interface Watched {
  isBusy: () => boolean;
  isChangedByPage: () => boolean;
  onQuiet: () => void;
  mend: () => void;
  giveUp: () => void;
}

/** Checks regularly whether the page removed the paint. @returns starts or stops the checks */
function createWatch(watched: Watched, signal: AbortSignal): (isWanted: boolean) => void {
  /** When the paint was restored, in ms. Owned by `check`. */
  let mended: number[] = [];
  /** Owned by `stop` and the function that is returned. */
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const check = (): void => {
    if (watched.isBusy()) return;
    if (!watched.isChangedByPage()) {
      watched.onQuiet();
      return;
    }
    const now = performance.now();
    mended = [...mended.filter((at) => at > now - GIVE_UP.withinMs), now];
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
    else if (!signal.aborted) timer ??= setInterval(check, CHECK_MS);
  };
}
