/**
 * The card of one entity with a part for each source that knows it: the first part as if it were alone, each other one as a line that
 * unfolds in place. Facts of two sources are never mixed. Props in, no storage, no settings.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  const { parts, missing, isWhole = true, returnTo, children, say } = props;
  const [first, ...others] = parts;
  const { entity, source, dataset } = first.context;
  const card = useRef<HTMLElement>(null);
  const key = `${entity.id} ${String(isWhole)}`;
  /** The card in which the reader has unfolded another part: from then on nothing above it may go. */
  const [unfolded, setUnfolded] = useState<string>();
  useLayoutEffect(() => {
    if (returnTo === undefined) return;
    const link = `[data-opens="${CSS.escape(returnTo)}"]`;
    card.current?.querySelector<HTMLElement>(link)?.focus();
  }, [entity.id, returnTo]);
  return (
    <article
      key={key}
      ref={card}
      class="card"
      data-entity={entity.id}
      data-whole={isWhole ? '' : undefined}
    >
      <CardHead {...props} {...{ entity, source, dataset }} />
      <div class="card-body">
        <PartBody {...props} part={first} isIfRoom={!isWhole && unfolded !== key}>
          {others.length === 0 && children}
        </PartBody>
        {others.length > 0 && (
          <OtherParts
            {...props}
            first={first}
            parts={others}
            onFold={() => {
              setUnfolded(key);
            }}
          />
        )}
        {others.length > 0 && isWhole && children}
        {missing && (
          <p class="card-missing" role="status">
            {say(missing === 'coming' ? 'partComing' : 'partFailed')}
          </p>
        )}
      </div>
    </article>
  );
}
