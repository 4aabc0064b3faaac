/** Facts, each with who said so, when it is not the source's own day, and where it stands. */
import type { Fact } from '../dataset/index.ts';
import { sayDate, type MessageKey, type Wording } from '../locale/index.ts';
import { Citation } from './Citation.tsx';

const MANNER_KEYS: Record<Fact['attribution']['manner'], MessageKey> = {
  'on-record': 'mannerOnRecord',
  'person-familiar': 'mannerPersonFamiliar',
  'people-familiar': 'mannerPeopleFamiliar',
  official: 'mannerOfficial',
  report: 'mannerReport',
};

export interface FactListProps extends Wording {
  facts: readonly Fact[];
}

export function FactList({ facts, say, locale }: FactListProps) {
  return (
    <ul class="card-facts">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p class="card-statement">{fact.statement}</p>
          <p class="card-attribution">
            <span>{say(MANNER_KEYS[fact.attribution.manner], fact.attribution.speaker ?? '')}</span>
            <time dateTime={fact.date.value}>{sayDate(fact.date, 'short', { say, locale })}</time>
            <Citation paragraphs={fact.citations} say={say} />
          </p>
        </li>
      ))}
    </ul>
  );
}
