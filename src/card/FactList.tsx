/** Facts, each with who said so, when, and where it stands; the first few at once, the rest behind a disclosure. */
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { EntityContext, Fact } from '../dataset/index.ts';
import type { Wording } from '../locale/index.ts';
import { FactCopy, type CopyFact } from './FactCopy.tsx';
import { Provenance } from './Provenance.tsx';

/** As many as a reader takes in at a glance. */
const SHOWN = 5;

export interface FactListProps extends Wording {
  /** Best first. */
  facts: readonly Fact[];
  source: EntityContext['source'];
  dataset: EntityContext['dataset'];
  /** Id of a fact that is not to be folded away at first. */
  openAt?: string | undefined;
  /** Without it, nothing offers to copy. */
  onCopy?: CopyFact | undefined;
}

export function FactList({ facts, openAt, ...rest }: FactListProps) {
  const folded = facts.slice(SHOWN);
  const [isAll, setAll] = useState(() => folded.some(({ id }) => id === openAt));
  return (
    <Fragment>
      <Facts facts={facts.slice(0, SHOWN)} {...rest} />
      {folded.length > 0 && (
        <details
          class="card-more"
          open={isAll}
          onToggle={({ currentTarget }) => {
            setAll(currentTarget.open);
          }}
        >
          <summary>{rest.say('factsAll', facts.length)}</summary>
          {isAll && <Facts facts={folded} {...rest} />}
        </details>
      )}
    </Fragment>
  );
}

function Facts({ facts, source, dataset, onCopy, say, locale }: Omit<FactListProps, 'openAt'>) {
  const wording = { say, locale };
  return (
    <ul class="card-facts">
      {facts.map((fact) => (
        <li key={fact.id} data-fact={fact.id}>
          <p class="card-statement" dir="auto">
            {fact.statement}
          </p>
          <Provenance fact={fact} {...wording}>
            {onCopy && <FactCopy {...{ fact, source, dataset, onCopy }} {...wording} />}
          </Provenance>
        </li>
      ))}
    </ul>
  );
}
