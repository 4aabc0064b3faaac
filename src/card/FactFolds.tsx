/** What a card has beyond the first sight, each part under a heading that a reader thinks in. */
import type { EntityContext, Fact } from '../dataset/index.ts';
import type { Wording } from '../locale/index.ts';
import type { Arrangement } from './arrange.ts';
import type { OpenEntity } from './EntityLink.tsx';
import type { CopyFact } from './FactCopy.tsx';
import { FactLine, type FactLineProps } from './FactLine.tsx';
import { Fold } from './Fold.tsx';
import { Positions } from './Positions.tsx';
import { RelatedEntities } from './RelatedEntities.tsx';
import { Timeline } from './Timeline.tsx';

export interface FactFoldsProps extends Wording {
  context: EntityContext;
  isAdded?: boolean | undefined;
  parts: Arrangement;
  openAt?: string | undefined;
  returnTo?: string | undefined;
  onOpen?: OpenEntity | undefined;
  onCopy?: CopyFact | undefined;
}

export function FactFolds(props: FactFoldsProps) {
  const { context, isAdded, parts, openAt, returnTo, onOpen, onCopy, say, locale } = props;
  const { entity, related, source, dataset } = context;
  const line = { source, dataset, isAdded, onCopy, say, locale };
  const has = (facts: readonly Fact[]): boolean => facts.some(({ id }) => id === openAt);
  const { positions, events, onRecord, reported } = parts;
  const isRelated = related.some((one) => one.entity.id === returnTo);
  const isPosition =
    (returnTo !== undefined && !isRelated) ||
    has(positions.flatMap((group) => group.positions.flatMap(({ facts }) => facts)));
  return (
    <>
      <FactsFold heading="onRecordHeading" facts={onRecord} {...line} isOpen />
      <FactsFold
        heading="reportedHeading"
        facts={reported}
        {...line}
        isOpen={onRecord.length === 0 || has(reported)}
      />
      {positions.length > 0 && (
        <Fold heading={say('positionsHeading')} isOpen={isPosition}>
          {positions.map((group) => (
            <Positions key={group.question.id} {...{ group, own: entity.id, onOpen }} {...line} />
          ))}
        </Fold>
      )}
      {events.length > 0 && (
        <Fold heading={say('timelineHeading')} isOpen={has(events.flatMap(({ facts }) => facts))}>
          <Timeline events={events} {...line} />
        </Fold>
      )}
      {related.length > 0 && (
        <Fold heading={say('relatedHeading')} isOpen={isRelated}>
          <RelatedEntities {...{ related, onOpen, say }} lang={dataset.language} />
        </Fold>
      )}
      {entity.notFromSource !== undefined && (
        <Fold heading={say('notFromSourceHeading')}>
          <p lang={dataset.language} dir="auto">
            {entity.notFromSource}
          </p>
        </Fold>
      )}
    </>
  );
}

interface FactsFoldProps extends Omit<FactLineProps, 'fact'> {
  heading: 'onRecordHeading' | 'reportedHeading';
  facts: readonly Fact[];
  /** The first is open: who asks for more wants the next facts. */
  isOpen: boolean;
}

function FactsFold({ heading, facts, isOpen, ...line }: FactsFoldProps) {
  if (facts.length === 0) return null;
  return (
    <Fold heading={line.say(heading)} count={facts.length} isOpen={isOpen}>
      <ul class="card-facts">
        {facts.map((fact) => (
          <li key={fact.id}>
            <FactLine fact={fact} {...line} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
