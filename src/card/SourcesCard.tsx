/**
 * The card of one entity with a part for each source that knows it: the first part as if it were alone, each other one as a line that
 * unfolds in place. Facts of two sources are never mixed. Props in, no storage, no settings.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardPart } from '../library/index.ts';
import { CardHead, type CardHeadProps } from './CardHead.tsx';
import { OtherParts } from './OtherParts.tsx';
import { PartBody, type PartBodyProps } from './PartBody.tsx';

export interface SourcesCardProps
  extends
    Omit<PartBodyProps, 'part' | 'isIfRoom'>,
    Pick<CardHeadProps, 'today' | 'pageDate' | 'headingId'> {
  /** In the order in which they are shown (part-order.ts). */
  parts: readonly [CardPart, ...CardPart[]];
  /** Whether parts are on their way, or could not be had. */
  missing?: 'coming' | 'failed' | undefined;
}

export function SourcesCard(props: SourcesCardProps) {
  const { parts, missing, isWhole = true, returnTo, say } = props;
  const [first, ...others] = parts;
  const { entity, source, dataset } = first.context;
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (returnTo === undefined) return;
    const link = `[data-opens="${CSS.escape(returnTo)}"]`;
    card.current?.querySelector<HTMLElement>(link)?.focus();
  }, [entity.id, returnTo]);
  return (
    <article
      key={`${entity.id} ${String(isWhole)}`}
      ref={card}
      class="card"
      data-entity={entity.id}
      data-whole={isWhole ? '' : undefined}
    >
      <CardHead {...props} {...{ entity, source, dataset }} />
      <div class="card-body">
        <PartBody {...props} part={first} isIfRoom={!isWhole} />
        {others.length > 0 && <OtherParts {...props} first={first} parts={others} />}
        {missing && (
          <p class="card-missing" role="status">
            {say(missing === 'coming' ? 'partComing' : 'partFailed')}
          </p>
        )}
      </div>
    </article>
  );
}
