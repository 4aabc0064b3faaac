/** Who stands where on a question, one under the other: all alike in place, type and colour, without a verdict. */
import type { EntityRef, PositionGroup } from '../dataset/index.ts';
import { EntityLink, type OpenEntity } from './EntityLink.tsx';
import { FactLine, type FactLineProps } from './FactLine.tsx';

export interface PositionsProps extends Omit<FactLineProps, 'fact'> {
  group: PositionGroup;
  /** Id of the card's own entity, which needs no way to its card. */
  own: string;
  onOpen?: OpenEntity | undefined;
}

export function Positions({
  group: { question, positions },
  own,
  onOpen,
  ...line
}: PositionsProps) {
  const lang = line.dataset.language;
  const linkTo = (entity: EntityRef) => (
    <EntityLink {...{ entity, lang }} onOpen={entity.id === own ? undefined : onOpen} />
  );
  return (
    <>
      {question.id !== own && <p>{linkTo(question)}</p>}
      <ul class="card-positions">
        {positions.map(({ stance, holders, facts }, at) => (
          <li key={at}>
            <p class="card-stance">
              <bdi lang={lang}>{stance}</bdi>
            </p>
            <div class="card-view">
              {holders.map((holder) => (
                <p key={holder.id} class="card-holder">
                  {linkTo(holder)}
                </p>
              ))}
              {facts.map((fact) => (
                <FactLine key={fact.id} fact={fact} {...line} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
