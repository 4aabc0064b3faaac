/** One fact: the statement, and behind it in small type who said so, and in which paragraph of the report. */
import type { EntityContext, Fact } from '../dataset/index.ts';
import { directionOf, sayDate, type Wording } from '../locale/index.ts';
import { shortAttribution } from './attribution.ts';
import { Citation } from './Citation.tsx';
import { FactCopy, type CopyFact } from './FactCopy.tsx';

export interface FactLineProps extends Wording {
  fact: Fact;
  source: EntityContext['source'];
  dataset: EntityContext['dataset'];
  /** Whether a reader added the dataset: then a copied text says so. */
  isAdded?: boolean | undefined;
  /** Whether the date stands beside it already. */
  isDated?: boolean;
  /** Without it, nothing offers to copy. */
  onCopy?: CopyFact | undefined;
}

export function FactLine({ fact, isDated = false, ...rest }: FactLineProps) {
  const { source, dataset, isAdded, onCopy, say, locale } = rest;
  const wording = { say, locale };
  const isOfReport = fact.date.value === source.date.value;
  return (
    <div class="card-fact" data-fact={fact.id}>
      <p class="card-statement" dir="auto">
        <span lang={dataset.language}>{fact.statement}</span>{' '}
        {/* In a statement that runs the other way, it keeps its own order. */}
        <span class="card-attribution" dir={directionOf(locale)}>
          {shortAttribution(fact, say)}
          {!isOfReport && !isDated && (
            <>
              {' · '}
              <time dateTime={fact.date.value}>{sayDate(fact.date, 'short', wording)}</time>
            </>
          )}
          <Citation paragraphs={fact.citations} isAfter say={say} />
        </span>
      </p>
      {onCopy && <FactCopy {...{ fact, source, dataset, isAdded, onCopy }} {...wording} />}
    </div>
  );
}
