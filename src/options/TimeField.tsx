/** A field for a time in ms. Accepts whole numbers up to a limit, and says so if it cannot accept a text. */
import { useState } from 'preact/hooks';
import type { Say } from '../locale/index.ts';
import type { Lock } from './lock.tsx';
import { readTimeEntry } from './time-entry.ts';

export interface TimeFieldProps {
  id: string;
  label: string;
  /** The present time and the longest one, in ms. */
  value: number;
  max: number;
  /** Who has set it, if the reader cannot. */
  lock?: Lock | undefined;
  onEnter: (ms: number) => void;
  say: Say;
}

export function TimeField({ id, label, value, max, lock, onEnter, say }: TimeFieldProps) {
  // Typed text that was not accepted yet is kept, or the next drawing would remove it.
  const [entry, setEntry] = useState<{ typed: string; wrong: boolean }>();
  const isWrong = entry?.wrong === true;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="line">
        <input
          id={id}
          class="field-short"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={entry?.typed ?? value}
          aria-invalid={isWrong}
          readOnly={lock !== undefined}
          aria-describedby={
            lock?.input['aria-describedby'] ?? (isWrong ? `${id}-wrong` : `${id}-range`)
          }
          onInput={({ currentTarget }) => {
            setEntry({ typed: currentTarget.value, wrong: false });
          }}
          onChange={({ currentTarget }) => {
            const ms = readTimeEntry(currentTarget.value, max);
            if (ms === undefined) {
              setEntry({ typed: currentTarget.value, wrong: true });
              return;
            }
            setEntry(undefined);
            onEnter(ms);
          }}
        />
        <span id={`${id}-range`} class="note">
          {say('dwellRange', max)}
        </span>
      </div>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {isWrong && say('dwellWrong', max)}
      </p>
      {lock?.note}
    </div>
  );
}
