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

/**
 * @param told the source's day, counted like the events' days
 * @returns undefined where everything is on one day, and there is nothing to draw
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
  return {
    marks,
    told: percent(told),
    rows: Math.max(...marks.map(({ row }) => row)) + 1,
  };
}

function freeRow(marks: readonly EventMark[], from: number, to: number): number {
  const taken = new Set(
    marks.filter((mark) => from < mark.to + ROOM && mark.from < to + ROOM).map(({ row }) => row),
  );
  let row = 0;
  while (taken.has(row)) row++;
  return row;
}
