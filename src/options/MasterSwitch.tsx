/** Everything on or off, or paused for an hour. */
import type { Wording } from '../locale/index.ts';
import { isPaused, type Settings } from '../settings/index.ts';
import { Check } from './Choices.tsx';
import { Section } from './Section.tsx';

export interface MasterSwitchProps extends Wording {
  settings: Settings;
  /** Ms since 1970. */
  now: number;
  onSwitch: (on: boolean) => void;
  onPause: (paused: boolean) => void;
}

export function MasterSwitch({ settings, now, onSwitch, onPause, say, locale }: MasterSwitchProps) {
  const paused = isPaused(settings, now);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (
    <Section id="all">
      <Check name="on" checked={settings.on} onSwitch={onSwitch}>
        <span>{say('switchAll')}</span>
      </Check>
      <p class="field-line pause-line">
        <button
          type="button"
          class="button"
          onClick={() => {
            onPause(!paused);
          }}
        >
          {say(paused ? 'pauseEnd' : 'pauseHour')}
        </button>
        {paused && (
          <span class="choice-note">{say('pausedUntil', time.format(settings.pausedUntil))}</span>
        )}
      </p>
    </Section>
  );
}
