/** How long the pointer rests on a mention before its card opens: presets, or any time. */
import type { MessageKey, Say } from '../locale/index.ts';
import { DWELL_MAX_MS, DWELL_PRESETS_MS } from '../settings/index.ts';
import { Choices } from './Choices.tsx';
import { TimeField } from './TimeField.tsx';

export interface DwellChoiceProps {
  dwellMs: number;
  onChoose: (dwellMs: number) => void;
  say: Say;
}

const PRESET_KEYS = new Map<number, MessageKey>([
  [DWELL_PRESETS_MS.instant, 'dwellInstant'],
  [DWELL_PRESETS_MS.quick, 'dwellQuick'],
  [DWELL_PRESETS_MS.calm, 'dwellCalm'],
]);

export function DwellChoice({ dwellMs, onChoose, say }: DwellChoiceProps) {
  return (
    <Choices
      id="dwell"
      values={[...PRESET_KEYS.keys()]}
      chosen={dwellMs}
      label={(ms) => (
        <>
          <span>{say(PRESET_KEYS.get(ms) ?? 'dwellMs', ms)}</span>
          <span class="choice-note">{say('dwellMs', ms)}</span>
        </>
      )}
      onChoose={onChoose}
    >
      <TimeField
        id="dwell-exact"
        label={say('dwellOwn')}
        value={dwellMs}
        most={DWELL_MAX_MS}
        onEnter={onChoose}
        say={say}
      />
    </Choices>
  );
}
