/** How long the pointer rests on a mention before its card opens. */
import type { MessageKey, Say } from '../locale/index.ts';
import { DEFAULT_SETTINGS, DWELL_MAX_MS, DWELL_PRESETS_MS } from '../settings/index.ts';
import { Section } from './Section.tsx';

export interface DwellChoiceProps {
  dwellMs: number;
  /** What is typed and not a dwell time; undefined while all is well. */
  wrongEntry: string | undefined;
  onChoose: (dwellMs: number) => void;
  onEntry: (typed: string) => void;
  say: Say;
}

type Preset = keyof typeof DWELL_PRESETS_MS;
const PRESETS: Preset[] = ['instant', 'quick', 'calm'];
const PRESET_KEYS: Record<Preset, MessageKey> = {
  instant: 'dwellInstant',
  quick: 'dwellQuick',
  calm: 'dwellCalm',
};

export function DwellChoice(props: DwellChoiceProps) {
  const { dwellMs, onChoose, say } = props;
  const hint = say('dwellHint', DEFAULT_SETTINGS.dwellMs);
  return (
    <Section id="dwell" heading={say('dwellHeading')} hint={hint}>
      {PRESETS.map((preset) => (
        <label key={preset} class="choice">
          <input
            type="radio"
            name="dwell"
            value={DWELL_PRESETS_MS[preset]}
            checked={dwellMs === DWELL_PRESETS_MS[preset]}
            onChange={() => {
              onChoose(DWELL_PRESETS_MS[preset]);
            }}
          />
          <span class="choice-text choice-line">
            <span>{say(PRESET_KEYS[preset])}</span>
            <span class="choice-note">{say('dwellMs', DWELL_PRESETS_MS[preset])}</span>
          </span>
        </label>
      ))}
      <ExactDwell {...props} />
    </Section>
  );
}

function ExactDwell({ dwellMs, wrongEntry, onEntry, say }: DwellChoiceProps) {
  const isWrong = wrongEntry !== undefined;
  return (
    <div class="field">
      <label for="dwell-exact">{say('dwellOwn')}</label>
      <div class="field-line">
        <input
          id="dwell-exact"
          class="field-short"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={wrongEntry ?? dwellMs}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'dwell-wrong' : 'dwell-range'}
          onChange={({ currentTarget }) => {
            onEntry(currentTarget.value);
          }}
        />
        <span id="dwell-range" class="choice-note">
          {say('dwellRange', DWELL_MAX_MS)}
        </span>
      </div>
      <p id="dwell-wrong" class="wrong" role="alert">
        {isWrong && say('dwellWrong', DWELL_MAX_MS)}
      </p>
    </div>
  );
}
