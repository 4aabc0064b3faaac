/**
 * Events in time: the list that says what they are, in order along a line without a scale, and over it, where
 * days have room beside each other, a strip that shows for the eye alone how far apart they are. The source's own day parts what it reported from what was planned.
 */
import { dayNumber, firstDayOf, type EventNote, type SourceDate } from '../dataset/index.ts';
import { sayDate, type Wording } from '../locale/index.ts';
import { Citation } from './Citation.tsx';
import { paragraphsOf } from './paragraphs.ts';
import { layoutTimeline, type EventMark, type TimelineLayout } from './timeline-layout.ts';

export interface TimelineProps extends Wording {
  /** In time. */
  events: readonly EventNote[];
  /** The source's own day. */
  told: SourceDate;
}

/** CSS px: distance of two rows of marks, and room for the lowest above the line's foot. */
const ROW = 13;
const FOOT = 9;

export function Timeline({ events, told, say, locale }: TimelineProps) {
  const wording = { say, locale };
  const layout = layoutTimeline(events, dayNumber(firstDayOf(told)));
  return (
    <section class="card-section">
      <h3>{say('timelineHeading')}</h3>
      {layout && <Strip {...layout} />}
      <ol class="card-events">
        {events
          .filter(({ state }) => state === 'reported')
          .map((event) => (
            <Event key={event.id} event={event} {...wording} />
          ))}
        <li class="card-told">
          <Sign sign="told" />
          <div class="card-event">
            <time dateTime={told.value}>{sayDate(told, 'short', wording)}</time>{' '}
            <span>{say('eventTold')}</span>
          </div>
        </li>
        {events
          .filter(({ state }) => state === 'planned')
          .map((event) => (
            <Event key={event.id} event={event} {...wording} />
          ))}
      </ol>
    </section>
  );
}

function Event({ event, say, locale }: Wording & { event: EventNote }) {
  const { label, date, state, facts } = event;
  return (
    <li data-state={state}>
      <Sign sign={state} />
      <div class="card-event">
        <time dateTime={date.value}>{sayDate(date, 'short', { say, locale })}</time>{' '}
        <span>
          <bdi>{label}</bdi>{' '}
          {/* The mark says it to the eye; what was only planned is worth a word as well. */}
          <span class={state === 'planned' ? 'card-state' : 'spoken'}>
            {say(state === 'planned' ? 'eventPlanned' : 'eventReported')}
          </span>{' '}
          <Citation paragraphs={paragraphsOf(facts)} say={say} />
        </span>
      </div>
    </li>
  );
}

/** The mark of the strip again, beside the words that explain it. */
function Sign({ sign }: { sign: EventNote['state'] | 'told' }) {
  return (
    <svg class="card-sign" aria-hidden="true" width="10" height="10">
      {sign === 'told' ? (
        <line class="card-day" x1="5" x2="5" y1="0" y2="10" />
      ) : (
        <Dot from="5" to="5" y={5} state={sign} />
      )}
    </svg>
  );
}

function Strip({ marks, told, rows }: TimelineLayout) {
  const height = rows * ROW + FOOT;
  const line = height - FOOT;
  const y = ({ row }: EventMark): number => line - row * ROW;
  return (
    <svg class="card-strip" aria-hidden="true" width="100%" height={height}>
      <line class="card-axis" x1="0%" x2="100%" y1={line} y2={line} />
      <line class="card-day" x1={`${told}%`} x2={`${told}%`} y1="0" y2={height} />
      {marks.map((mark) => (
        <Dot
          key={mark.id}
          from={`${mark.from}%`}
          to={`${mark.to}%`}
          y={y(mark)}
          state={mark.state}
        />
      ))}
    </svg>
  );
}

/** A line with round ends: a dot where both ends meet. Hollow for what was planned. */
function Dot({ from, to, y, state }: DotProps) {
  const ends = { x1: from, x2: to, y1: y, y2: y };
  return (
    <>
      <line class="card-dot" {...ends} />
      {state === 'planned' && <line class="card-hollow" {...ends} />}
    </>
  );
}

interface DotProps {
  from: string;
  to: string;
  y: number;
  state: EventNote['state'];
}
