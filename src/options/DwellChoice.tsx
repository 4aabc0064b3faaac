/** How long the pointer rests on a mention before its card opens. */
import type { MessageKey, Say } from '../locale/index.ts';
import { DEFAULT_SETTINGS, DWELL_MAX_MS, DWELL_PRESETS_MS } from '../settings/index.ts';
import { Section } from './Section.tsx';

/** What is typed and not, or not yet, the dwell time. Kept, or the next drawing would take it away. */
export interface DwellEntry {
  typed: string;
  wrong: boolean;
}

export interface DwellChoiceProps {
  dwellMs: number;
  entry: DwellEntry | undefined;
  onChoose: (dwellMs: number) => void;
  onType: (typed: string) => void;
  onEnter: (typed: string) => void;
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

function ExactDwell({ dwellMs, entry, onType, onEnter, say }: DwellChoiceProps) {
  const isWrong = entry?.wrong === true;
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
          value={entry?.typed ?? dwellMs}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'dwell-wrong' : 'dwell-range'}
          onInput={({ currentTarget }) => {
            onType(currentTarget.value);
          }}
          onChange={({ currentTarget }) => {
            onEnter(currentTarget.value);
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
