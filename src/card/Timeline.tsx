/** Events in the order of time. The source's own day separates what it reported from what was planned. */
import type { EventNote } from '../dataset/index.ts';
import { sayDate } from '../locale/index.ts';
import { FactLine, type FactLineProps } from './FactLine.tsx';

export interface TimelineProps extends Omit<FactLineProps, 'fact'> {
  /** In the order of time. */
  events: readonly EventNote[];
}

export function Timeline({ events, ...line }: TimelineProps) {
  const { source, say, locale } = line;
  const inState = (wanted: EventNote['state']) =>
    events
      .filter(({ state }) => state === wanted)
      .map((event) => <Event key={event.id} event={event} {...line} />);
  return (
    <ol class="card-events">
      {inState('reported')}
      <li class="card-told">
        <time dateTime={source.date.value}>{sayDate(source.date, 'short', { say, locale })}</time>
        <p>{say('eventTold')}</p>
      </li>
      {inState('planned')}
    </ol>
  );
}

/** What the facts say about it, or its title where they are told elsewhere. */
function Event({ event, ...line }: Omit<FactLineProps, 'fact'> & { event: EventNote }) {
  const { dataset, say, locale } = line;
  const { label, date, state, facts } = event;
  return (
    <li data-state={state}>
      <time dateTime={date.value}>
        {sayDate(date, 'short', { say, locale })}
        {state === 'planned' && ` ${say('eventPlanned')}`}
      </time>
      <div>
        {facts.length === 0 && (
          <p lang={dataset.language} dir="auto">
            {label}
          </p>
        )}
        {facts.map((fact) => (
          <FactLine key={fact.id} fact={fact} isDated {...line} />
        ))}
      </div>
    </li>
  );
}
