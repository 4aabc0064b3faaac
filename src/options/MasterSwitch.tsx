/** Everything on or off, or paused for an hour. */
import { isPaused } from '../settings/index.ts';
import { Check } from './controls.tsx';
import type { ControlProps } from './state.ts';

export function MasterSwitch({ state, actions, today, say, locale }: ControlProps) {
  const { settings } = state;
  const paused = isPaused(settings, today.getTime());
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (
    <>
      <Check
        name="on"
        checked={settings.on}
        onSwitch={(on) => {
          actions.set('on', on);
        }}
      >
        <span>{say('switchAll')}</span>
      </Check>
      <p class="field-line pause-line">
        <button
          type="button"
          class="button"
          onClick={() => {
            actions.pause(!paused);
          }}
        >
          {say(paused ? 'pauseEnd' : 'pauseHour')}
        </button>
        {paused && (
          <span class="choice-note">{say('pausedUntil', time.format(settings.pausedUntil))}</span>
        )}
      </p>
    </>
  );
}
