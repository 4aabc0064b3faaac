/** Switches everything on or off, or pauses it for an hour. */
import { sayTime } from '../locale/index.ts';
import { isPaused } from '../settings/index.ts';
import { Check } from './controls.tsx';
import { useLock } from './lock.tsx';
import type { ControlProps } from './state.ts';

export function MasterSwitch({ id, state, actions, today, say, locale }: ControlProps) {
  const { settings } = state;
  const lock = useLock('on', id, say);
  const paused = isPaused(settings, today.getTime());
  return (
    <>
      <Check
        name="on"
        checked={settings.on}
        lock={lock}
        onSwitch={(on) => {
          actions.set('on', on);
        }}
      >
        {say('switchAll')}
      </Check>
      {paused && <span>{say('pausedUntil', sayTime(settings.pausedUntil, locale))}</span>}
      <button
        type="button"
        class="button"
        onClick={() => {
          actions.pause(!paused);
        }}
      >
        {say(paused ? 'pauseEnd' : 'pauseHour')}
      </button>
    </>
  );
}
