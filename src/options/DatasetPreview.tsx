/** Shows what is in the file of a dataset, and what adding it would change, or where and why it was refused. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatProblem, type DatasetProblem } from '../dataset/index.ts';
import { sayCount, sayDate, sayKind, sayList, type MessageKey } from '../locale/index.ts';
import { sayPolicy } from '../locale/settings-words.ts';
import { sayDay } from './DatasetList.tsx';
import { isGood, type GoodPreview, type ReadDataset, type RefusedPreview } from './library.ts';
import { PreviewSigning } from './PreviewSigning.tsx';
import type { ControlProps } from './state.ts';

/** How many problems, names and facts are shown; the rest is counted. */
const SHOWN = 20;

type PreviewProps = ControlProps & {
  file: ReadDataset;
  /** Whether it is one of many, which are folded under their names. */
  isFolded: boolean;
  /** Whether it takes the focus when it comes. */
  isFirst: boolean;
};

export function DatasetPreview(props: PreviewProps) {
  const { file, isFolded, isFirst, say } = props;
  const { preview, id } = file;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFirst) heading.current?.focus();
  }, [id, isFirst]);
  const title = isGood(preview) ? (
    <bdi lang={preview.entry.language}>{preview.entry.title}</bdi>
  ) : (
    say('datasetRefused', preview.name)
  );
  const body = isGood(preview) ? (
    <Good {...props} good={preview} />
  ) : (
    <Refused {...props} refused={preview} />
  );
  const shared = { class: 'import', 'data-ok': isGood(preview), 'data-file': id };
  if (isFolded) {
    return (
      <details {...shared}>
        <summary>{title}</summary>
        {body}
      </details>
    );
  }
  return (
    <section {...shared} aria-labelledby={`file-${id}`}>
      <h3 id={`file-${id}`} tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {body}
    </section>
  );
}

function Good(props: PreviewProps & { good: GoodPreview }) {
  const { good, say } = props;
  const { warnings, startsOff } = good;
  return (
    <>
      <Relation {...props} />
      <PreviewSigning {...{ good, say }} />
      <Facts {...props} />
      {startsOff && <p class="dataset-gone">{say('previewStartsOff')}</p>}
      {warnings.length > 0 && (
        <>
          <h4>{say('previewWarnings')}</h4>
          <Problems {...props} problems={warnings} />
        </>
      )}
      <Changes {...props} />
      <Decision {...props} />
    </>
  );
}

/** What the file is to the dataset of the same id that is there. */
function Relation({ good, say }: PreviewProps & { good: GoodPreview }) {
  const { entry, relation, known } = good;
  switch (relation) {
    case 'new':
      return null;
    case 'same':
      return <p>{say('relationSame')}</p>;
    case 'lost':
      return <p class="dataset-gone">{say('datasetGone', entry.title)}</p>;
    case 'update':
      return <p>{say('relationUpdate', entry.version, known?.version ?? '')}</p>;
    case 'older':
      return <p>{say('relationOlder', entry.version, known?.version ?? '')}</p>;
    case 'other-content':
      return <p>{say('relationOther')}</p>;
  }
}

function Facts({ good, say, locale }: PreviewProps & { good: GoodPreview }) {
  const { entry, mainNames, name } = good;
  const { language, sourceKind, sourceDate } = entry;
  const wording = { say, locale };
  const more = mainNames.length - SHOWN;
  return (
    <dl class="pairs">
      {pair(say('previewMaker'), <bdi lang={language}>{entry.maker}</bdi>)}
      {pair(say('previewLicence'), <bdi lang="en">{entry.licence}</bdi>)}
      {pair(
        say('previewSource'),
        say('datasetSource', sayKind(sourceKind, say), sayDate(sourceDate, 'long', wording)),
      )}
      {pair(say('previewMade'), say('previewVersion', entry.version, sayDay(entry.made, wording)))}
      {pair(
        say('previewFinds'),
        <>
          {sayList(say, mainNames.slice(0, SHOWN))}
          {more > 0 && <p>{sayCount(say, 'importMore', more)}</p>}
        </>,
      )}
      {pair(say('previewContents'), say('datasetContents', entry.entities, entry.facts))}
      {pair(
        say('previewFile'),
        <>
          <bdi>{name}</bdi> · {sayBytes(entry.bytes, locale)}
        </>,
      )}
    </dl>
  );
}

const pair = (label: string, value: ComponentChildren) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** "97 kB" */
const sayBytes = (bytes: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte' }).format(
    Math.max(1, Math.round(bytes / 1000)),
  );

/** What becomes of the facts that are there. */
function Changes(props: PreviewProps & { good: GoodPreview }) {
  const { good, say } = props;
  const { changes, entry } = good;
  if (!changes) return null;
  const lists = [
    ['changesAdded', changes.added],
    ['changesChanged', changes.changed],
    ['changesGone', changes.gone],
  ] as const;
  return lists.map(([key, statements]) => {
    const more = statements.length - SHOWN;
    return (
      statements.length > 0 && (
        <details key={key} class="more">
          <summary>{say(key, statements.length)}</summary>
          <ul class="problems" lang={entry.language}>
            {statements.slice(0, SHOWN).map((statement) => (
              <li key={statement}>
                <bdi>{statement}</bdi>
              </li>
            ))}
          </ul>
          {more > 0 && <p>{sayCount(say, 'importMore', more)}</p>}
        </details>
      )
    );
  });
}

/** The buttons. Where a dataset is there already, it keeps its switch and its place, and an organisation's stays as it is. */
function Decision({ file, good, state, actions, say }: PreviewProps & { good: GoodPreview }) {
  const { relation, known, startsOff, signing } = good;
  // Whose signature does not follow takes the place of something else.
  const isReplacing =
    relation === 'older' ||
    relation === 'other-content' ||
    (relation === 'update' && (signing === 'other' || signing === 'lost'));
  const button = (key: MessageKey, act: () => void) => (
    <button type="button" class="button" onClick={act}>
      {say(key)}
    </button>
  );
  const add = (isOn: boolean) => () => {
    actions.add(file.id, isOn);
  };
  const close = (key: MessageKey) =>
    button(key, () => {
      actions.closeFile(file.id);
    });
  const isOn = known?.isOn ?? true;
  if (known?.isByPolicy) {
    return (
      <p class="line">
        {sayPolicy(state.policy?.organisation ?? '', say)} {close('close')}
      </p>
    );
  }
  return (
    <p class="line">
      {relation === 'new' && !startsOff && button('datasetAdd', add(true))}
      {relation === 'new' && button('datasetAddOff', add(false))}
      {relation === 'new' && startsOff && button('datasetAdd', add(true))}
      {relation === 'update' && !isReplacing && button('datasetUpdate', add(isOn))}
      {isReplacing && button('datasetReplace', add(isOn))}
      {relation === 'lost' && button('datasetAdd', add(isOn))}
      {close(relation === 'same' ? 'close' : 'cancel')}
    </p>
  );
}

function Refused(props: PreviewProps & { refused: RefusedPreview }) {
  const { file, refused, actions, say } = props;
  const lead = refused.refusal === 'failed' ? undefined : LEAD_KEYS[refused.refusal];
  return (
    <>
      {lead && <p>{say(lead)}</p>}
      <Problems {...props} problems={refused.problems} beyond={refused.more} />
      <p>{say('importUntouched')}</p>
      <p class="line">
        <button
          type="button"
          class="button"
          onClick={() => {
            actions.copyProblems(refused.problems.map(formatProblem).join('\n'));
          }}
        >
          {say('problemsCopy')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            actions.closeFile(file.id);
          }}
        >
          {say('close')}
        </button>
      </p>
    </>
  );
}

/** What is wrong with a file, in a sentence of the reader's language, where no problem says it in that. */
const LEAD_KEYS: Record<Exclude<RefusedPreview['refusal'], 'failed'>, MessageKey> = {
  size: 'refusedSize',
  empty: 'refusedNoDataset',
  encoding: 'importEncoding',
  json: 'refusedJson',
  'no-dataset': 'refusedNoDataset',
  newer: 'refusedNewer',
  taken: 'refusedTaken',
  content: 'refusedContent',
  slow: 'refusedSlow',
  long: 'refusedSize',
};

/** Where something is, what it is, and what it should be. The checks speak English. */
function Problems(
  props: PreviewProps & {
    problems: readonly DatasetProblem[];
    /** How many more there are that nobody listed. */
    beyond?: number;
  },
) {
  const { problems, beyond = 0, say } = props;
  const more = problems.length - SHOWN + beyond;
  return (
    <>
      <ul class="problems">
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={formatProblem(problem)}>
            <code lang="en" dir="ltr">
              {problem.path}
            </code>
            <dl class="pairs">
              {pair(say('problemFound'), <bdi lang="en">{problem.found}</bdi>)}
              {pair(say('problemExpected'), <bdi lang="en">{problem.expected}</bdi>)}
            </dl>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{sayCount(say, 'importMore', more)}</p>}
    </>
  );
}
