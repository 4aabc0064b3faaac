/**
 * What one source says about an entity: whose dataset that is, a summary and the facts that matter here; as a whole also the rest,
 * folded under headings. Never with anything of another source. Props in, no storage.
 */
import type { ComponentChildren } from 'preact';
import type { EntityContext } from '../dataset/index.ts';
import type { CardPart } from '../library/index.ts';
import { sayReportLanguage, saySource, type Wording } from '../locale/index.ts';
import { arrange } from './arrange.ts';
import { NO_CUES, type Cues } from './cue-words.ts';
import type { OpenEntity } from './EntityLink.tsx';
import type { CopyFact } from './FactCopy.tsx';
import { FactFolds } from './FactFolds.tsx';
import { FactLine } from './FactLine.tsx';
import { PartNote } from './PartNote.tsx';
import { rankFacts } from './rank-facts.ts';
import { Summary } from './Summary.tsx';

export interface PartBodyProps extends Wording {
  part: CardPart;
  /** Whether everything can be unfolded, as by default; otherwise only what is seen at first. */
  isWhole?: boolean | undefined;
  /** Whether the popover may leave out the last facts where they have no room. */
  isIfRoom?: boolean;
  /** What stands around the mention; facts that have to do with it come first. */
  cues?: Cues | undefined;
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

export function PartBody(props: PartBodyProps) {
  const { part, isWhole = true, isIfRoom = false, cues = NO_CUES, onCopy, say, locale } = props;
  const { context } = part;
  const { entity, source, dataset } = context;
  const wording = { say, locale };
  const parts = arrange(context, rankFacts(context, cues));
  const isAdded = !part.isBundled;
  return (
    <>
      {isAdded && <PartNote {...{ part }} {...wording} />}
      <Summary {...{ entity, dataset, say }} />
      <ul class="card-facts">
        {parts.first.map((fact) => (
          // The popover leaves out the last ones if they have no room at first sight.
          <li key={fact.id} data-if-room={isIfRoom ? '' : undefined}>
            <FactLine {...{ fact, source, dataset, isAdded, onCopy }} {...wording} />
          </li>
        ))}
      </ul>
      {isWhole && (
        <>
          <FactFolds {...props} {...{ context, isAdded, parts }} />
          {props.children}
        </>
      )}
      <Source {...{ source, isWhole }} {...wording} />
    </>
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
