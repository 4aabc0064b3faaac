/**
 * A card before there is anything to say: the name, and that the rest is on its way or could not be had. About as high as what comes.
 * Props in, no storage.
 */
import type { Wording } from '../locale/index.ts';

export interface PendingCardProps extends Pick<Wording, 'say'> {
  /** The name as far as it is known, or the words on the page. */
  name: string;
  headingId?: string | undefined;
  state: 'coming' | 'failed';
}

export function PendingCard({ name, headingId, state, say }: PendingCardProps) {
  return (
    <article class="card" data-pending={state}>
      <header class="card-head">
        <h2 id={headingId}>
          <bdi>{name}</bdi>
        </h2>
      </header>
      <div class="card-body">
        <p class="card-missing" role="status">
          {say(state === 'coming' ? 'partComing' : 'partFailed')}
        </p>
      </div>
    </article>
  );
}
