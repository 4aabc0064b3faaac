/** The label of a highlight style, highlighted in that style. */
import type { MessageKey } from '../locale/index.ts';
import type { HighlightStyle } from '../settings/index.ts';
import { usePaint } from './painted.ts';
import type { ControlProps } from './state.ts';

const STYLE_KEYS: Record<HighlightStyle, MessageKey> = {
  dotted: 'styleDotted',
  solid: 'styleSolid',
  tint: 'styleTint',
};

export const styleLabel = (style: HighlightStyle, { say }: ControlProps) => (
  <Sample style={style} text={say(STYLE_KEYS[style])} />
);

function Sample({ style, text }: { style: HighlightStyle; text: string }) {
  const ref = usePaint<HTMLSpanElement>([text], style);
  return (
    <span ref={ref} class="sample">
      {text}
    </span>
  );
}
