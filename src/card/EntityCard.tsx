/**
 * The card of one entity: who and since when, the summary, every fact with speaker and paragraph, the source.
 * The same view in the popover, the toolbar popup and wherever else; props in, no storage, no settings.
 */
import { ageOf, isStale, type EntityContext, type SourceDate } from '../dataset/index.ts';
import { sayAge, sayDate, type MessageKey, type Wording } from '../locale/index.ts';
import { Citation } from './Citation.tsx';
import { FactList } from './FactList.tsx';

export interface EntityCardProps extends Wording {
  context: EntityContext;
  /** The reader's day, from which ages are counted. */
  today: Date;
  /** Id for the heading, so that a dialog around the card can be named by it. */
  headingId?: string;
}

const KIND_KEYS: Record<EntityContext['entity']['kind'], MessageKey> = {
  person: 'kindPerson',
  weapon: 'kindWeapon',
  concept: 'kindConcept',
  country: 'kindCountry',
  organisation: 'kindOrganisation',
  event: 'kindEvent',
  plan: 'kindPlan',
};

export function EntityCard({ context, today, say, locale, headingId }: EntityCardProps) {
  const { entity, facts, source } = context;
  const wording = { say, locale };
  return (
    <article class="card" data-entity={entity.id}>
      <header class="card-head">
        <div class="card-kicker">
          <span class="card-kind">{say(KIND_KEYS[entity.kind])}</span>
          <AsOf date={source.date} today={today} {...wording} />
        </div>
        <h2 id={headingId}>{entity.name}</h2>
        <p class="card-role">
          {entity.role.volatile ? say('roleThen', entity.role.text) : entity.role.text}
        </p>
      </header>
      {/* A scrolling region must be reachable by keyboard. */}
      <div class="card-body" tabIndex={0} role="group" aria-label={say('cardBody', entity.name)}>
        <p class="card-summary">
          {entity.summary} <Citation paragraphs={entity.summaryCitations} say={say} />
        </p>
        <h3>{say('factsHeading')}</h3>
        {facts.some((fact) => isStale(fact.date, fact.stability, today)) && (
          <p class="card-stale">{say('mayHaveChanged')}</p>
        )}
        <FactList facts={facts} {...wording} />
        {entity.notFromSource !== undefined && (
          <aside class="card-outside">
            <h3>{say('notFromSourceHeading')}</h3>
            <p>{entity.notFromSource}</p>
          </aside>
        )}
      </div>
      <footer class="card-source">
        {say('sourceLine', sayDate(source.date, 'long', wording), source.paragraphs)}
      </footer>
    </article>
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
