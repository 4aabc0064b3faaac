/**
 * The card of one entity: who and since when, the summary, facts with speaker and paragraph, then what is
 * drawn from facts. The same view in the popover, the toolbar popup and wherever else; props in, no storage,
 * no settings.
 */
import { ageOf, isStale, type EntityContext, type SourceDate } from '../dataset/index.ts';
import { sayAge, sayDate, saySource, type Wording } from '../locale/index.ts';
import { Citation } from './Citation.tsx';
import type { OpenEntity } from './EntityLink.tsx';
import type { CopyFact } from './FactCopy.tsx';
import { FactList } from './FactList.tsx';
import { Positions } from './Positions.tsx';
import { Quote } from './Quote.tsx';
import type { Cues } from './cue-words.ts';
import { rankFacts } from './rank-facts.ts';
import { RelatedEntities } from './RelatedEntities.tsx';
import { Sentence } from './Sentence.tsx';
import { SourceSection } from './SourceSection.tsx';
import { Timeline } from './Timeline.tsx';

export interface EntityCardProps extends Wording {
  context: EntityContext;
  /** The reader's day, from which ages are counted. */
  today: Date;
  /** Id for the heading, so that a dialog around the card can be named by it. */
  headingId?: string;
  /** What stands around the mention; facts that have to do with it come first. */
  cues?: Cues;
  /** Id of a fact that is not to be folded away at first. */
  openAt?: string | undefined;
  /** Opens another entity's card; without it other entities are plain text. */
  onOpen?: OpenEntity;
  /** Puts text on the clipboard; without it nothing offers to copy. */
  onCopy?: CopyFact;
  /** Whether to end with what the card rests on: fingerprint and dataset. */
  withSources?: boolean;
}

export function EntityCard(props: EntityCardProps) {
  const {
    context,
    today,
    headingId,
    cues,
    openAt,
    onCopy,
    withSources = false,
    say,
    locale,
  } = props;
  const { entity, source, dataset } = context;
  const wording = { say, locale };
  const facts = cues ? rankFacts(context, cues) : [...context.facts, ...context.background];
  return (
    <article key={entity.id} class="card" data-entity={entity.id} tabIndex={-1}>
      <header class="card-head">
        <div class="card-kicker">
          <span class="card-kind">{entity.kind}</span>
          <AsOf date={source.date} today={today} {...wording} />
        </div>
        <h2 id={headingId}>
          <bdi>{entity.name}</bdi>
        </h2>
        <p class="card-role">
          {entity.role.volatile ? (
            <Sentence message="roleThen" parts={[entity.role.text]} say={say} />
          ) : (
            <bdi>{entity.role.text}</bdi>
          )}{' '}
          <Citation paragraphs={entity.role.citations} say={say} />
        </p>
      </header>
      {/* A scrolling region must be reachable by keyboard. */}
      <div class="card-body" tabIndex={0} role="group" aria-label={say('cardBody', entity.name)}>
        <p class="card-summary" dir="auto">
          {entity.summary} <Citation paragraphs={entity.summaryCitations} say={say} />
        </p>
        {facts.length > 0 && <h3>{say('factsHeading')}</h3>}
        {facts.some((fact) => isStale(fact.date, fact.stability, today)) && (
          <p class="card-stale">{say('mayHaveChanged')}</p>
        )}
        <FactList {...{ facts, source, dataset, openAt, onCopy }} {...wording} />
        <Drawn {...props} />
        {entity.notFromSource !== undefined && (
          <aside class="card-outside">
            <h3>{say('notFromSourceHeading')}</h3>
            <p dir="auto">{entity.notFromSource}</p>
          </aside>
        )}
        {withSources && <SourceSection context={context} say={say} />}
      </div>
      <footer class="card-source">{saySource(source, wording)}</footer>
    </article>
  );
}

/** What facts add up to: a quote, positions, a timeline, relations. */
function Drawn({ context, onOpen, say, locale }: EntityCardProps) {
  const { entity, quotes, positions, timeline, related, source } = context;
  const wording = { say, locale };
  // Only the entity's own words: one voice picked from a dispute over it would take a side.
  const quote = quotes.find(({ speaker }) => speaker.id === entity.id);
  return (
    <>
      {quote && <Quote quote={quote} {...wording} />}
      {positions.map((group) => (
        <Positions key={group.question.id} {...{ group, own: entity.id, onOpen }} {...wording} />
      ))}
      {timeline.length > 0 && <Timeline events={timeline} told={source.date} {...wording} />}
      {related.length > 0 && <RelatedEntities {...{ related, onOpen, say }} />}
    </>
  );
}

function AsOf({ date, today, say, locale }: Wording & { date: SourceDate; today: Date }) {
  return (
    <span class="card-age">
      <time dateTime={date.value}>{say('asOf', sayDate(date, 'short', { say, locale }))}</time>
      {' · '}
      {sayAge(ageOf(date, today), locale)}
    </span>
  );
}
