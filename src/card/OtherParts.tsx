/**
 * What other sources say: those that surely mean the same, then those that may, each as a line that unfolds in place. The line says
 * how old the report is, and whose word it is. Props in, no storage.
 */
import type { CardPart } from '../library/index.ts';
import { sayDate, sayMaker, type MessageKey, type Wording } from '../locale/index.ts';
import { RoleLine, type CardHeadProps } from './CardHead.tsx';
import { Fold } from './Fold.tsx';
import { PartBody, type PartBodyProps } from './PartBody.tsx';
import { CheckMark, doesDiffer } from './PartNote.tsx';

export interface OtherPartsProps
  extends Omit<PartBodyProps, 'part' | 'children'>, Pick<CardHeadProps, 'today' | 'pageDate'> {
  /** The part that is shown already. */
  first: CardPart;
  parts: readonly CardPart[];
  /** Called when one of them opens or closes. */
  onFold: () => void;
}

export function OtherParts({ first, parts, ...props }: OtherPartsProps) {
  const groups = new Map<MessageKey | undefined, CardPart[]>();
  for (const part of parts) {
    const heading = headingOf(part, first);
    groups.set(heading, [...(groups.get(heading) ?? []), part]);
  }
  return (
    <>
      {[...groups].map(([heading, group]) => (
        <div key={heading} class="card-others">
          {heading && <h3 class="card-maybe">{props.say(heading)}</h3>}
          {group.map((part) => (
            <OtherPart key={part.context.entity.id} {...props} part={part} />
          ))}
        </div>
      ))}
    </>
  );
}

/** How sure it is that both mean the same; undefined if it is. */
function headingOf({ relation, context }: CardPart, first: CardPart): MessageKey | undefined {
  if (relation !== 'maybe') return undefined;
  const { type } = context.entity;
  if (type !== first.context.entity.type) return 'mayAlsoMean';
  return type === 'person' ? 'maybeSamePerson' : 'maybeSameThing';
}

function OtherPart({ part, ...props }: Omit<OtherPartsProps, 'first' | 'parts'> & PartProps) {
  const { say, locale, openAt, returnTo } = props;
  const { entity, source, dataset, facts, related } = part.context;
  const isSought =
    facts.some(({ id }) => id === openAt) || related.some((one) => one.entity.id === returnTo);
  return (
    <Fold
      heading={say('anotherReport', sayDate(source.date, 'short', { say, locale }))}
      note={<Whose {...{ part, say, locale }} />}
      isOpen={isSought}
      onFold={props.onFold}
    >
      <div class="card-part" data-part={entity.id}>
        <RoleLine {...props} {...{ entity, source, dataset }} />
        <PartBody {...props} part={part} />
      </div>
    </Fold>
  );
}

interface PartProps {
  part: CardPart;
}

/** What somebody needs to know before they unfold it. */
function Whose({ part, ...wording }: Wording & PartProps) {
  const { say } = wording;
  return (
    <span class="card-whose">
      {'\u00a0· '}
      {doesDiffer(part) && (
        <>
          <CheckMark {...{ part }} {...wording} />
          {'\u00a0· '}
        </>
      )}
      {part.isBundled ? say('datasetBundled') : sayMaker(part.context.dataset.maker, say)}
    </span>
  );
}
