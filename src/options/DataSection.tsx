/** Settings as a file: out, in with a preview of what would change, and everything back to its default. */
import { useState } from 'preact/hooks';
import { Check } from './controls.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import type { ControlProps } from './state.ts';

export function DataSection(props: ControlProps) {
  const { state, actions, say } = props;
  const [withSites, setWithSites] = useState(false);
  return (
    <>
      <Check name="with-sites" checked={withSites} onSwitch={setWithSites}>
        <span>{say('exportSites')}</span>
        <span class="choice-note">{say('exportSitesNote')}</span>
      </Check>
      <p class="field">
        <button
          type="button"
          class="button"
          onClick={() => {
            actions.exportFile(withSites);
          }}
        >
          {say('exportButton')}
        </button>
      </p>
      <div class="field">
        <label for="import-file">{say('importLabel')}</label>
        <input
          id="import-file"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file can be chosen again after it was mended.
            currentTarget.value = '';
            if (file) actions.readFile(file);
          }}
        />
      </div>
      {state.pending && <ImportPreview {...props} pending={state.pending} />}
      <p class="field">
        <button type="button" class="button" onClick={actions.resetAll}>
          {say('resetAll')}
        </button>
      </p>
    </>
  );
}
