/** Who stands where on a question, one under the other: all alike in place, type and colour, without a verdict. */
import type { EntityRef, PositionGroup } from '../dataset/index.ts';
import type { Wording } from '../locale/index.ts';
import { EntityLink, type OpenEntity } from './EntityLink.tsx';
import { Provenance } from './Provenance.tsx';

export interface PositionsProps extends Wording {
  group: PositionGroup;
  /** Id of the card's own entity, which needs no way to its card. */
  own: string;
  onOpen?: OpenEntity | undefined;
}

export function Positions({
  group: { question, positions },
  own,
  onOpen,
  ...wording
}: PositionsProps) {
  const { say } = wording;
  const linkTo = (entity: EntityRef) => (
    <EntityLink entity={entity} onOpen={entity.id === own ? undefined : onOpen} />
  );
  return (
    <section class="card-section">
      <h3>{say('positionsHeading')}</h3>
      {question.id !== own && <p class="card-question">{linkTo(question)}</p>}
      <ul class="card-positions">
        {positions.map(({ stance, holders, facts: [fact] }) => (
          <li key={`${stance} ${fact?.id ?? ''}`}>
            <p class="card-stance">{stance}</p>
            <div class="card-view">
              {holders.map((holder) => (
                <p key={holder.id} class="card-holder">
                  {linkTo(holder)}
                </p>
              ))}
              {fact && (
                <>
                  <p class="card-said" dir="auto">
                    {fact.statement}
                  </p>
                  <Provenance fact={fact} {...wording} />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
