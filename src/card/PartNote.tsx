/**
 * Whose word an added dataset is: who made it, as it says of itself, what it is called, and whether anybody has compared it with its
 * source here. That comes first: no name of a maker can then be read in its place. Props in, no storage.
 */
import type { CardPart } from '../library/index.ts';
import { sayCount, sayDate, sayMaker, type Wording } from '../locale/index.ts';

export interface PartNoteProps extends Wording {
  part: Pick<CardPart, 'context' | 'check'>;
}

export function PartNote({ part, ...wording }: PartNoteProps) {
  const { dataset } = part.context;
  const { say } = wording;
  return (
    <p class="card-maker">
      <CheckMark {...{ part }} {...wording} />
      {'\u00a0· '}
      <span>{sayMaker(dataset.maker, say)}</span>
      {'\u00a0· '}
      <bdi lang={dataset.language}>{dataset.title}</bdi>
    </p>
  );
}

/** Whether a check found facts that do not agree with the source. */
export const doesDiffer = ({ check }: Pick<CardPart, 'check'>): boolean =>
  check !== undefined && check.differs.length > 0;

/** Whether the dataset agrees with its source, as far as somebody has checked that on this computer. */
export function CheckMark({ part: { check }, ...wording }: PartNoteProps) {
  const { say } = wording;
  if (!check) return <span>{say('datasetUnchecked')}</span>;
  const { length } = check.differs;
  if (length > 0) {
    return <strong class="card-differs">{sayCount(say, 'datasetDiffers', length)}</strong>;
  }
  const date = sayDate({ value: check.on, inferred: false }, 'short', wording);
  return <span>{say('datasetChecked', date)}</span>;
}
