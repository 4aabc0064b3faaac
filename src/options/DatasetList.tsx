/** The list of all datasets: the bundled one, and the added ones with what a reader can do with each. */
import { ageOf, shortKey, type SourceDate } from '../dataset/index.ts';
import type { CheckNote, LibraryEntry } from '../library/index.ts';
import {
  sayAge,
  sayCount,
  sayDate,
  sayKind,
  sayMaker,
  type MessageKey,
  type Wording,
} from '../locale/index.ts';
import { sayPolicy } from '../locale/settings-words.ts';
import { Check } from './controls.tsx';
import { More } from './More.tsx';
import type { ControlProps } from './state.ts';

export function DatasetList(props: ControlProps) {
  const { state, say } = props;
  const { registry, gone, problem } = state.library;
  const movable = registry.filter(({ isByPolicy }) => !isByPolicy);
  const isGone = (entry: LibraryEntry) => gone.some(({ hash }) => hash === entry.hash);
  return (
    <>
      {problem !== undefined && (
        <p class="notice" role="alert">
          {say('libraryProblem')} {problem !== '' && say('browserReported', problem)}
        </p>
      )}
      <ul class="datasets">
        <Bundled {...props} />
        {registry.map((entry) => (
          <Added
            key={entry.hash}
            {...props}
            entry={entry}
            isGone={isGone(entry)}
            at={movable.indexOf(entry)}
            of={movable.length}
          />
        ))}
      </ul>
      {registry.some(({ check }) => !check) && <p class="note">{say('datasetCheckHow')}</p>}
    </>
  );
}

function Bundled({ knowledge, today, say, locale }: ControlProps) {
  const { dataset, source, entities, facts } = knowledge;
  const sourceKind = source.kind;
  const size = { entities: entities.length, facts: facts.length };
  return (
    <li class="dataset">
      <p class="dataset-title">
        <bdi lang={dataset.language}>{dataset.title}</bdi>
      </p>
      <p class="note">{say('datasetBundled')}</p>
      <Origin {...{ sourceKind, sourceDate: source.date, ...size, say, locale }} />
      <p class="note">{say('aboutAge', sayAge(ageOf(source.date, today), locale))}</p>
      <More summary={say('more')}>
        <p class="hash">{say('datasetHash', source.sha256)}</p>
      </More>
    </li>
  );
}

interface AddedProps extends ControlProps {
  entry: LibraryEntry;
  isGone: boolean;
  /** Its place among those that can be moved, from 0; -1 for others. */
  at: number;
  of: number;
}

function Added(props: AddedProps) {
  const { entry, isGone, state, actions, version, say, locale } = props;
  const { hash, title, language, maker, isByPolicy, isRefused, check, signingKey } = entry;
  const name = (
    <bdi id={`title-${hash}`} lang={language} class="dataset-title">
      {title}
    </bdi>
  );
  return (
    <li class="dataset" data-dataset={hash} data-gone={isGone}>
      {isByPolicy || isGone || isRefused ? (
        <p>{name}</p>
      ) : (
        <Check
          name={`dataset-${hash}`}
          checked={entry.isOn}
          onSwitch={(isOn) => {
            actions.switchDataset(entry, isOn);
          }}
        >
          {name}
        </Check>
      )}
      {isByPolicy && <p class="note">{sayPolicy(state.policy?.organisation ?? '', say)}</p>}
      {isRefused && <p class="dataset-gone">{say('datasetOutdated')}</p>}
      {entry.slowIn === version && (
        <p class="dataset-gone">
          {say('datasetSlow')}{' '}
          {!isByPolicy && (
            <button
              type="button"
              class="link"
              onClick={() => {
                actions.switchDataset(entry, true);
              }}
            >
              {say('tryAgain')}
            </button>
          )}
        </p>
      )}
      {isGone && <p class="dataset-gone">{say('datasetGone', title)}</p>}
      <p class="note">{sayMaker(maker, say)}</p>
      <Origin {...entry} {...{ say, locale }} />
      {signingKey !== undefined && <p class="note">{say('datasetSigned', shortKey(signingKey))}</p>}
      <CheckMark {...{ check, say, locale }} />
      {!isByPolicy && <Buttons {...props} />}
    </li>
  );
}

/** What a dataset is made from, and how much is in it. */
function Origin(
  props: Wording & {
    sourceKind: string;
    sourceDate: SourceDate;
    entities: number;
    facts: number;
  },
) {
  const { sourceKind, sourceDate, entities, facts, say } = props;
  return (
    <p class="note">
      {say('datasetSource', sayKind(sourceKind, say), sayDate(sourceDate, 'long', props))}
      {' · '}
      {say('datasetContents', entities, facts)}
    </p>
  );
}

/** Whether a dataset was compared with its article here. Says it by a sign and a sentence, never by colour alone. */
export function CheckMark({ check, ...wording }: Wording & { check: CheckNote | undefined }) {
  const { say } = wording;
  const mark = !check ? 'none' : check.differs.length > 0 ? 'differs' : 'good';
  return (
    <p class="dataset-check" data-mark={mark}>
      {mark === 'differs' && sayCount(say, 'datasetDiffers', check?.differs.length ?? 0)}
      {mark === 'none' && say('datasetUnchecked')}
      {check && mark === 'good' && say('datasetChecked', sayDay(check.on, wording))}
    </p>
  );
}

/** @param day like 2026-11-30 */
export const sayDay = (day: string, wording: Wording): string =>
  sayDate({ value: day, inferred: false }, 'long', wording);

function Buttons({ entry, isGone, at, of, actions, say }: AddedProps) {
  const { hash } = entry;
  const button = (id: string, key: MessageKey, act: () => void, isDisabled = false) => (
    <button
      type="button"
      class="link"
      id={`${id}-${hash}`}
      // What it does, and to what: "Remove" and the title.
      aria-labelledby={`${id}-${hash} title-${hash}`}
      disabled={isDisabled}
      onClick={act}
    >
      {say(key)}
    </button>
  );
  const move = (steps: 1 | -1) => () => {
    actions.move(entry, steps);
  };
  return (
    <p class="rows-actions">
      {of > 1 && !isGone && (
        <>
          {button('up', 'datasetUp', move(-1), at === 0)}
          {button('down', 'datasetDown', move(1), at === of - 1)}
        </>
      )}
      {!isGone &&
        button('export', 'datasetExport', () => {
          actions.exportDataset(entry);
        })}
      {button('remove', 'remove', () => {
        actions.removeDataset(entry);
      })}
    </p>
  );
}
