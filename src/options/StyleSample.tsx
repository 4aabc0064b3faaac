/** How highlights look, each style painted on a sentence as a page would show it. */
import type { MessageKey, Say } from '../locale/index.ts';
import type { HighlightStyle } from '../settings/index.ts';
import { usePaint } from './painted.ts';
import type { ControlProps } from './state.ts';

const STYLE_KEYS: Record<HighlightStyle, MessageKey> = {
  dotted: 'styleDotted',
  solid: 'styleSolid',
  tint: 'styleTint',
};

/** The label of a style: its name, and a sample. */
export const styleLabel = (style: HighlightStyle, { knowledge, say }: ControlProps) => (
  <span class="choice-stack">
    <span>{say(STYLE_KEYS[style])}</span>
    <Sample style={style} name={knowledge.entities[0]?.name ?? ''} say={say} />
  </span>
);

function Sample({ style, name, say }: { style: HighlightStyle; name: string; say: Say }) {
  const ref = usePaint<HTMLSpanElement>([name], style);
  return (
    <span ref={ref} class="sample" aria-hidden="true">
      {say('styleSample', name)}
    </span>
  );
}
