/** How long the pointer rests on a mention before its card opens: presets, or any time. */
import type { MessageKey } from '../locale/index.ts';
import { DWELL_PRESETS_MS } from '../settings/index.ts';
import { Radios, time } from './controls.tsx';
import type { ControlProps } from './state.ts';

const PRESET_KEYS = new Map<number, MessageKey>([
  [DWELL_PRESETS_MS.instant, 'dwellInstant'],
  [DWELL_PRESETS_MS.quick, 'dwellQuick'],
  [DWELL_PRESETS_MS.calm, 'dwellCalm'],
]);
const ExactTime = time('dwellMs', 'dwellOwn');

export function DwellChoice(props: ControlProps) {
  const { id, state, actions, say } = props;
  return (
    <>
      <Radios
        id={id}
        values={[...PRESET_KEYS.keys()]}
        chosen={state.settings.dwellMs}
        label={(ms) => (
          <>
            <span>{say(PRESET_KEYS.get(ms) ?? 'dwellMs', ms)}</span>
            <span class="choice-note">{say('dwellMs', ms)}</span>
          </>
        )}
        onChoose={(ms) => {
          actions.set('dwellMs', ms);
        }}
      />
      <ExactTime {...props} />
    </>
  );
}
