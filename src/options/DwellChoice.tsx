/** How long the pointer rests on a mention before its card opens: a preset, or the exact time that the reader entered. */
import type { MessageKey } from '../locale/index.ts';
import { DWELL_PRESETS_MS } from '../settings/index.ts';
import { Radios } from './controls.tsx';
import { useLock } from './lock.tsx';
import type { ChoiceProps } from './state.ts';

const PRESET_KEYS = new Map<number, MessageKey>([
  [DWELL_PRESETS_MS.instant, 'dwellInstant'],
  [DWELL_PRESETS_MS.quick, 'dwellQuick'],
  [DWELL_PRESETS_MS.calm, 'dwellCalm'],
]);

export function DwellChoice({ id, state, actions, say }: ChoiceProps) {
  const { dwellMs } = state.settings;
  const lock = useLock('dwellMs', id, say);
  return (
    <Radios
      id={id}
      values={[...new Set([...PRESET_KEYS.keys(), dwellMs])]}
      chosen={dwellMs}
      lock={lock}
      label={(ms) => say(PRESET_KEYS.get(ms) ?? 'dwellMs', ms)}
      onChoose={(ms) => {
        actions.set('dwellMs', ms);
      }}
    />
  );
}
