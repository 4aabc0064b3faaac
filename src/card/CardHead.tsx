/** The top of a card: the name, and on a line below it the office or kind as the report gave it, with the report's date. */
import type { EntityContext } from '../dataset/index.ts';
import { sayDate, type Wording } from '../locale/index.ts';
import { Citation } from './Citation.tsx';
import { reportAge, unbroken } from './report-age.ts';

export interface CardHeadProps
  extends Wording, Pick<EntityContext, 'entity' | 'source' | 'dataset'> {
  /** The reader's day. */
  today: Date;
  /** The day of the page around the card, as `pageDateOf` gives it. */
  pageDate?: string | undefined;
  /** Id for the heading, so that a dialog around the card can be named by it. */
  headingId?: string | undefined;
}

type RoleLineProps = Omit<CardHeadProps, 'headingId'>;

export function CardHead(props: CardHeadProps) {
  const { entity, dataset, headingId } = props;
  return (
    <header class="card-head">
      <h2 id={headingId}>
        <bdi lang={dataset.language}>{entity.name}</bdi>
      </h2>
      <RoleLine {...props} />
    </header>
  );
}

/** Who or what that is, as of when. */
export function RoleLine(props: RoleLineProps) {
  const { entity, source, dataset, today, pageDate, say, locale } = props;
  const date = unbroken(sayDate(source.date, 'short', { say, locale }));
  const age = reportAge(source.date, today, pageDate, { say, locale });
  return (
    <p class="card-role">
      <bdi lang={dataset.language}>{entity.role.text}</bdi>{' '}
      <Citation paragraphs={entity.role.citations} say={say} />
      {'\u00a0· '}
      <span class="card-as-of">
        <time dateTime={source.date.value}>{say('asReported', date)}</time>
        {'\u00a0· '}
        {age.isLarge ? <strong>{age.text}</strong> : <span>{age.text}</span>}
      </span>
    </p>
  );
}
