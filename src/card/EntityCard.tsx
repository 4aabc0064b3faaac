/**
 * The card of one entity: at first sight who, as of when, a summary and the facts that matter here; as a whole also the rest,
 * folded under headings. The same view in the popover, the popup and the options page. Props in, no storage, no settings.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EntityContext } from '../dataset/index.ts';
import { sayReportLanguage, saySource, type Wording } from '../locale/index.ts';
import { arrange } from './arrange.ts';
import { CardHead, type CardHeadProps } from './CardHead.tsx';
import type { OpenEntity } from './EntityLink.tsx';
import type { CopyFact } from './FactCopy.tsx';
import { FactLine } from './FactLine.tsx';
import { FactFolds } from './FactFolds.tsx';
import { NO_CUES, type Cues } from './cue-words.ts';
import { rankFacts } from './rank-facts.ts';
import { Summary } from './Summary.tsx';

export interface EntityCardProps
  extends Wording, Pick<CardHeadProps, 'today' | 'pageDate' | 'headingId'> {
  context: EntityContext;
  /** Whether everything can be unfolded, as by default; otherwise only what is seen at first. */
  isWhole?: boolean;
  /** What stands around the mention; facts that have to do with it come first. */
  cues?: Cues;
  /** Id of a fact that is not folded away at first. */
  openAt?: string | undefined;
  /** Id of the entity whose link takes the focus, because its card was left. */
  returnTo?: string | undefined;
  /** Opens another entity's card; without it other entities are plain text. */
  onOpen?: OpenEntity | undefined;
  /** Puts text on the clipboard; without it nothing offers to copy. */
  onCopy?: CopyFact | undefined;
  /** More folds, after those of the entity. */
  children?: ComponentChildren;
}

export function EntityCard(props: EntityCardProps) {
  const { context, isWhole = true, cues = NO_CUES, returnTo, onCopy, say, locale } = props;
  const { entity, source, dataset } = context;
  const wording = { say, locale };
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (returnTo === undefined) return;
    const link = `[data-opens="${CSS.escape(returnTo)}"]`;
    card.current?.querySelector<HTMLElement>(link)?.focus();
  }, [entity.id, returnTo]);
  const parts = arrange(context, rankFacts(context, cues));
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
        <Summary {...{ entity, dataset, say }} />
        <ul class="card-facts">
          {parts.first.map((fact) => (
            // The popover leaves out the last ones if they have no room at first sight.
            <li key={fact.id} data-if-room={isWhole ? undefined : ''}>
              <FactLine {...{ fact, source, dataset, onCopy }} {...wording} />
            </li>
          ))}
        </ul>
        {isWhole && (
          <>
            <FactFolds {...props} parts={parts} />
            {props.children}
          </>
        )}
        <Source {...{ source, isWhole }} {...wording} />
      </div>
    </article>
  );
}

/** What the source is. At first sight only what a reader of another language needs to know. */
function Source({ source, isWhole, ...wording }: SourceProps) {
  const language = sayReportLanguage(source.language, wording);
  if (!isWhole && language === '') return null;
  return (
    <p class="card-source">
      {isWhole && saySource(source, wording)} {language} {isWhole && wording.say('mayHaveChanged')}
    </p>
  );
}

interface SourceProps extends Wording {
  source: EntityContext['source'];
  isWhole: boolean;
}
