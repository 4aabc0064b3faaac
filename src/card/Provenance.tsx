/** Who a fact comes from, of which day it speaks, and where it stands: the line under every statement. */
import type { ComponentChildren } from 'preact';
import type { Fact } from '../dataset/index.ts';
import { sayDate, type Wording } from '../locale/index.ts';
import { MANNER_KEYS } from './attribution.ts';
import { Citation } from './Citation.tsx';
import { Sentence } from './Sentence.tsx';

export interface ProvenanceProps extends Wording {
  fact: Fact;
  /** In place of the attribution, where a name stands better. */
  by?: string;
  /** What else belongs on the line. */
  children?: ComponentChildren;
}

export function Provenance({ fact, by, children, say, locale }: ProvenanceProps) {
  const { manner, speaker = '' } = fact.attribution;
  return (
    <div class="card-attribution">
      <span>
        {by === undefined ? (
          <Sentence message={MANNER_KEYS[manner]} parts={[speaker]} say={say} />
        ) : (
          <bdi>{by}</bdi>
        )}
      </span>
      <span class="card-when">
        <time dateTime={fact.date.value}>{sayDate(fact.date, 'short', { say, locale })}</time>
        <Citation paragraphs={fact.citations} say={say} />
      </span>
      {children}
    </div>
  );
}
