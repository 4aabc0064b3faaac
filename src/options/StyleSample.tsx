/** The label of a highlight style, highlighted in that style. */
import type { MessageKey } from '../locale/index.ts';
import type { HighlightStyle } from '../settings/index.ts';
import { usePaint } from './painted.ts';
import type { ChoiceProps } from './state.ts';

const STYLE_KEYS: Record<HighlightStyle, MessageKey> = {
  dotted: 'styleDotted',
  solid: 'styleSolid',
  tint: 'styleTint',
};

export const styleLabel = (style: HighlightStyle, { state, say }: ChoiceProps) => (
  <Sample style={style} text={say(STYLE_KEYS[style])} isFirst={state.isFirst} />
);

interface SampleProps {
  style: HighlightStyle;
  text: string;
  /** The first highlight of a page takes longer than the page itself. */
  isFirst: boolean;
}

function Sample({ style, text, isFirst }: SampleProps) {
  const ref = usePaint<HTMLSpanElement>(isFirst ? [] : [text], style);
  return (
    <span ref={ref} class="sample">
      {text}
    </span>
  );
}
