/** Facts, each with who said so, when it is not the source's own day, and where it stands. */
import type { Fact, Source } from '../dataset/index.ts';
import { sayDate, type MessageKey } from '../locale/index.ts';
import { Citation } from './Citation.tsx';
import type { Wording } from './EntityCard.tsx';

const MANNER_KEYS: Record<Fact['attribution']['manner'], MessageKey> = {
  'on-record': 'mannerOnRecord',
  'person-familiar': 'mannerPersonFamiliar',
  'people-familiar': 'mannerPeopleFamiliar',
  official: 'mannerOfficial',
  report: 'mannerReport',
};

export interface FactListProps extends Wording {
  facts: readonly Fact[];
  source: Source;
}

export function FactList({ facts, source, say, locale }: FactListProps) {
  return (
    <ul class="card-facts">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p class="card-statement">{fact.statement}</p>
          <p class="card-attribution">
            <span>{say(MANNER_KEYS[fact.attribution.manner], fact.attribution.speaker ?? '')}</span>
            {fact.date.value !== source.date.value && (
              <time dateTime={fact.date.value}>{sayDate(fact.date, 'short', locale)}</time>
            )}
            <Citation paragraphs={fact.citations} say={say} />
          </p>
        </li>
      ))}
    </ul>
  );
}
