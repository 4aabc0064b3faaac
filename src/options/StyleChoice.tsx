/** How highlights look, each style shown on a sentence. */
import type { MessageKey, Say } from '../locale/index.ts';
import { HIGHLIGHT_STYLES, type HighlightStyle } from '../settings/index.ts';
import { Section } from './Section.tsx';

export interface StyleChoiceProps {
  style: HighlightStyle;
  /** A name for the sample. */
  sampleName: string;
  onChoose: (style: HighlightStyle) => void;
  say: Say;
}

export const STYLE_KEYS: Record<HighlightStyle, MessageKey> = {
  dotted: 'styleDotted',
  solid: 'styleSolid',
  tint: 'styleTint',
};

/** Stands for the name while the sentence is looked up: a private character that no catalogue contains. */
const GAP = '\ue000';

export function StyleChoice({ style, sampleName, onChoose, say }: StyleChoiceProps) {
  const [before, after] = say('styleSample', GAP).split(GAP);
  return (
    <Section id="style" heading={say('styleHeading')} hint={say('styleHint')}>
      {HIGHLIGHT_STYLES.map((each) => (
        <label key={each} class="choice">
          <input
            type="radio"
            name="style"
            value={each}
            checked={each === style}
            onChange={() => {
              onChoose(each);
            }}
          />
          <span class="choice-text">
            <span>{say(STYLE_KEYS[each])}</span>
            <span class="sample" aria-hidden="true">
              {before}
              <span class={`sample-${each}`}>{sampleName}</span>
              {after}
            </span>
          </span>
        </label>
      ))}
    </Section>
  );
}
