/** Takes files of datasets, dropped or chosen, and lists what is in each of them before anything is stored. */
import { useEffect, useRef } from 'preact/hooks';
import { DatasetPreview } from './DatasetPreview.tsx';
import { isGood, isPlainNew } from './library.ts';
import type { ControlProps } from './state.ts';

/** With more files than this, each is folded under its name. */
const OPEN_MAX = 2;

export function AddDatasets(props: ControlProps) {
  const { state, actions, say } = props;
  const { isDragged, reading } = state.library;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div class="drop" data-dragged={isDragged}>
        <span>{say(isDragged ? 'filesDropNow' : 'filesDrop')}</span>{' '}
        <button
          type="button"
          class="button"
          id="choose-datasets"
          onClick={() => input.current?.click()}
        >
          {say('filesChoose')}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // So that the same file can be chosen again after it was corrected.
            currentTarget.value = '';
            if (files.length > 0) actions.readFiles(files);
          }}
        />
      </div>
      <p class="note reading" role="status">
        {reading && say('fileReading', reading.name, reading.at, reading.of)}
      </p>
      {reading && (
        <progress max={reading.of} value={reading.at - 1 + reading.part} aria-hidden="true" />
      )}
      <ReadFiles {...props} />
    </>
  );
}

/** The files that were read; one list, however many there are. */
function ReadFiles(props: ControlProps) {
  const { state, actions, say } = props;
  const { files, reading } = state.library;
  const heading = useRef<HTMLHeadingElement>(null);
  const isList = files.length > OPEN_MAX;
  const isShown = files.length > 0 && reading === undefined;
  useEffect(() => {
    if (isShown && isList) heading.current?.focus();
  }, [isShown, isList]);
  if (files.length === 0) return null;
  const good = files.filter(({ preview }) => isGood(preview)).length;
  const plain = files.filter(({ preview }) => isPlainNew(preview)).length;
  return (
    <div class="read-files">
      {isList && (
        <>
          <h3 ref={heading} tabIndex={-1}>
            {say('filesRead', good, files.length - good)}
          </h3>
          <p class="line">
            {plain > 1 && (
              <button type="button" class="button" onClick={actions.addAll}>
                {say('filesAddAll')}
              </button>
            )}
            <button
              type="button"
              class="button"
              onClick={() => {
                actions.closeFile();
              }}
            >
              {say('filesCloseAll')}
            </button>
          </p>
        </>
      )}
      {files.map((file, at) => (
        <DatasetPreview
          key={file.id}
          {...props}
          {...{ file, isFolded: isList, isFirst: at === 0 && !isList }}
        />
      ))}
    </div>
  );
}
