/** Settings as a file: out, in with a preview of what would change, and everything back to its default. */
import { useState } from 'preact/hooks';
import type { Wording } from '../locale/index.ts';
import type { Imported } from '../settings/transfer.ts';
import type { Usage } from '../settings/store.ts';
import { Check } from './Choices.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { Section } from './Section.tsx';

/** A file that was read and not applied yet. */
export interface Import {
  fileName: string;
  imported: Imported;
}

export interface DataSectionProps extends Wording {
  /** What is offered to be imported. */
  pending: Import | undefined;
  /** Undefined until it is known. */
  usage: Usage | undefined;
  onExport: (withSites: boolean) => void;
  onFile: (file: File) => void;
  onImport: () => void;
  onCancel: () => void;
  onResetAll: () => void;
}

export function DataSection(props: DataSectionProps) {
  const { pending, usage, onExport, onFile, onImport, onCancel, onResetAll, say, locale } = props;
  const [withSites, setWithSites] = useState(false);
  return (
    <Section id="data">
      <Check name="with-sites" checked={withSites} onSwitch={setWithSites}>
        <span>{say('exportSites')}</span>
        <span class="choice-note">{say('exportSitesNote')}</span>
      </Check>
      <p class="field">
        <button
          type="button"
          class="button"
          onClick={() => {
            onExport(withSites);
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
            if (file) onFile(file);
          }}
        />
      </div>
      {pending && <ImportPreview {...{ pending, onImport, onCancel, say, locale }} />}
      <p class="field">
        <button type="button" class="button" onClick={onResetAll}>
          {say('resetAll')}
        </button>
      </p>
      {usage && (
        <p class="choice-note field">
          {say('usageLine', sayBytes(usage.taken, locale), sayBytes(usage.most, locale))}
        </p>
      )}
    </Section>
  );
}

function sayBytes(bytes: number, locale: string): string {
  const [count, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: bytes < 10_000 ? 1 : 0,
  }).format(count);
}
