/**
 * Where the events of a timeline stand on a line: percent from its start, and rows where two would cover each
 * other. Pure numbers; the view draws them.
 */
import type { EventNote } from '../dataset/index.ts';

export interface EventMark {
  id: string;
  state: EventNote['state'];
  /** Percent from the start of the line; the same where it is known to the day. */
  from: number;
  to: number;
  /** 0 is on the line, 1 above it and so on. */
  row: number;
}

export interface TimelineLayout {
  marks: EventMark[];
  /** Percent of the source's own day. */
  told: number;
  rows: number;
}

/** Room that a mark needs beside another, in percent of the line: a dot of 8 px on a line of 260. */
const ROOM = 4;

/** Fewer times than this, the source's own day among them, are told by their dates alone. */
const TIMES_MIN = 3;
/** More rows than this are a heap. */
const ROWS_MAX = 3;

/**
 * @param told the source's day, counted like the events' days
 * @returns undefined where a line true to scale says nothing: few times, or days too near each other to be told
 * apart on a line as long as the whole
 */
export function layoutTimeline(
  events: readonly EventNote[],
  told: number,
): TimelineLayout | undefined {
  const first = Math.min(told, ...events.map(({ days }) => days[0]));
  const last = Math.max(told, ...events.map(({ days }) => days[1]));
  if (events.length === 0 || first === last) return undefined;
  const percent = (day: number): number => ((day - first) / (last - first)) * 100;
  const marks: EventMark[] = [];
  for (const { id, state, days } of events) {
    const [from, to] = [percent(days[0]), percent(days[1])];
    marks.push({ id, state, from, to, row: freeRow(marks, from, to) });
  }
  const rows = Math.max(...marks.map(({ row }) => row)) + 1;
  const spans: Span[] = [
    ...marks.map(({ from, to }): Span => [from, to]),
    [percent(told), percent(told)],
  ];
  const times = new Set(spans.map(String)).size;
  if (times < TIMES_MIN || rows > ROWS_MAX || spans.some((one) => isBlurred(one, spans))) {
    return undefined;
  }
  return { marks, told: percent(told), rows };
}

/** Start and end on the line, in percent. */
type Span = [from: number, to: number];

/** Whether another time is so near that both look like one, though they are not. */
function isBlurred([from, to]: Span, spans: readonly Span[]): boolean {
  return spans.some(
    (other) =>
      Math.abs(other[0] - from) < ROOM &&
      Math.abs(other[1] - to) < ROOM &&
      (other[0] !== from || other[1] !== to),
  );
}

function freeRow(marks: readonly EventMark[], from: number, to: number): number {
  const taken = new Set(
    marks.filter((mark) => from < mark.to + ROOM && mark.from < to + ROOM).map(({ row }) => row),
  );
  let row = 0;
  while (taken.has(row)) row++;
  return row;
}
