/** Exports settings to a file, imports them with a preview of the changes, and resets all settings. */
import { useState } from 'preact/hooks';
import { Check } from './controls.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import type { ControlProps } from './state.ts';

export function DataSection(props: ControlProps) {
  const { state, actions, say } = props;
  const [withSites, setWithSites] = useState(false);
  return (
    <>
      <div class="line">
        <button
          type="button"
          class="button"
          onClick={() => {
            actions.exportFile(withSites);
          }}
        >
          {say('exportButton')}
        </button>
        <Check name="with-sites" checked={withSites} onSwitch={setWithSites}>
          {say('exportSites')} <span class="note">{say('exportSitesNote')}</span>
        </Check>
      </div>
      <div class="field">
        <label for="import-file">{say('importLabel')}</label>
        <div class="line">
          <input
            id="import-file"
            type="file"
            accept=".json,application/json"
            aria-describedby="import-note"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              // So that the same file can be chosen again after it was corrected.
              currentTarget.value = '';
              if (file) actions.readFile(file);
            }}
          />
          <span id="import-note" class="note">
            {say('importNote')}
          </span>
        </div>
      </div>
      {state.pending && <ImportPreview {...props} pending={state.pending} />}
    </>
  );
}

export const ResetAll = ({ actions, say }: ControlProps) => (
  <button type="button" class="button" onClick={actions.resetAll}>
    {say('resetAll')}
  </button>
);
