/** One group of settings: its heading, its control, and a button to reset it once it was changed. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Say } from '../locale/index.ts';
import { focusSection } from './focus.ts';
import type { SectionSpec } from './sections.ts';

export interface SectionProps {
  id: string;
  spec: SectionSpec;
  /** Whether its settings differ from the defaults. */
  isChanged: boolean;
  onReset: () => void;
  say: Say;
  children: ComponentChildren;
}

export function Section(props: SectionProps) {
  const { id, spec, say, children } = props;
  const { heading, isPlain = false, hint } = spec;
  const section = useRef<HTMLElement>(null);
  const reset = props.isChanged && (
    <button
      type="button"
      class="link reset"
      aria-label={say('resetLong', say(heading))}
      onClick={() => {
        props.onReset();
        if (section.current) focusSection(section.current);
      }}
    >
      {say('reset')}
    </button>
  );
  if (isPlain) {
    return (
      <section ref={section} class="section section-plain" id={id}>
        {children}
        {reset}
      </section>
    );
  }
  return (
    <section ref={section} class="section" id={id}>
      <div class="section-head">
        {/* Takes the focus when the focused element is removed. */}
        <h2 id={`${id}-heading`} tabIndex={-1}>
          {say(heading)}
        </h2>
        {reset}
      </div>
      {hint && (
        <p id={`${id}-hint`} class="note">
          {say(hint)}
        </p>
      )}
      <div role="group" aria-labelledby={`${id}-heading`} aria-describedby={hint && `${id}-hint`}>
        {children}
      </div>
    </section>
  );
}
