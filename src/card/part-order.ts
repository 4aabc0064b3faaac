/**
 * The order of a card's parts: what is surely about the same comes first, and of that the report that is nearest to the page's own
 * date, or else the newest. Pure.
 */
import { dayNumber, firstDayOf, lastDayOf, type SourceDate } from '../dataset/index.ts';
import type { CardPart } from '../library/index.ts';

/**
 * @param pageDate day of the page, as `pageDateOf` gives it
 * @returns the same parts; those of equal weight in their order
 */
export function inPartOrder(parts: readonly CardPart[], pageDate: string | undefined): CardPart[] {
  const rank = ({ context, relation }: CardPart): [maybe: number, days: number] => [
    relation === 'maybe' ? 1 : 0,
    daysFrom(context.source.date, pageDate),
  ];
  return parts
    .map((part) => ({ part, rank: rank(part) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
    .map(({ part }) => part);
}

/** Days between a report and the page; without a page's date, from a newer report to an older one. */
function daysFrom(date: SourceDate, pageDate: string | undefined): number {
  const [first, last] = [dayNumber(firstDayOf(date)), dayNumber(lastDayOf(date))];
  if (pageDate === undefined) return -first;
  const page = dayNumber(firstDayOf({ value: pageDate, inferred: false }));
  return Math.max(first - page, page - last, 0);
}
