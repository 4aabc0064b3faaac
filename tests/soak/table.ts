/** The rounds of a soak as lines of text: one line each, and how much more is held at the end than at the beginning. */
import { median } from '../bench/measure.ts';
import type { PageGauge } from './gauges.ts';

export interface Round {
  /** Of the live blog, and of a story. */
  pages: [PageGauge, PageGauge];
  /** Memory of the background's scripts, in bytes; undefined while it sleeps. */
  background: number | undefined;
  /** How often the extension was updated up to now. */
  updates: number;
  /** Errors in consoles up to now. */
  errors: number;
}

/** How many rounds count as the beginning, and as the end. */
const SPAN = 5;
/** Rounds until everything has been loaded once. */
const WARM_UP = 2;

const mega = (bytes: number | undefined): string =>
  (bytes === undefined ? 'asleep' : (bytes / 1e6).toFixed(2)).padStart(8);

export const headOf = (): string[] => [
  '      |        |       live blog                |        story                   |',
  'round |  MB bg |      MB   nodes listen hosts   |      MB   nodes listen hosts   | errors',
];

export const rowOf = (round: number, { pages, background, errors }: Round): string =>
  [
    String(round).padStart(5),
    mega(background),
    ...pages.flatMap(({ heap, nodes, listeners, hosts }) => [
      mega(heap),
      String(nodes).padStart(7),
      String(listeners).padStart(6),
      String(hosts).padStart(5),
    ]),
    String(errors).padStart(9),
  ].join(' ');

/** Medians of the first rounds against the last ones. */
export function growthOf(rounds: readonly Round[]): string[] {
  if (rounds.length < WARM_UP + 2 * SPAN) return ['Too few rounds to compare first and last.'];
  const first = rounds.slice(WARM_UP, WARM_UP + SPAN);
  const last = rounds.slice(-SPAN);
  const ends = (valueOf: (round: Round) => number | undefined): [from: number, to: number] => {
    const middle = (span: readonly Round[]) =>
      median(span.flatMap((round) => valueOf(round) ?? []));
    return [middle(first), middle(last)];
  };
  const line = (name: string, [from, to]: [number, number]): string => {
    const percent = ((to / from - 1) * 100).toFixed(1);
    return `${name.padEnd(26)} ${from.toFixed(0).padStart(10)} -> ${to.toFixed(0).padStart(10)}  ${percent} %`;
  };
  const liveHeap = ends(({ pages: [live] }) => live.heap);
  const updates = ends((round) => round.updates);
  const perUpdate = (liveHeap[1] - liveHeap[0]) / (updates[1] - updates[0]);
  return [
    line('live blog, bytes', liveHeap),
    line(
      'live blog, nodes',
      ends(({ pages: [live] }) => live.nodes),
    ),
    line(
      'live blog, listeners',
      ends(({ pages: [live] }) => live.listeners),
    ),
    line(
      'story, bytes',
      ends(({ pages: [, story] }) => story.heap),
    ),
    line(
      'story, nodes',
      ends(({ pages: [, story] }) => story.nodes),
    ),
    line(
      'background, bytes',
      ends(({ background }) => background),
    ),
    // In Chromium the scripts of an old version and their global object stay in a page as long as it is open.
    ...(Number.isFinite(perUpdate)
      ? [`live blog, bytes for each update: ${perUpdate.toFixed(0)}`]
      : []),
  ];
}
