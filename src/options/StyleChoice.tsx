/** How highlights look, each style painted on a sentence as a page would show it. */
import type { MessageKey, Say } from '../locale/index.ts';
import { HIGHLIGHT_STYLES, type HighlightStyle } from '../settings/index.ts';
import { Choices } from './Choices.tsx';
import { usePaint } from './painted.ts';

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

export function StyleChoice({ style, sampleName, onChoose, say }: StyleChoiceProps) {
  return (
    <Choices
      id="style"
      values={HIGHLIGHT_STYLES}
      chosen={style}
      label={(each) => (
        <span class="choice-stack">
          <span>{say(STYLE_KEYS[each])}</span>
          <Sample style={each} name={sampleName} say={say} />
        </span>
      )}
      onChoose={onChoose}
    />
  );
}

function Sample({ style, name, say }: { style: HighlightStyle; name: string; say: Say }) {
  const ref = usePaint<HTMLSpanElement>([name], style);
  return (
    <span ref={ref} class="sample" aria-hidden="true">
      {say('styleSample', name)}
    </span>
  );
}
